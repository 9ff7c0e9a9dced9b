import { expect, test } from 'vitest';
import { findFigures, isFigureOf, toProse } from './find-figures.ts';

const valuesOf = (text: string) => findFigures(text).map(({ value }) => value);

test.each([
  ['871,396,605 transactions, 68.8% of all', [871_396_605, 68.8]],
  ['£585.8m and £1.2bn, or 3 million people', [585_800_000, 1_200_000_000, 3_000_000]],
  ['between 38.6% and 99.0%', [38.6, 99]],
  ['It fell by −1.5, not -2.', [-1.5, -2]],
  ['5 pence each. The 7 of 56.', [5, 7, 56]],
])('the figures of "%s"', (text, values) => {
  expect(valuesOf(text)).toEqual(values);
});

test.each([
  'In 2012, 2023-24 and 2023/24',
  'on 31 March 2024, 1st May',
  'Exercise 3, exercises 7 and 8, rows 1 to 4',
  'the 90th percentile',
  'E12000001 and Q1',
  '| 0 to 4 | Read it in 45 minutes |',
])('"%s" tells no figure', (text) => {
  expect(valuesOf(text)).toEqual([]);
});

test('only the words of Markdown count, where they stand', () => {
  const markdown =
    '---\nminutes: 26\n---\n\n1. See `LIMIT 5` and [12 rows](/a/34).\n\n```sql\nSELECT 6\n```\n';
  const [found] = findFigures(toProse(markdown));
  expect(found?.text).toBe('12');
  expect(markdown.slice(found?.start, (found?.start ?? 0) + 2)).toBe('12');
  expect(findFigures(toProse(markdown))).toHaveLength(1);
});

test.each([
  ['68.8%', 68.84, true],
  ['68.8%', 0.68751, true],
  ['68.8%', 68.86, false],
  ['£585.8m', 585_849_000, true],
  ['£585.8m', 585_851_000, false],
  ['1,234', 1234.4, true],
  ['1,234', 1235, false],
  ['1.5', -1.5, true],
])('%s stands for %d: %s', (text, value, expected) => {
  const [figure] = findFigures(text);
  expect(figure && isFigureOf(value, figure)).toBe(expected);
});
