import type { PlainKind } from '../kind.ts';
import { toChoiceKey, type ChoiceKey } from './answer-key.ts';
import { judgeChoice } from './judge.ts';
import { choiceKeySchema } from './key-schema.ts';
import { toChoiceOutline, type BuiltChoice, type ChoiceOutline } from './outline.ts';
import { choiceSchema, type ChoiceExercise } from './schema.ts';
import { verifyChoice } from './verify.ts';
import { toChoiceChecks } from './what-we-check.ts';

export const choiceKind: PlainKind<ChoiceExercise, BuiltChoice, ChoiceOutline, ChoiceKey> = {
  schema: choiceSchema,
  toOutline: toChoiceOutline,
  toAnswerKey: toChoiceKey,
  answerKeySchema: choiceKeySchema,
  toWhatWeCheck: toChoiceChecks,
  judge: judgeChoice,
  verify: verifyChoice,
  toAnswerNotes: ({ options }) => ({
    isCode: false,
    answer: options.flatMap(({ right, text }) => (right ? [text] : [])).join(' · '),
    alternatives: [],
    mistakes: options.flatMap(({ text, feedback }) => (feedback ? [{ answer: text, feedback }] : [])),
  }),
  toQueries: ({ shows }) => (shows ? [shows.query] : []),
};
