import { toSpecText } from '#src/charts/spec-text.ts';
import { toChartSpec } from '../chart-field.ts';
import type { PlainKind } from '../kind.ts';
import { toChartKey, type ChartKey } from './answer-key.ts';
import { judgeChart } from './judge.ts';
import { chartKeySchema } from './key-schema.ts';
import { toChartOutline, type BuiltChart, type ChartOutline } from './outline.ts';
import { chartSchema, type ChartExercise } from './schema.ts';
import { verifyChart } from './verify.ts';
import { toChartChecks } from './what-we-check.ts';

export const chartKind: PlainKind<ChartExercise, BuiltChart, ChartOutline, ChartKey> = {
  schema: chartSchema,
  toOutline: toChartOutline,
  toAnswerKey: toChartKey,
  answerKeySchema: chartKeySchema,
  toWhatWeCheck: toChartChecks,
  judge: judgeChart,
  verify: verifyChart,
  toQueries: ({ query }) => [query],
  toAnswerNotes: ({ solution, alternatives, wrong }) => ({
    isCode: true,
    answer: toSpecText(toChartSpec(solution)),
    alternatives: alternatives.map((chart) => toSpecText(toChartSpec(chart))),
    mistakes: wrong.map(({ chart, feedback }) => ({ answer: toSpecText(toChartSpec(chart)), feedback })),
  }),
};
