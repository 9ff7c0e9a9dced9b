import { expect, test } from 'vitest';
import { toSpecMutants } from '#src/charts/answers/spec-mutants.ts';
import { parseSpecText, toSpecText } from '#src/charts/answers/spec-text.ts';
import type { ChartKey } from './answer-key.ts';
import { judgeChart } from './judge.ts';

const table = {
  columns: [
    { name: 'park', type: 'VARCHAR' },
    { name: 'trees', type: 'INTEGER' },
    { name: 'visits', type: 'INTEGER' },
  ],
  rows: [
    ['north', 30, 5],
    ['south', 50, 9],
    ['east', 10, 2],
  ],
  rowCount: 3,
};
const key: ChartKey = {
  id: 'track/lesson/parks',
  version: '1',
  explain: 'What the answer means.',
  solution: 'chart: bar\nx: trees\ny: park\ndraw: none\norder: largest',
  alternatives: [],
  wrong: [
    { chart: 'chart: bar\nx: visits\ny: park\ndraw: none\norder: largest', feedback: 'You drew the visits.' },
  ],
  order: 'required',
  feedback: 'Which column counts trees?',
  table,
};

test.each([
  ['the model answer', key.solution, 'correct'],
  ['standing bars', 'chart: bar\nx: park\ny: trees\norder: largest', 'correct'],
  [
    'the total of single rows, with a title',
    'chart: bar\nx: trees\ny: park\ndraw: sum\norder: largest\ntitle: T',
    'correct',
  ],
  ['a declared slip', key.wrong[0]?.chart ?? '', 'known-mistake'],
  ['another order', 'chart: bar\nx: trees\ny: park\norder: table', 'wrong-answer'],
  ['a cut axis', 'chart: bar\nx: trees\ny: park\norder: largest\ncut axis: yes', 'wrong-answer'],
  ['a chart that cannot be drawn', 'chart: line\nx: park\ny: trees', 'unreadable'],
  ['nothing', '', 'unreadable'],
  ['another text', 'SELECT 1', 'unreadable'],
])('judges %s', (_case, answer, kind) => {
  expect(judgeChart(answer, key).kind).toBe(kind);
});

test('an order that nobody asked for may be any', () => {
  const answer = 'chart: bar\nx: trees\ny: park\norder: name';
  expect(judgeChart(answer, { ...key, order: 'ignored' }).kind).toBe('correct');
});

test('every slip is refused, or draws the same', () => {
  const spec = parseSpecText(key.solution);
  if (!spec) throw new Error('The model answer is no chart.');
  const accepted = toSpecMutants(spec, table).filter(
    (mutant) => judgeChart(toSpecText(mutant.spec), key).kind === 'correct',
  );
  // Bars may lie or stand, and each place holds one row.
  expect(accepted.map(({ id }) => id)).toEqual([
    'axes swapped',
    'draw sum',
    'draw mean',
    'draw median',
    'draw min',
    'draw max',
  ]);
});

test('a chart survives being written as lines', () => {
  const text =
    'chart: heatmap\nx: a\ny: b\ncolour: c\nfacet: d\ndraw: mean\norder: name\ncut axis: yes\nsecond axis: e\nmixed colours: yes\ntitle: A title';
  expect(
    toSpecText(parseSpecText(text) ?? { mark: 'bar', sort: 'table', aggregate: 'none', title: '' }),
  ).toBe(text);
});
