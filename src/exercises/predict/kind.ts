import type { PlainKind } from '../kind.ts';
import { toPredictKey, toValueText, type PredictKey } from './answer-key.ts';
import { judgePrediction } from './judge.ts';
import { predictKeySchema } from './key-schema.ts';
import { toPredictOutline, type BuiltPredict, type PredictOutline } from './outline.ts';
import { predictSchema, type PredictExercise } from './schema.ts';
import { verifyPrediction } from './verify.ts';
import { toPredictChecks } from './what-we-check.ts';

export const predictKind: PlainKind<PredictExercise, BuiltPredict, PredictOutline, PredictKey> = {
  schema: predictSchema,
  toOutline: toPredictOutline,
  toAnswerKey: toPredictKey,
  answerKeySchema: predictKeySchema,
  toWhatWeCheck: toPredictChecks,
  judge: judgePrediction,
  verify: verifyPrediction,
  toQueries: ({ query, wrong, shows }) => [
    query,
    ...wrong.map((each) => each.query),
    ...(shows ? [shows.query] : []),
  ],
  toAnswerNotes: (exercise, built) => {
    const toText = (index: number) =>
      'options' in built
        ? toRowsText(
            built.options.find(({ wrong }) => wrong === (index < 0 ? null : index))?.table.rows ?? [],
          )
        : toValueText((index < 0 ? built.value : built.wrongValues[index]) ?? null);
    return {
      isCode: true,
      answer: toText(-1),
      alternatives: [],
      mistakes: exercise.wrong.map(({ feedback }, index) => ({ answer: toText(index), feedback })),
    };
  },
};

function toRowsText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((row) => row.map(toValueText).join(' | ')).join('\n');
}
