import { expect, test } from 'vitest';
import { typeWords } from '#src/words/type-words.ts';
import { valueWords } from './value-words.ts';

test.each([
  ['VARCHAR', 'text'],
  ['BIGINT', 'whole number'],
  ['DECIMAL(12,2)', 'number with 2 decimal places'],
  ['DECIMAL(6,1)', 'number with 1 decimal place'],
  ['BOOLEAN', 'true or false'],
  ['INTERVAL', 'length of time'],
])('says what %s holds', (type, words) => {
  expect(typeWords(type)).toBe(words);
});

test.each([
  [{ type: 'VARCHAR', nullable: false }, 'Text.'],
  [
    { type: 'VARCHAR', nullable: true, allowed: ['Wales', 'Scotland'] },
    'Text. One of: Wales; Scotland. May be missing.',
  ],
  [
    { type: 'BIGINT', unit: 'people', nullable: false, range: [0, 1500000] as const },
    'Whole number, in people, from 0 to 1,500,000.',
  ],
  [
    { type: 'DATE', nullable: false, range: ['2025-04-01', '2026-03-01'] as const },
    'Date, from 1 April 2025 to 1 March 2026.',
  ],
])('describes a column %#', (rules, words) => {
  expect(valueWords(rules)).toBe(words);
});
