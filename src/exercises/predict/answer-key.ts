import { z } from 'zod/mini';
import type { Cell } from '#src/results/cell.ts';
import { answerKeyFields } from '../answer-key-fields.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { toLetter } from '../letters.ts';
import type { BuiltPredict } from './outline.ts';
import type { PredictExercise } from './schema.ts';

export interface PredictKey extends AnswerKeyBase {
  /** Feedback for each option that the page shows; null for the right one. */
  readonly options?: readonly (string | null)[];
  readonly value?: Cell;
  readonly wrongValues?: readonly { readonly value: Cell; readonly feedback: string }[];
}

const cellSchema = z.union([z.null(), z.boolean(), z.number(), z.string()]);

export const predictKeySchema: z.ZodMiniType<PredictKey> = z.object({
  ...answerKeyFields,
  options: z.exactOptional(z.array(z.nullable(z.string()))),
  value: z.exactOptional(cellSchema),
  wrongValues: z.exactOptional(z.array(z.object({ value: cellSchema, feedback: z.string() }))),
});

export function toPredictKey(exercise: PredictExercise, built: BuiltPredict): PredictKey {
  const { id, version, explain, wrong } = exercise;
  if ('options' in built) {
    const right = built.options.findIndex((option) => option.wrong === null);
    return {
      id,
      version,
      explain,
      solution: toLetter(right),
      options: built.options.map((option) =>
        option.wrong === null ? null : (wrong[option.wrong]?.feedback ?? ''),
      ),
    };
  }
  return {
    id,
    version,
    explain,
    solution: toValueText(built.value),
    value: built.value,
    wrongValues: wrong.flatMap(({ feedback }, index) => {
      const value = built.wrongValues[index];
      return value === undefined ? [] : [{ value, feedback }];
    }),
  };
}

/** A value as a person would type it. */
export function toValueText(value: Cell): string {
  return value === null ? 'NULL' : String(value);
}
