import '#src/results/parse-without-eval.ts';
// The page loads these: the small form of Zod, a quarter of the other.
import { z, type ZodMiniType } from 'zod/mini';
import type { AnswerKeyBase } from './exercise-base.ts';

type Fields<T> = { readonly [F in keyof T]-?: ZodMiniType<T[F]> };

const baseKeyFields: Fields<AnswerKeyBase> = {
  id: z.string(),
  version: z.string(),
  explain: z.string(),
  solution: z.string(),
};

/**
 * Reads an answer key as it arrives in the page.
 *
 * @param fields - every field of the key that is the kind's own, those that may be absent too: what is not named here
 *   would be lost on the way
 */
export function toKeySchema<K extends AnswerKeyBase>(
  fields: Fields<Omit<K, keyof AnswerKeyBase>>,
): ZodMiniType<K> {
  // Together they are all fields of a key, which the compiler cannot see of a type that is still open.
  return z.object({ ...baseKeyFields, ...fields }) as unknown as ZodMiniType<K>;
}
