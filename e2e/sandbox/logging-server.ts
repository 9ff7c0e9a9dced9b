import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { buildSandboxPage } from '#src/sandbox/node/build-sandbox-page.ts';
import { buildCheckPage } from '#src/testing/bench/build-check-page.ts';

/** A server that notes what it is asked for, and sends no header that would help. */
export interface LoggingServer {
  readonly url: string;
  readonly asked: string[];
  readonly close: () => void;
}

/** @param headers - What the host sends with the sandbox's page. */
export async function startServer(
  files: ReadonlyMap<string, string>,
  headers: Record<string, string> = {},
): Promise<LoggingServer> {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = url.split('?')[0] ?? '/';
    const content = files.get(path);
    if (content === undefined) asked.push(url);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': type,
      'Access-Control-Allow-Origin': '*',
      ...(path.startsWith('/sandbox') ? headers : {}),
    });
    response.end(content ?? '');
  });
  // Connections that are no request, as of a WebSocket, are noted too.
  server.on('upgrade', ({ url }, socket) => {
    asked.push(String(url));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The files of a site that has the sandbox and a page with nothing on it, by their paths. */
export async function buildSandboxSite(): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-spec-'));
  try {
    const publicDir = join(folder, 'public');
    await buildSandboxPage({ root: projectRoot, publicDir, cacheDir: join(projectRoot, '.cache') });
    const page = await buildCheckPage(projectRoot, folder, 'sandbox-page.ts');
    return new Map([
      ['/', page.html],
      ['/check-page.js', await readFile(page.script, 'utf8')],
      ['/sandbox/', await readFile(join(publicDir, 'sandbox', 'index.html'), 'utf8')],
      ['/favicon.ico', ''],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
