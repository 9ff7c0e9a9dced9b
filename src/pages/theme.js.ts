import type { APIRoute } from 'astro';
import applyTheme from '#src/ui/settings/apply-theme.ts?raw';

// A file of its own, because the content policy allows no script inside a page.
export const GET: APIRoute = () =>
  new Response(applyTheme, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
