import { ArrivalError } from './arrival-error.ts';
import { connectionAdvice } from './connection-words.ts';
import { canUnpack, toTravelBytes } from './download-size.ts';
import { hashContent } from './hash-content.ts';
import { openSource, toWrongFile } from './open-source.ts';
import type { DownloadSource, SourceOptions } from './open-source.ts';

/** A file the page needs, as the build described it. */
export interface Download extends SourceOptions {
  readonly url: string;
  /** The gzip copy, which is fetched in its place where the browser can unpack it. */
  readonly packed?: { readonly url: string; readonly bytes: number } | undefined;
  /** The size of the content, unpacked. */
  readonly bytes: number;
  /** Hex SHA-256 of the content, unpacked. */
  readonly sha256: string;
}

/**
 * Fetch a file and check that it is the one the build made. `onBytes` counts what comes, packed or not. Rejects with an
 * ArrivalError when the network fails or stands still, the server refuses or the content is another.
 */
export async function downloadVerified(download: Download): Promise<Uint8Array<ArrayBuffer>> {
  const { url, packed, bytes, sha256, label } = download;
  const isPacked = packed !== undefined && canUnpack;
  const source = await openSource(isPacked ? packed.url : url, download);
  const content = new Uint8Array(bytes);
  const length = await fill(content, source, isPacked);
  if (length === bytes && (await hashContent(content)) === sha256) return content;
  if (!source.isWebPage && source.loaded() < toTravelBytes({ bytes, packed }))
    throw new ArrivalError(`${label} arrived only in part. ${connectionAdvice()}`);
  throw toWrongFile(label, source);
}

/** Fills `content` and gives the count of bytes that came, unpacked, which may be more than fit. */
async function fill(content: Uint8Array, source: DownloadSource, isPacked: boolean): Promise<number> {
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
  } catch {
    const failure = source.failure();
    if (failure) throw failure;
    // All came, and it cannot be unpacked: it is another file.
    return 0;
  }
}
