/** A file the page needs, as the build described it. */
export interface Download {
  readonly url: string;
  /** Hex SHA-256 of the content. */
  readonly sha256: string;
  /** What it is, for a sentence: "The query engine", "The data". */
  readonly label: string;
}

/** A download that failed; `message` is a sentence for the learner. */
export class DownloadError extends Error {}

/**
 * Fetch a file and check that it is the one the build made. Calls `onBytes` with the count of bytes so far. Rejects with
 * a DownloadError when the network fails, the server refuses or the content is another.
 */
export async function downloadVerified(
  { url, sha256, label }: Download,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await download(url, label, onBytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found === sha256) return bytes;
  throw new DownloadError(
    `${label} arrived changed, so it was not used. Try again. If it happens again, tell whoever runs this site.`,
  );
}

async function download(
  url: string,
  label: string,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let loaded = 0;
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) {
      throw new DownloadError(
        `${label} could not be downloaded: the server answered ${response.status}. Try again.`,
      );
    }
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      loaded += value.length;
      onBytes(loaded);
    }
  } catch (cause) {
    if (cause instanceof DownloadError) throw cause;
    throw new DownloadError(`${label} could not be downloaded. Check your connection, then try again.`, {
      cause,
    });
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
