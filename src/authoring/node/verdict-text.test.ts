import { expect, test } from 'vitest';
import type { Verdict } from '#src/checker/verdict.ts';
import { toVerdictText } from './verdict-text.ts';

const columns = [
  { name: 'name', type: 'VARCHAR' },
  { name: 'height', type: 'BIGINT' },
];
const sample = {
  columns,
  rows: [
    ['oak', 5],
    ['elm', null],
  ],
  rowCount: 7,
};
const marked = { ...sample, marks: [] };
const show = (verdict: Verdict) =>
  toVerdictText({
    exercise: 'a/b/c',
    verdict,
    words: { headline: 'Headline.', body: 'Body.' },
    elapsedMs: 12.4,
  }).split('\n');

const table = ['  name  height', '  oak   5', '  elm   NULL', '  … 7 rows in all'];

test.each<[Verdict, string, string[]]>([
  [{ kind: 'correct' }, '✓', []],
  [{ kind: 'undecided', reason: 'Stopped.' }, '?', []],
  [
    { kind: 'wrong-rows', expectedCount: 1, foundCount: 2, extra: sample, missingCount: 0 },
    '✗',
    ['', 'Not asked for:', ...table],
  ],
  [
    {
      kind: 'wrong-values',
      columns: ['height'],
      places: [2],
      rowCount: 1,
      cells: [{ row: 3, name: [], column: 'height', found: 0, expected: null }],
    },
    '✗',
    ['Row 3, height: 0, expected NULL'],
  ],
  [{ kind: 'wrong-order', row: 2, found: ['oak', 5] }, '✗', ['Row 2: oak, 5']],
  [{ kind: 'wrong-order', unsorted: true }, '✗', []],
  [
    { kind: 'right-here-only', tables: [{ name: 'trees', ...sample }], found: marked, expected: marked },
    '✗',
    [
      '',
      'Table trees of the example:',
      ...table,
      '',
      'The query gives:',
      ...table,
      '',
      'Expected:',
      ...table,
    ],
  ],
  [{ kind: 'right-here-only', tables: [], error: 'No.', expected: marked }, '✗', ['', 'Expected:', ...table]],
])('prints %j', (verdict, mark, evidence) => {
  expect(show(verdict)).toEqual([
    'a/b/c',
    `${mark} Headline. [${verdict.kind}]`,
    'Body.',
    ...evidence,
    '12 ms',
  ]);
});
