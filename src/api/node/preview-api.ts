import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { mediaTypeOf } from '../formats.ts';

/** What answers for an address of the API that leads to no file. */
export function toNotFound(path: string): string {
  return JSON.stringify({
    error: `There is no file at ${path}.`,
    catalogue: `${path.slice(0, path.indexOf('/api/v1/'))}/api/v1/catalogue.json`,
  });
}

/**
 * Lets the preview server answer for the API as its description says: with the declared media types, and in JSON where
 * there is no file. Vite's preview takes no other addition than a proxy, so this is one that passes everything on.
 *
 * @param dist - The folder of the built site.
 */
export function previewApi(dist: string) {
  return {
    '^[^?]*/api/v1/': {
      // Never asked: what is not answered here goes on to the files of the site.
      target: 'http://localhost:9',
      bypass(request: IncomingMessage, response: ServerResponse): string | false {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        const file = join(dist, path.slice(path.indexOf('/api/v1/')));
        const type = mediaTypeOf(path);
        if (type !== undefined && existsSync(file)) {
          response.setHeader('Content-Type', type);
          return request.url ?? '/';
        }
        response.writeHead(404, { 'Content-Type': 'application/json' });
        response.end(toNotFound(path));
        return false;
      },
    },
  };
}
