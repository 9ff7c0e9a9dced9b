import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  ttf: 'font/ttf',
};
const texts = new Set(['html', 'js', 'css', 'json', 'svg']);

/** Serves the built site as hosts do. */
export interface DistServer {
  readonly url: string;
  /** Bytes of content sent so far, by path. */
  readonly sent: ReadonlyMap<string, number>;
  /** Breaks the connection of whoever asks for such a path; undefined serves all again. */
  readonly refuse: (paths: RegExp | undefined) => void;
  readonly close: () => Promise<void>;
}

interface HostWays {
  /** What to put before the text of a file; nothing for most. Only where the host compresses nothing. */
  readonly before?: (path: string) => string;
  /** Headers of the host's own. */
  readonly headers?: (path: string) => Readonly<Record<string, string>>;
}

/** @param compresses whether it compresses text, as most hosts do, or nothing. No host is taken to compress WebAssembly. */
export async function serveDist(
  dist: string,
  compresses: 'text' | 'nothing',
  { before = () => '', headers: ownHeaders = () => ({}) }: HostWays = {},
): Promise<DistServer> {
  const sent = new Map<string, number>();
  let refused: RegExp | undefined;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (refused?.test(path)) return void request.socket.destroy();
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    const ending = file.split('.').at(-1) ?? '';
    const headers = {
      'Content-Type': types[ending] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=600',
      ...ownHeaders(path),
    };
    const count = (bytes: number) => sent.set(path, (sent.get(path) ?? 0) + bytes);
    void (async () => {
      const found = await stat(file).catch(() => undefined);
      if (!found?.isFile()) return response.writeHead(404).end();
      if (compresses === 'text' && texts.has(ending)) {
        const body = await promisify(gzip)(await readFile(file));
        count(body.length);
        return response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(body);
      }
      const start = before(path);
      response.writeHead(200, { ...headers, 'Content-Length': found.size + Buffer.byteLength(start) });
      response.write(start);
      return createReadStream(file)
        .on('data', (chunk) => count(chunk.length))
        .pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent,
    refuse: (paths) => (refused = paths),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
