import type { PlainKind } from '../kind.ts';
import { toOrderKey, type OrderKey } from './answer-key.ts';
import { judgeOrder } from './judge.ts';
import { orderKeySchema } from './key-schema.ts';
import { toOrderOutline, type BuiltOrder, type OrderOutline } from './outline.ts';
import { orderSchema, type OrderExercise } from './schema.ts';
import { verifyOrder } from './verify.ts';
import { toOrderChecks } from './what-we-check.ts';

export const orderKind: PlainKind<OrderExercise, BuiltOrder, OrderOutline, OrderKey> = {
  schema: orderSchema,
  toOutline: toOrderOutline,
  toAnswerKey: toOrderKey,
  answerKeySchema: orderKeySchema,
  toWhatWeCheck: toOrderChecks,
  judge: judgeOrder,
  verify: verifyOrder,
  toQueries: ({ sql, lines, shows }) => [...(sql ? [lines.join('\n')] : []), ...(shows ? [shows.query] : [])],
  toAnswerNotes: ({ lines, distractors, feedback }, { accepted }) => ({
    isCode: true,
    answer: lines.join('\n'),
    alternatives: accepted.slice(1).map((order) => order.map((place) => lines[place]).join('\n')),
    mistakes: [
      ...distractors.map((each) => ({ answer: each.line, feedback: each.feedback })),
      { answer: 'Another order', feedback },
    ],
  }),
};
