import { expect, test } from 'vitest';
import { toWhatWeCheck } from './what-we-check.ts';

test('says what matters and what does not', () => {
  expect(toWhatWeCheck({ order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0 })).toEqual(
    [
      'Your result must have the rows that the task asks for: none too few, none too many.',
      'The order of the rows does not matter.',
      'The columns must stand in the order that the task gives. Their names do not matter.',
      'Values must be equal. How a number is written does not matter: 5 and 5.00 are the same.',
    ],
  );
});

test.each([
  [{ order: 'required' }, 'The order of the rows matters.'],
  [
    { columnNames: 'required' },
    'The columns must have the names that the task gives. Their order and capital letters do not matter.',
  ],
  [{ tolerance: 0.05 }, 'Numbers may differ from the expected ones by up to 0.05.'],
] as const)('says the rule for %j', (rule, words) => {
  expect(
    toWhatWeCheck({ order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0, ...rule }),
  ).toContain(words);
});
