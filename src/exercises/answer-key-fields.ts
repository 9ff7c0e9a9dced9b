import '#src/results/parse-without-eval.ts';
// The page loads these: the small form of Zod, a quarter of the other.
import { z } from 'zod/mini';

/** What every answer key has, as it arrives in the page: see `AnswerKeyBase`. */
export const answerKeyFields = {
  id: z.string(),
  version: z.string(),
  explain: z.string(),
  solution: z.string(),
};
