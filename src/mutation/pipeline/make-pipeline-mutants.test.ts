import { expect, test } from 'vitest';
import { readPipeline } from '#src/sandbox/read-pipeline.ts';
import { makePipelineMutants } from './make-pipeline-mutants.ts';
import { pipelineOperators } from './pipeline-operators.ts';

function mutate(text: string, operator: string): string[] {
  const read = readPipeline(text);
  if (!read.ok) throw new Error(read.error.message);
  const operators = pipelineOperators.filter(({ id }) => id === operator);
  expect(operators).toHaveLength(1);
  return makePipelineMutants(read.pipeline, operators).map((mutant) => mutant.text);
}

test.each<[string, string, string[]]>([
  [
    'pipeline-step',
    "t.filter(d => d.a > 1).orderby('a').count()",
    ["t.orderby('a').count()", 't.filter(d => d.a > 1).count()'],
  ],
  [
    'pipeline-boundary',
    't.filter(d => d.a > 1 && d.b <= 2)',
    ['t.filter(d => d.a >= 1 && d.b <= 2)', 't.filter(d => d.a > 1 && d.b < 2)'],
  ],
  ['pipeline-comparison', "t.filter(d => d.a === 'x')", ["t.filter(d => d.a !== 'x')"]],
  ['pipeline-and-or', 't.filter(d => d.a > 1 && d.b > 2)', ['t.filter(d => d.a > 1 || d.b > 2)']],
  [
    'pipeline-condition',
    't.filter(d => d.a > 1 && d.b > 2)',
    ['t.filter(d => d.a > 1)', 't.filter(d => d.b > 2)'],
  ],
  ['pipeline-condition', 't.filter(d => d.a > 1 && d.b !== null)', ['t.filter(d => d.b !== null)']],
  ['pipeline-null-guard', 't.filter(d => d.a > 1 && d.b !== null)', ['t.filter(d => d.a > 1)']],
  ['pipeline-null-guard', 't.filter(d => d.a != null)', ['t.filter(d => true)']],
  ['pipeline-null-guard', 't.derive({ x: d => d.a ?? 0 })', ['t.derive({ x: d => d.a })']],
  [
    'pipeline-count',
    "t.rollup({ n: op.valid('a') })",
    ['t.rollup({ n: op.count() })', "t.rollup({ n: op.distinct('a') })"],
  ],
  [
    'pipeline-function',
    "t.rollup({ m: op.mean('a') })",
    ["t.rollup({ m: op.median('a') })", "t.rollup({ m: op.sum('a') })"],
  ],
  [
    'pipeline-rounding',
    't.derive({ x: d => op.round(d.a) })',
    [
      't.derive({ x: d => op.floor(d.a) })',
      't.derive({ x: d => op.ceil(d.a) })',
      't.derive({ x: d => (d.a) })',
    ],
  ],
  ['pipeline-group', "t.groupby('a', 'b').count()", ["t.groupby('b').count()", "t.groupby('a').count()"]],
  ['pipeline-sort-key', "t.orderby(aq.desc('a'), 'b')", ["t.orderby('b')", "t.orderby(aq.desc('a'))"]],
  [
    'pipeline-sort-direction',
    "t.orderby(aq.desc('a'), 'b')",
    ["t.orderby('a', 'b')", "t.orderby(aq.desc('a'), aq.desc('b'))"],
  ],
  ['pipeline-join', "t.join_left(u, 'k')", ["t.join(u, 'k')", "t.join_full(u, 'k')"]],
  [
    'pipeline-number',
    't.filter(d => d.a > 9).slice(0, 5)',
    [
      't.filter(d => d.a > 10).slice(0, 5)',
      't.filter(d => d.a > 8).slice(0, 5)',
      't.filter(d => d.a > 9).slice(1, 5)',
      't.filter(d => d.a > 9).slice(0, 6)',
      't.filter(d => d.a > 9).slice(0, 4)',
    ],
  ],
])('%s edits %s', (operator, text, expected) => {
  expect(mutate(text, operator)).toEqual(expected);
});

test('no two mutants are the same text, and none is the model answer', () => {
  const read = readPipeline("t.filter(d => d.a >= 1 && d.b !== null).groupby('a', 'b').count().orderby('a')");
  const texts = read.ok ? makePipelineMutants(read.pipeline).map(({ text }) => text) : [];
  expect(texts.length).toBeGreaterThan(8);
  expect(new Set(texts).size).toBe(texts.length);
  expect(read.ok && texts.includes(read.pipeline.text)).toBe(false);
});
