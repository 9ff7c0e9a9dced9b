import { expect, test } from 'vitest';
import type { Cell } from '#src/results/cell.ts';
import { toPicture, toPictureWords } from './to-picture.ts';

const table = (rows: Cell[][], type = 'BIGINT') => ({
  columns: [
    { name: 'name', type: 'VARCHAR' },
    { name: 'amount', type },
  ],
  rows,
  rowCount: rows.length,
});

test('names and their numbers are bars, the longest one whole', () => {
  const picture = toPicture(table([['Leeds', 46_012_000], ['Oxford', 23_006_000]])); // prettier-ignore
  expect(picture).toEqual({
    kind: 'bars',
    marks: [
      { label: 'Leeds', share: 1, words: '46 million' },
      { label: 'Oxford', share: 0.5, words: '23 million' },
    ],
  });
  expect(picture && toPictureWords(picture)).toBe('Leeds: 46 million; Oxford: 23 million.');
});

test('years and their numbers are columns', () => {
  expect(
    toPicture(
      table(
        [
          ['2020', '5.0'],
          [2021, '10.0'],
        ],
        'DECIMAL(3,1)',
      ),
    ),
  ).toMatchObject({
    kind: 'columns',
    marks: [{ share: 0.5, words: '5' }, { share: 1 }],
  });
});

test('what is past five bars is left out, and figures below a million stand in full', () => {
  const picture = toPicture(table(Array.from({ length: 9 }, (_, index) => ['Leeds', 302_400 - index])));
  expect(picture?.marks).toHaveLength(5);
  expect(picture?.marks[0]?.words).toBe('302,400');
});

test.each([
  ['one row', table([['Leeds', 1]])],
  ['no number', table([['Leeds', 'a'], ['York', 'b']], 'VARCHAR')], // prettier-ignore
  ['a missing number', table([['Leeds', null], ['York', 1]])], // prettier-ignore
  ['a number below 0', table([['Leeds', -1], ['York', 1]])], // prettier-ignore
  ['a missing name', table([[null, 2], ['York', 1]])], // prettier-ignore
])('%s makes no picture', (_case, answer) => {
  expect(toPicture(answer)).toBeUndefined();
});
