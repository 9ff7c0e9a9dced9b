import { ArrivalError } from './arrival-error.ts';
import { connectionAdvice } from './connection-words.ts';

/** How long to wait without a byte before a download is given up, in milliseconds. */
export interface Patience {
  /** Some networks look through a file before they let any of it by. */
  readonly firstByteMs: number;
  readonly nextByteMs: number;
}

const usualPatience: Patience = { firstByteMs: 20_000, nextByteMs: 12_000 };

export interface SourceOptions {
  /** What it is, to begin a sentence with: "The query engine", "The data". */
  readonly label: string;
  /** Ask the server itself, and no cache: what is kept there was no use before. */
  readonly afresh?: boolean;
  /** Called with the count of bytes that came so far. */
  readonly onBytes?: (loaded: number) => void;
  readonly patience?: Patience;
}

/** A download under way. */
export interface DownloadSource {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** How many bytes have come. */
  readonly loaded: () => number;
  /** Why the network broke off; undefined where it did not. */
  readonly failure: () => ArrivalError | undefined;
  /** A page to read instead of a file: many networks answer so until somebody signs in. */
  readonly isWebPage: boolean;
}

/**
 * Ask for a file. Rejects with an ArrivalError where the network fails, the server refuses or nothing begins to come. Where it
 * breaks off or stands still later, the stream fails and `failure` says so.
 */
export async function openSource(url: string, options: SourceOptions): Promise<DownloadSource> {
  const { label, afresh = false, onBytes, patience = usualPatience } = options;
  const request = new AbortController();
  const waitFor = <T>(wait: Promise<T>, limitMs: number): Promise<T> =>
    withLimit(wait, limitMs, (giveUp) => {
      const seconds = limitMs / 1000;
      giveUp(
        new ArrivalError(
          `${label} stopped arriving: nothing has come for ${seconds} seconds. ${connectionAdvice()}`,
        ),
      );
      // Afterwards: what waits would otherwise fail by this, without a reason.
      request.abort();
    }).catch((cause: unknown) => {
      throw cause instanceof ArrivalError
        ? cause
        : new ArrivalError(`${label} could not be downloaded. ${connectionAdvice()}`, { cause });
    });

  const response = await waitFor(
    fetch(url, { signal: request.signal, ...(afresh && { cache: 'reload' }) }),
    patience.firstByteMs,
  );
  if (!response.ok || !response.body) {
    request.abort();
    throw toRefusal(label, response.status);
  }
  const reader = response.body.getReader();
  let loaded = 0;
  let failure: ArrivalError | undefined;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const limitMs = loaded === 0 ? patience.firstByteMs : patience.nextByteMs;
      const { done, value } = await waitFor(reader.read(), limitMs).catch((cause: ArrivalError) => {
        failure = cause;
        throw cause;
      });
      if (done) {
        controller.close();
        return;
      }
      loaded += value.length;
      onBytes?.(loaded);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return {
    stream,
    loaded: () => loaded,
    failure: () => failure,
    isWebPage: /html/i.test(response.headers.get('content-type') ?? ''),
  };
}

/** What to say of a file that is not the one that was asked for. */
export function toWrongFile(label: string, { isWebPage }: DownloadSource): ArrivalError {
  return new ArrivalError(
    isWebPage
      ? `${label} did not come: a web page arrived in its place. If your network asks you to sign in, do that in another tab, then try again.`
      : `${label} arrived changed, so it was not used. Try again. If it happens again, tell whoever runs this site.`,
  );
}

/** What a server's refusal means: the site has moved on, somebody stands between, or the server itself has a fault. */
function toRefusal(label: string, status: number): ArrivalError {
  if (status === 404 || status === 410)
    return new ArrivalError(
      `${label} is not where this page looks for it (the server answered ${status}): the site may have changed since you opened the page. Reload the page: your text is kept. If it happens again, tell whoever runs this site.`,
      { reload: true },
    );
  if ([401, 403, 407, 451, 511].includes(status))
    return new ArrivalError(
      `${label} was not let through: the server or your network answered ${status}. If your network asks you to sign in, do that in another tab, then try again.`,
    );
  return new ArrivalError(
    `${label} could not be downloaded: the server answered ${status}. The fault is not on your device. Try again in a minute.`,
  );
}

async function withLimit<T>(
  wait: Promise<T>,
  limitMs: number,
  onOver: (giveUp: (reason: Error) => void) => void,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => onOver(reject), limitMs);
  });
  try {
    return await Promise.race([wait, over]);
  } finally {
    clearTimeout(timer);
  }
}
