/** So long an answer that has come already may wait for its turn behind other work of the page. */
const turnMs = 100;

/** How long to wait: for the first sign of an answer, and from then on for its end. */
export interface TimeLimits {
  readonly firstMs: number;
  readonly wholeMs: number;
}

/**
 * Rejects with a `TimeoutError` when `work` takes longer; the work itself goes on. It calls `answered` once it knows that
 * an answer comes.
 */
export async function withTimeLimit<T>(
  work: (answered: () => void) => Promise<T>,
  { firstMs, wholeMs }: TimeLimits,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitUntil: (limitMs: number) => void = () => undefined;
  const late = new Promise<never>((_resolve, reject) => {
    waitUntil = (limitMs) => {
      clearTimeout(timer);
      // On a busy page the timer may come before an answer that is there already.
      timer = setTimeout(() => {
        const timeout = () => reject(new DOMException(`No answer within ${limitMs} ms.`, 'TimeoutError'));
        timer = setTimeout(timeout, turnMs);
      }, limitMs);
    };
  });
  waitUntil(firstMs);
  try {
    return await Promise.race([work(() => waitUntil(wholeMs)), late]);
  } finally {
    clearTimeout(timer);
    waitUntil = () => undefined;
  }
}
