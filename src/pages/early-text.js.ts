import type { APIRoute } from 'astro';
import keepEarlyText from '#src/ui/exercise/loading/keep-early-text.ts?raw';

// A file of its own, because the content policy allows no script inside a page.
export const GET: APIRoute = () =>
  new Response(keepEarlyText, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
