import { expect, test } from 'vitest';
import { holdsWords } from './holds-words.ts';

const column = { name: 'any', meaning: 'Made up for this test.', nullable: true };
const measured = { name: 'any', missing: 0, distinct: 3 };

test('tells what is there, not what may be', () => {
  const people = { ...column, type: 'BIGINT', unit: 'people', range: [0, 70_000_000] as [number, number] };
  expect(holdsWords(people, { ...measured, least: '1863', most: '57690323', missing: 265 }, 13_662)).toBe(
    'Whole number, in people, from 1,863 to 57,690,323. Missing in 265 rows (1.9%).',
  );
  expect(
    holdsWords({ ...column, type: 'DATE' }, { ...measured, least: '2014-01-02', most: '2018-01-30' }, 9),
  ).toBe('Date, from 2 January 2014 to 30 January 2018.');
  expect(
    holdsWords(
      { ...column, type: 'VARCHAR' },
      { ...measured, missing: 201, withheld: { rows: 4420 } },
      61_529,
    ),
  ).toBe('Text. 3 different values. Missing in 201 rows (0.3%). Withheld in 4,420 rows (7.2%).');
  expect(
    holdsWords({ ...column, type: 'DOUBLE', scaleBy: 'domain' }, { ...measured, least: '-2', most: '43' }, 9),
  ).toBe('Number, on a scale that differs with domain.');
  expect(holdsWords({ ...column, type: 'VARCHAR', allowed: ['a', 'b', 'c'] }, measured, 9)).toBe(
    'Text. One of: a; b; c.',
  );
});
