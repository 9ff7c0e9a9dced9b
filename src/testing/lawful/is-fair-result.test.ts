import { expect, test } from 'vitest';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { isFairResult } from './is-fair-result.ts';
import type { ResultCell, Result } from './read-result.ts';

const table = (rows: ResultCell[][], columns = ['a', 'b']): Result => ({ columns, rows });
const today = table([['x', 3], ['y', 2], ['z', 2]]); // prettier-ignore
const first = table([['x', 3], ['y', 2]]); // prettier-ignore
const top = { result: first, sorted: { keys: [1], all: today } };

test.each([
  ['the same rows in another order', table([['y', 2], ['x', 3]]), { result: first }, {}, true],
  ['a row twice', table([['x', 3], ['x', 3]]), { result: first }, {}, false],
  ['a row too few', table([['x', 3]]), { result: first }, {}, false],
  ['a missing value for 0', table([['x', null]]), { result: table([['x', 0]]) }, {}, false],
  ['a number within the tolerance', table([['x', 3.0004]]), { result: table([['x', 3]]) }, { tolerance: 0.001 }, true],
  ['a number beyond it', table([['x', 3.002]]), { result: table([['x', 3]]) }, { tolerance: 0.001 }, false],
  ['columns in another order', table([[3, 'x']]), { result: table([['x', 3]]) }, {}, false],
  ['columns in any order', table([[3, 'x']]), { result: table([['x', 3]]) }, { columns: 'any-order' }, true],
  ['the other of two that tie', table([['x', 3], ['z', 2]]), top, { order: 'required' }, true],
  ['the wrong way round', table([['y', 2], ['x', 3]]), top, { order: 'required' }, false],
  ['one of two that tie, twice over', table([['x', 3], ['w', 2]]), top, { order: 'required' }, false],
] as const)('%s', (_case, found, expected, rules, isFair) => {
  expect(isFairResult(found, expected, compareSchema.parse(rules))).toBe(isFair);
}); // prettier-ignore
