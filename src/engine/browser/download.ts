/** A file the page needs, as the build described it. */
export interface Download {
  readonly url: string;
  readonly bytes: number;
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
  { url, bytes: expectedBytes, sha256, label }: Download,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(expectedBytes);
  const length = await download(url, label, content, onBytes);
  const digest =
    length === expectedBytes ? await crypto.subtle.digest('SHA-256', content) : new ArrayBuffer(0);
  const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found === sha256) return content;
  throw new DownloadError(
    `${label} arrived changed, so it was not used. Try again. If it happens again, tell whoever runs this site.`,
  );
}

/** Fills `content` and gives the count of bytes that came, which may be more than fit. */
async function download(
  url: string,
  label: string,
  content: Uint8Array,
  onBytes: (loaded: number) => void,
): Promise<number> {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) {
      throw new DownloadError(
        `${label} could not be downloaded: the server answered ${response.status}. Try again.`,
      );
    }
    const reader = response.body.getReader();
    let loaded = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return loaded;
      if (loaded + value.length <= content.length) content.set(value, loaded);
      loaded += value.length;
      onBytes(loaded);
    }
  } catch (cause) {
    if (cause instanceof DownloadError) throw cause;
    throw new DownloadError(`${label} could not be downloaded. Check your connection, then try again.`, {
      cause,
    });
  }
}
