import { expect, test } from 'vitest';
import { toVerdictWords } from './verdict-words.ts';
import type { Verdict } from '#src/checker/verdict.ts';

const columns = [{ name: 'service', type: 'VARCHAR' }];
const rows = (
  foundCount: number,
  expectedCount: number,
  extraCount: number,
  missingCount: number,
): Verdict => ({
  kind: 'wrong-rows',
  expectedCount,
  foundCount,
  missingCount,
  extra: { columns, rows: [], rowCount: extraCount },
});

test.each<[Verdict, string, string]>([
  [{ kind: 'correct' }, 'That is right.', 'Your result is the same as the expected one.'],
  [{ kind: 'known-mistake', feedback: 'Which way?' }, 'Not yet.', 'Which way?'],
  [
    { kind: 'known-mistake', feedback: 'Which way?', difference: { kind: 'wrong-order', unsorted: true } },
    'You have the right rows, but your query does not sort them.',
    'Which way?',
  ],
  [
    rows(8, 5, 3, 0),
    'Your result has 3 rows more than expected.',
    'All expected rows are in it, and 3 other rows.',
  ],
  [
    rows(1006, 5, 1002, 1),
    'Your result has 1,001 rows more than expected.',
    '1,002 rows in it should not be there, and 1 row that should be there is missing.',
  ],
  [
    rows(4, 5, 1, 2),
    'Your result has 1 row fewer than expected.',
    '1 row in it should not be there, and 2 rows that should be there are missing.',
  ],
  [
    rows(4, 658, 0, 654),
    'Your result has 654 rows fewer than expected.',
    'What is in it is right, but rows are missing.',
  ],
  [
    rows(0, 5, 0, 5),
    'Your result has no rows. 5 rows are expected.',
    'Is there a text that is spelt in another way than in the table, or a condition that no row meets?',
  ],
  [
    rows(5, 5, 5, 5),
    'Your result has as many rows as expected, but they are not the expected ones.',
    'No row is as the task asks.',
  ],
  [
    rows(5, 5, 2, 2),
    'Your result has as many rows as expected, but 2 of them should not be there.',
    '2 rows that should be there are missing.',
  ],
  [
    { kind: 'wrong-order', row: 3, found: ['Grants'] },
    'You have the right rows, in another order.',
    'Row 3 (Grants) is the first that is out of place. Look at `ORDER BY`: which column sorts the rows, and which way?',
  ],
  [
    { kind: 'wrong-columns', expectedCount: 2, foundCount: 1, missing: [], extra: [] },
    'Your result has 1 column fewer than expected.',
    'The task says which columns to show. Look at the list after `SELECT`.',
  ],
  [
    {
      kind: 'wrong-columns',
      expectedCount: 2,
      foundCount: 2,
      missing: [],
      extra: [],
      wantedOrder: ['a', 'b'],
    },
    'You have the right columns, in another order.',
    'Put them in the order that the task gives: `a`, `b`.',
  ],
  [
    { kind: 'wrong-columns', expectedCount: 1, foundCount: 1, missing: ['total'], extra: ['sum(x)'] },
    'The result has no column named `total`.',
    'Names count in this exercise. Give a column its name with `AS`.',
  ],
  [
    { kind: 'wrong-columns', expectedCount: 1, foundCount: 2, missing: [], extra: ['cost'] },
    'Your result has 1 column that the task does not ask for.',
    'Take away `cost`: look at the list after `SELECT`.',
  ],
  [
    {
      kind: 'wrong-values',
      columns: ['share'],
      places: [2],
      cells: [{ row: 1, name: [], column: 'share', found: 0, expected: 40 }],
      rowCount: 3,
    },
    'You have the right rows, but some values differ.',
    '3 rows differ in column `share`. The first difference is in row 1.',
  ],
  [
    {
      kind: 'wrong-values',
      columns: ['share'],
      places: [2],
      cells: [{ row: 2, name: [2024, 3500], column: 'share', found: 0, expected: 40 }],
      rowCount: 1,
    },
    'You have the right rows, but some values differ.',
    '1 row differs in column `share`. The first difference is in row 2 (2024, 3,500).',
  ],
  [
    {
      kind: 'wrong-values',
      columns: ['share'],
      places: [2],
      cells: [{ row: 3, name: ['England'], column: 'share', found: 0, expected: 40 }],
      rowCount: 1,
      nearMiss: 'Look at how you round.',
    },
    'You have the right rows, but some values differ.',
    'Look at how you round. The first difference is in row 3 (England).',
  ],
  [
    {
      kind: 'wrong-columns',
      expectedCount: 2,
      foundCount: 2,
      missing: [],
      extra: [],
      wantedOrder: ['a', 'b'],
      nearMiss: 'Look at the columns you show.',
    },
    'You have the right columns, in another order.',
    'Put them in the order that the task gives: `a`, `b`.',
  ],
  [
    { kind: 'wrong-values', columns: ['sum(n)'], places: [3], cells: [], rowCount: 1 },
    'The value is not the expected one.',
    'What differs: column 3 (sum of n).',
  ],
  [
    { kind: 'does-not-run', error: { message: 'There is no column “x”.', advice: 'Try “y”.', details: '' } },
    'Your query did not run.',
    'There is no column “x”. Try “y”.',
  ],
  [
    { kind: 'undecided', reason: 'It was stopped.' },
    'We could not check this answer.',
    'It was stopped. This does not count as wrong, and your text is kept.',
  ],
])('says %j in words', (verdict, headline, body) => {
  expect(toVerdictWords(verdict)).toEqual({ headline, body });
});

