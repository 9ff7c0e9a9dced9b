import type { Fault } from '#src/engine/engine-error.ts';

/** What a learner can do about a query that takes too long or too much. */
export const lighterAdvice =
  'Make the query lighter: join each table on its key, keep only the rows you need before you join or sort, and build no long texts or lists.';

/** Why the check came to no end, in a sentence, and what to do about it. */
export function toUndecidedReason(fault: Fault): string {
  switch (fault) {
    case 'memory':
      return `The check ran out of memory with your query. ${lighterAdvice}`;
    case 'stopped':
      return `The check was still running when its time was over. ${lighterAdvice}`;
    default:
      return 'The query engine failed while it checked your query.';
  }
}
