import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { numberWords } from '#src/words/number-words.ts';

export interface DownloadOptions {
  readonly url: string;
  /** Where the file goes. Until it is whole it stands there as `<path>.part`. */
  readonly path: string;
  /** Refuses a file with another checksum. */
  readonly sha256?: string | undefined;
  readonly maxBytes: number;
  /** How long to wait for the next bytes. */
  readonly stallMs?: number;
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
}

/** What came of it; the file is at its path in both cases. */
export interface DownloadOutcome {
  readonly sha256: string;
  readonly bytes: number;
  /** `here` when the file was whole already, `resumed` when a part of it was. */
  readonly how: 'here' | 'new' | 'resumed';
}

/** A reason why a file could not be had, in words for the person who asked for it. */
export class DownloadProblem extends Error {}

/**
 * Fetches a file. A part that an earlier try left is continued from where it stopped, if the server can and the file
 * there is still the same. Throws a `DownloadProblem` with what to do.
 */
export async function downloadFile(options: DownloadOptions): Promise<DownloadOutcome> {
  const { url, path, sha256, maxBytes } = options;
  const whole = await sizeOf(path);
  if (whole !== undefined && sha256 !== undefined && (await hashOf(path)) === sha256)
    return { sha256, bytes: whole, how: 'here' };

  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const start = await resumePoint(part, maxBytes);
  const response = await request(options, start);
  const resumed = response.status === 206 && start !== undefined;
  const size = totalSize(response, resumed ? start.bytes : 0);
  if (size !== undefined && size > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(options, size);
  }
  await writeFile(`${part}.etag`, response.headers.get('etag') ?? '');
  await receive(options, response, part, resumed ? start.bytes : 0, size);

  const found = await hashOf(part);
  if (sha256 !== undefined && found !== sha256) {
    await removePart(part);
    throw new DownloadProblem(
      `${basename(path)} from ${url}\n  expected the SHA-256 ${sha256},\n  found    ${found}.\n` +
        '  The file there is not the one that the descriptor names, or it was damaged on the way. Nothing was kept. ' +
        'Try again; if it stays so, look what the publisher changed and name the new version with --commit.',
    );
  }
  await rename(part, path);
  await rm(`${part}.etag`, { force: true });
  return { sha256: found, bytes: (await sizeOf(path)) ?? 0, how: resumed ? 'resumed' : 'new' };
}

interface ResumePoint {
  readonly bytes: number;
  readonly etag: string;
}

/** Where to go on; undefined when there is nothing to go on from, or nothing that shows it is the same file. */
async function resumePoint(part: string, maxBytes: number): Promise<ResumePoint | undefined> {
  const bytes = (await sizeOf(part)) ?? 0;
  const etag = await readFile(`${part}.etag`, 'utf8').catch(() => '');
  // A weak tag does not vouch for every byte.
  return bytes > 0 && bytes < maxBytes && etag !== '' && !etag.startsWith('W/') ? { bytes, etag } : undefined;
}

async function request(options: DownloadOptions, start: ResumePoint | undefined): Promise<Response> {
  const { url, stallMs = 30_000 } = options;
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (start !== undefined) Object.assign(headers, { range: `bytes=${start.bytes}-`, 'if-range': start.etag });
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), stallMs);
  let response: Response;
  try {
    response = await fetch(url, { headers, signal: stop.signal });
  } catch (error) {
    throw offline(options, error);
  } finally {
    clearTimeout(timer);
  }
  if (response.status === 416) {
    // The part is as long as the file or longer, so it cannot be a beginning of it.
    await response.body?.cancel();
    await removePart(`${options.path}.part`);
    return request(options, undefined);
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const advice =
      response.status === 404
        ? 'The file is no longer there. Look at the repository for where it went, or get it another way and name its folder with --from.'
        : 'Try again later, or get the file another way and name its folder with --from.';
    throw new DownloadProblem(
      `${url}\n  expected the file, found the answer ${response.status}.\n  ${advice}`,
    );
  }
  return response;
}

async function receive(
  options: DownloadOptions,
  response: Response,
  part: string,
  from: number,
  size: number | undefined,
): Promise<void> {
  const { maxBytes, stallMs = 30_000, onProgress } = options;
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('The answer has no body.');
  const file = await open(part, from > 0 ? 'r+' : 'w');
  let bytes = from;
  try {
    for (;;) {
      const { done, value } = await withStallLimit(reader.read(), stallMs);
      if (done) break;
      if (bytes + value.length > maxBytes) throw tooLarge(options, bytes + value.length);
      await file.write(value, 0, value.length, bytes);
      bytes += value.length;
      onProgress?.(bytes, size);
    }
    if (size !== undefined && bytes < size)
      throw new Error(`The connection closed after ${bytes} of ${size} bytes`);
    await file.truncate(bytes);
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    if (!(error instanceof DownloadProblem)) throw offline(options, error, bytes);
    await removePart(part);
    throw error;
  } finally {
    await file.close();
  }
}

async function withStallLimit<T>(wait: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No more bytes came for ${limitMs / 1000} seconds`)), limitMs);
  });
  return Promise.race([wait, limit]).finally(() => clearTimeout(timer));
}

/** The size of the whole file, as the server gives it. */
function totalSize(response: Response, from: number): number | undefined {
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (total !== undefined) return Number(total);
  const length = response.headers.get('content-length');
  return length === null ? undefined : from + Number(length);
}

function tooLarge({ url, maxBytes }: DownloadOptions, bytes: number): DownloadProblem {
  const megabytes = (count: number) => `${(count / 1e6).toFixed(2)} MB`;
  return new DownloadProblem(
    `${url}\n  expected at most ${megabytes(maxBytes)}, found ${megabytes(bytes)} or more.\n` +
      '  Nothing was kept. If the file is meant to be so large, allow it with --limit <MB>.',
  );
}

function offline({ url }: DownloadOptions, error: unknown, kept = 0): DownloadProblem {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words = error instanceof Error && error.name === 'AbortError' ? 'no answer in time' : code;
  const known: Record<string, string> = {
    ENOTFOUND: `no server of the name ${new URL(url).hostname} was found`,
    EAI_AGAIN: `no server of the name ${new URL(url).hostname} was found`,
    ECONNREFUSED: `${new URL(url).host} refused the connection`,
  };
  const why = known[words] ?? (words !== '' ? words : cause instanceof Error ? cause.message : String(cause));
  const part =
    kept > 0 ? ` What has come (${numberWords(kept)} bytes) is kept; the next try goes on from there.` : '';
  return new DownloadProblem(
    `${url}\n  could not be fetched: ${why}.${part}\n` +
      '  Are you offline, or does your network block the site? Try again later, or get the file another way and name ' +
      'its folder with --from.',
  );
}

async function removePart(part: string): Promise<void> {
  await Promise.all([part, `${part}.etag`].map((file) => rm(file, { force: true })));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
