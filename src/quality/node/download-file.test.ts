import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadFile, type DownloadOptions } from './download-file.ts';

const content = Buffer.from('0123456789'.repeat(5000));
const sha256 = createHash('sha256').update(content).digest('hex');
const tag = '"v1"';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let answer: Answer;
let ranges: (string | undefined)[];
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  ranges = [];
  answer = serveRanges;
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

/** As a good server does: the rest of the same file, or the whole of another. */
function serveRanges({ headers }: IncomingMessage, response: ServerResponse): void {
  const start = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  if (headers.range === undefined || headers['if-range'] !== tag) {
    response.writeHead(200, { etag: tag, 'content-length': content.length }).end(content);
  } else if (start >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
  } else {
    const rest = content.subarray(start);
    response
      .writeHead(206, {
        etag: tag,
        'content-length': rest.length,
        'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
      })
      .end(rest);
  }
}

/** Sends the beginning and breaks off. */
// The reader needs time to take what came: a connection that is reset drops what nobody has read yet.
const breakOff: Answer = (_request, response) => {
  response.writeHead(200, { etag: tag, 'content-length': content.length });
  response.write(content.subarray(0, 20_000), () => setTimeout(() => response.destroy(), 1500));
};

const path = () => join(folder, 'deep/rivers.csv');
const download = (options: Partial<DownloadOptions> = {}) =>
  downloadFile({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rivers.csv`,
    path: path(),
    sha256,
    maxBytes: 1e6,
    ...options,
  });

test('fetches a file, tells how far it is, and does not fetch it twice', async () => {
  const progress: (number | undefined)[][] = [];
  const first = await download({ onProgress: (...step) => progress.push(step) });
  expect(first).toEqual({ sha256, bytes: content.length, how: 'new' });
  expect(progress.at(-1)).toEqual([content.length, content.length]);
  expect(readFileSync(path())).toEqual(content);
  expect((await download()).how).toBe('here');
  expect(ranges).toEqual([undefined]);
  expect(existsSync(`${path()}.part.etag`)).toBe(false);
});

test('goes on from where a broken connection left it', async () => {
  answer = breakOff;
  await expect(download()).rejects.toThrow(
    /could not be fetched: .*\(20,000 bytes\) is kept; the next try goes on/,
  );
  expect(existsSync(path())).toBe(false);
  answer = serveRanges;
  expect((await download()).how).toBe('resumed');
  expect(ranges).toEqual([undefined, 'bytes=20000-']);
  expect(readFileSync(path())).toEqual(content);
});

test('starts anew when the file there has changed meanwhile', async () => {
  answer = breakOff;
  await expect(download()).rejects.toThrow();
  writeFileSync(`${path()}.part.etag`, '"v0"');
  answer = serveRanges;
  expect((await download()).how).toBe('new');
  expect(readFileSync(path())).toEqual(content);
});

test('starts anew when the server knows no parts, or the part is too long', async () => {
  answer = breakOff;
  await expect(download()).rejects.toThrow();
  answer = (_request, response) => response.writeHead(200, { etag: tag }).end(content);
  expect((await download()).how).toBe('new');

  rmSync(path());
  writeFileSync(`${path()}.part`, Buffer.concat([content, content]));
  writeFileSync(`${path()}.part.etag`, tag);
  answer = serveRanges;
  expect((await download()).how).toBe('new');
  expect(readFileSync(path())).toEqual(content);
});

test('keeps nothing of a file with another checksum', async () => {
  const wanted = 'b'.repeat(64);
  await expect(download({ sha256: wanted })).rejects.toThrow(
    `expected the SHA-256 ${wanted},\n  found    ${sha256}.`,
  );
  expect([existsSync(path()), existsSync(`${path()}.part`)]).toEqual([false, false]);
});

test.each<[string, Answer]>([
  ['that says so', serveRanges],
  ['that does not say so', (_request, response) => response.writeHead(200).end(content)],
])('refuses a file that is too large, from a server %s', async (_case, how) => {
  answer = how;
  await expect(download({ maxBytes: 30_000 })).rejects.toThrow(
    /expected at most 0\.03 MB, found 0\.0\d MB or more/,
  );
  expect([existsSync(path()), existsSync(`${path()}.part`)]).toEqual([false, false]);
});

test('says what to do when there is no network', async () => {
  await expect(download({ url: 'http://127.0.0.1:1/rivers.csv' })).rejects.toThrow(
    /could not be fetched: .*\n {2}Are you offline, .* name its folder with --from\./,
  );
});

test('says what to do when the file is gone, or the server is silent', async () => {
  answer = (_request, response) => response.writeHead(404).end('Not found');
  await expect(download()).rejects.toThrow(/found the answer 404\.\n {2}The file is no longer there/);
  answer = () => undefined;
  await expect(download({ stallMs: 100 })).rejects.toThrow(/could not be fetched: no answer in time/);
  answer = (_request, response) => {
    response.writeHead(200, { etag: tag, 'content-length': content.length });
    response.write(content.subarray(0, 10));
  };
  await expect(download({ stallMs: 100 })).rejects.toThrow(
    /No more bytes came for 0\.1 seconds\. What has come \(10 bytes\)/,
  );
});