test.each([
  [{}, undefined, 'All expected rows are there, but 3 rows repeat some of them.'],
  [
    { each: 2 },
    'Look at your join: does a row of one table meet more than one row of the other?',
    'All expected rows are there, but each stands twice. Look at your join: does a row of one table meet more than one row of the other?',
  ],
])('rows that repeat are called that: %j', (repeats, clause, body) => {
  const verdict = { ...rows(8, 5, 3, 0), repeats, ...(clause !== undefined && { clause }) } as Verdict;
  expect(toVerdictWords(verdict).body).toBe(body);
});

test.each<[Verdict, RegExp]>([
  [{ kind: 'wrong-order', unsorted: true }, /your pipeline does not sort them.*`\.orderby\(…\)`/],
  [{ kind: 'wrong-order', row: 2, found: ['Oak', 3] } as Verdict, /Row 2 \(Oak\).*`\.orderby\(…\)`/],
  [{ kind: 'other-means', lacks: [], uses: ['literal-answer'] }, /your pipeline does not work it out/],
  [
    { kind: 'wrong-columns', expectedCount: 2, foundCount: 3, missing: [], extra: ['n'] } as Verdict,
    /Take away `n`: look at `\.select\(…\)` or/,
  ],
  [
    { kind: 'wrong-columns', expectedCount: 1, foundCount: 1, missing: ['n'], extra: ['count'] } as Verdict,
    /`\.rollup\({ name: … }\)`/,
  ],
  [
    {
      kind: 'right-here-only',
      tables: [],
      expected: { columns, rows: [], rowCount: 0, marks: [] } as never,
      error: 'There is no column `agency`.',
    },
    /on which your pipeline does not run\. There is no column `agency`\.$/,
  ],
  [
    {
      kind: 'does-not-run',
      error: { message: 'The pipeline did not run.', advice: 'JavaScript says: no.', details: '' },
    },
    /^Your pipeline did not run\. JavaScript says: no\.$/,
  ],
])('of a pipeline it speaks in its words, and in none of SQL: %j', (verdict, words) => {
  const { headline, body } = toVerdictWords(verdict, 'javascript');
  const said = `${headline} ${body}`;
  expect(said).toMatch(words);
  expect(said).not.toMatch(/[Qq]uery|SELECT|ORDER BY|`AS`/);
});
