import { connectionAdvice } from './connection-words.ts';
import { canUnpack } from './download-size.ts';

/** A file the page needs, as the build described it. */
export interface Download {
  readonly url: string;
  /** Where a gzip copy stands, which is fetched in its place where the browser can unpack it. */
  readonly packedUrl?: string | undefined;
  /** The size of the content, unpacked. */
  readonly bytes: number;
  /** Hex SHA-256 of the content, unpacked. */
  readonly sha256: string;
  /** What it is, for a sentence: "The query engine", "The data". */
  readonly label: string;
}

/** A download that failed; `message` is a sentence for the learner. */
export class DownloadError extends Error {}

/**
 * Fetch a file and check that it is the one the build made. Calls `onBytes` with the count of bytes that came so far,
 * packed or not. Rejects with a DownloadError when the network fails, the server refuses or the content is another.
 */
export async function downloadVerified(
  { url, packedUrl, bytes: expectedBytes, sha256, label }: Download,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(expectedBytes);
  const isPacked = packedUrl !== undefined && canUnpack;
  const length = await download({ url: isPacked ? packedUrl : url, isPacked, label }, content, onBytes);
  const digest =
    length === expectedBytes ? await crypto.subtle.digest('SHA-256', content) : new ArrayBuffer(0);
  const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found === sha256) return content;
  throw new DownloadError(
    `${label} arrived changed, so it was not used. Try again. If it happens again, tell whoever runs this site.`,
  );
}

/** Fills `content` and gives the count of bytes that came, unpacked, which may be more than fit. */
async function download(
  { url, isPacked, label }: { readonly url: string; readonly isPacked: boolean; readonly label: string },
  content: Uint8Array,
  onBytes: (loaded: number) => void,
): Promise<number> {
  const source = await openSource(url, label, onBytes);
  try {
    const unpacked = isPacked ? source.stream.pipeThrough(new DecompressionStream('gzip')) : source.stream;
    const reader = unpacked.getReader();
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length;
      if (length + value.length <= content.length) content.set(value, length);
      length += value.length;
    }
  } catch (cause) {
    // All came, and it cannot be unpacked: it is another file.
    if (!source.failed()) return 0;
    throw toConnectionError(label, cause);
  }
}

interface Source {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Whether the network broke off. */
  readonly failed: () => boolean;
}

/** What the server sends, counted as it comes. Rejects with a DownloadError when it sends nothing. */
async function openSource(url: string, label: string, onBytes: (loaded: number) => void): Promise<Source> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw toConnectionError(label, cause);
  });
  if (!response.ok || !response.body) {
    throw new DownloadError(
      `${label} could not be downloaded: the server answered ${response.status}. Try again.`,
    );
  }
  const reader = response.body.getReader();
  let loaded = 0;
  let failed = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        failed = true;
        throw cause;
      });
      if (done) {
        controller.close();
        return;
      }
      loaded += value.length;
      onBytes(loaded);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { stream, failed: () => failed };
}

function toConnectionError(label: string, cause: unknown): DownloadError {
  return new DownloadError(`${label} could not be downloaded. ${connectionAdvice()}`, { cause });
}
