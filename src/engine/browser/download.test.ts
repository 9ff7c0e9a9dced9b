import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { downloadVerified } from './download.ts';

const content = Buffer.from('Ten thousand and more bytes of an engine. '.repeat(300));
const packed = gzipSync(content);
const patience = { firstByteMs: 400, nextByteMs: 200 };

let answer: (response: ServerResponse) => void;
const server = createServer((_request, response) => answer(response));
beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function download(onBytes?: (loaded: number) => void): Promise<Uint8Array> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return downloadVerified({
    url,
    packed: { url, bytes: packed.length },
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    label: 'The data',
    patience,
    ...(onBytes && { onBytes }),
  });
}

async function sendSlowly(response: ServerResponse): Promise<void> {
  for (const byte of packed) {
    response.write(Uint8Array.of(byte));
    if (response.destroyed) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  response.end();
}

test('takes the file that the build made', async () => {
  answer = (response) => response.end(packed);
  expect(Buffer.from(await download()).equals(content)).toBe(true);
});

test('takes it on plain http too, where the browser makes no checksums', async () => {
  vi.stubGlobal('crypto', { getRandomValues: () => undefined });
  answer = (response) => response.end(packed);
  expect(Buffer.from(await download()).equals(content)).toBe(true);
  answer = (response) => response.end(gzipSync(Buffer.from(content).fill('x', 5000, 5001)));
  await expect(download()).rejects.toThrow('arrived changed');
});

test('what comes slowly, but comes, is waited for', async () => {
  const startedAt = Date.now();
  answer = (response) => void sendSlowly(response);
  let loaded = 0;
  await download((bytes) => (loaded = bytes));
  expect(Date.now() - startedAt).toBeGreaterThan(patience.firstByteMs);
  expect(loaded).toBe(packed.length);
});

test.each<[string, (response: ServerResponse) => void, RegExp, boolean]>([
  ['never answers', () => undefined, /stopped arriving: nothing has come for 0.4 seconds/, false],
  ['sends nothing', (response) => response.flushHeaders(), /nothing has come for 0.4 seconds/, false],
  [
    'stops half way',
    (response) => response.write(packed.subarray(0, 50)),
    /nothing has come for 0.2 seconds\. Check your connection, then try again/,
    false,
  ],
  [
    'breaks off',
    (response) => {
      response.writeHead(200, { 'Content-Length': packed.length });
      response.write(packed.subarray(0, 50), () => response.destroy());
    },
    /could not be downloaded\. Check your connection/,
    false,
  ],
  ['ends half way', (response) => response.end(packed.subarray(0, 50)), /arrived only in part/, false],
  ['sends another file', (response) => response.end(content), /arrived changed/, false],
  [
    'sends a page to sign in on',
    (response) => response.setHeader('Content-Type', 'text/html').end('<h1>Sign in</h1>'),
    /a web page arrived in its place\. If your network asks you to sign in/,
    false,
  ],
  [
    'does not know it',
    (response) => response.writeHead(404).end(),
    /may have changed.*Reload the page/,
    true,
  ],
  ['does not let it through', (response) => response.writeHead(403).end(), /not let through/, false],
  [
    'has a fault',
    (response) => response.writeHead(500).end(),
    /500\. The fault is not on your device/,
    false,
  ],
])('says so when the server %s', async (_case, how, words, reload) => {
  vi.stubGlobal('navigator', { onLine: true });
  answer = how;
  await expect(download()).rejects.toMatchObject({
    name: 'ArrivalError',
    message: expect.stringMatching(words),
    reload,
  });
});
