import type { Fault } from '#src/engine/engine-error.ts';

/** What a learner can do about a query that takes too long or too much. */
export const lighterAdvice = toLighterAdvice('query');

function toLighterAdvice(answer: 'query' | 'pipeline'): string {
  return `Make the ${answer} lighter: join each table on its key, keep only the rows you need before you join or sort, and build no long texts or lists.`;
}

/** Why the check came to no end, in a sentence, and what to do about it. */
export function toUndecidedReason(fault: Fault, answer: 'query' | 'pipeline' = 'query'): string {
  switch (fault) {
    case 'memory':
      return `The check ran out of memory with your ${answer}. ${toLighterAdvice(answer)}`;
    case 'stopped':
      return `The check was still running when its time was over. ${toLighterAdvice(answer)}`;
    default:
      return `The query engine failed while it checked your ${answer}.`;
  }
}
