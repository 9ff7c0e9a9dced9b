/** How long a run may take; and how long a judgement, which is a run and its check together. */
export const timeLimitMs = 10_000;

/**
 * What is left of a limit for the check after the run: one slow query must not take the time of both twice.
 *
 * @param spentMs what the run took
 */
export function timeLeftMs(spentMs: number, limitMs = timeLimitMs): number {
  return Math.max(0, limitMs - spentMs);
}
