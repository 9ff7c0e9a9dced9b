import { expect, test } from 'vitest';
import { toWhatWeCheck } from './what-we-check.ts';

test('says what matters and what does not', () => {
  expect(toWhatWeCheck({ order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0 })).toEqual(
    [
      'Your result must have the rows that the task asks for: none too few, none too many.',
      'The order of the rows does not matter.',
      'The columns must stand in the order that the task gives. Their names do not matter.',
      'Values must be equal. How a number is written does not matter: 5 and 5.00 are the same.',
      'Your query must work the answer out from the tables, for other data of the same kind too.',
    ],
  );
});

test.each([
  [
    { order: 'required' },
    'The order of the rows matters: your query must sort them. Rows that tie may stand in any order.',
  ],
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

test.each([
  [{ requires: ['join', 'function:round'] }, 'Your query must use a join and the function `round`.'],
  [
    { refuses: ['literal-answer', 'subquery', 'cte'] },
    'Your query must do without a query inside the query or a named query (`WITH`).',
  ],
] as const)('says of the means %j', (means, words) => {
  const compare = { order: 'ignored', columnNames: 'ignored', columns: 'any-order', tolerance: 0 } as const;
  const rules = { requires: [], refuses: [], ...means } as unknown as Parameters<typeof toWhatWeCheck>[1];
  expect(toWhatWeCheck(compare, rules)).toContain(words);
  expect(toWhatWeCheck(compare, rules)).toContain('Neither the order of the columns nor their names matter.');
});

test('of a pipeline the rules are the same, and speak of it', () => {
  const compare = { order: 'required', columnNames: 'ignored', columns: 'exact', tolerance: 0 } as const;
  const said = toWhatWeCheck(compare, {}, 'javascript');
  expect(said.join(' ').replaceAll('pipeline', 'query')).toBe(toWhatWeCheck(compare).join(' '));
  expect(said).toContain(
    'The order of the rows matters: your pipeline must sort them. Rows that tie may stand in any order.',
  );
});
