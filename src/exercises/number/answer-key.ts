import { z } from 'zod/mini';
import { numberWords } from '#src/words/number-words.ts';
import { answerKeyFields } from '../answer-key-fields.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import type { BuiltNumber } from './outline.ts';
import type { NumberExercise } from './schema.ts';

export interface NumberKey extends AnswerKeyBase {
  readonly figure: number;
  readonly unit: string;
  readonly tolerance: number;
  readonly wrong: readonly { readonly figure: number; readonly feedback: string }[];
}

export const numberKeySchema: z.ZodMiniType<NumberKey> = z.object({
  ...answerKeyFields,
  figure: z.number(),
  unit: z.string(),
  tolerance: z.number(),
  wrong: z.array(z.object({ figure: z.number(), feedback: z.string() })),
});

export function toNumberKey(exercise: NumberExercise, { figure, wrongFigures }: BuiltNumber): NumberKey {
  const { id, version, explain, unit, tolerance, wrong } = exercise;
  return {
    id,
    version,
    explain,
    solution: toFigureText(figure),
    figure,
    unit,
    tolerance,
    wrong: wrong.flatMap(({ feedback }, index) => {
      const wrongFigure = wrongFigures[index];
      return wrongFigure === undefined ? [] : [{ figure: wrongFigure, feedback }];
    }),
  };
}

/** A figure with marks between its thousands: it can be read again. */
export function toFigureText(figure: number): string {
  return numberWords(figure, 12);
}
