import type { APIRoute } from 'astro';
import keepEarlyText from '#src/ui/exercise/loading/keep-early-text.ts?raw';

// A file of its own, because the content policy allows no script inside a page.
// Its comments are for those who read the source.
const script = keepEarlyText.replaceAll(/^\s*\/\/.*\n/gm, '');

export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
