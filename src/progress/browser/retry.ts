const firstMs = 1_000;
const longestMs = 60_000;

/** Tries again, ever more seldom, while there is something to try. */
export interface Retry {
  /** Begins, unless it is under way. */
  readonly start: () => void;
}

/** @param work tries once; true when it must be tried again */
export function createRetry(work: () => Promise<boolean>): Retry {
  let isWaiting = false;
  const wait = (ms: number) => {
    isWaiting = true;
    setTimeout(() => {
      void work().then((again) => {
        isWaiting = false;
        if (again) wait(Math.min(ms * 2, longestMs));
      });
    }, ms);
  };
  return {
    start: () => {
      if (!isWaiting) wait(firstMs);
    },
  };
}
