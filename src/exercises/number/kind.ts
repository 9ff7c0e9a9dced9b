import type { PlainKind } from '../kind.ts';
import { toFigureText, toNumberKey, type NumberKey } from './answer-key.ts';
import { judgeNumber } from './judge.ts';
import { numberKeySchema } from './key-schema.ts';
import { toNumberOutline, type BuiltNumber, type NumberOutline } from './outline.ts';
import { numberSchema, type NumberExercise } from './schema.ts';
import { verifyNumber } from './verify.ts';
import { toNumberChecks } from './what-we-check.ts';

export const numberKind: PlainKind<NumberExercise, BuiltNumber, NumberOutline, NumberKey> = {
  schema: numberSchema,
  toOutline: toNumberOutline,
  toAnswerKey: toNumberKey,
  answerKeySchema: numberKeySchema,
  toWhatWeCheck: toNumberChecks,
  judge: judgeNumber,
  verify: verifyNumber,
  toQueries: ({ query, wrong, shows }) => [
    query,
    ...wrong.map((each) => each.query),
    ...(shows ? [shows.query] : []),
  ],
  toAnswerNotes: ({ unit, wrong }, { figure, wrongFigures }) => {
    const withUnit = (value: number) =>
      unit === '£'
        ? `£${toFigureText(value)}`
        : `${toFigureText(value)}${unit === '%' ? '%' : ` ${unit}`}`.trim();
    return {
      isCode: false,
      answer: withUnit(figure),
      alternatives: [],
      mistakes: wrong.flatMap(({ feedback }, index) => {
        const value = wrongFigures[index];
        return value === undefined ? [] : [{ answer: withUnit(value), feedback }];
      }),
    };
  },
};
