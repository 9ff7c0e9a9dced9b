import { DateDay, Decimal, Float64, Int64, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { expect, test } from 'vitest';
import { toRawValue } from './wasm-database.ts';

test.each([
  ['NULL', null, new Utf8(), null],
  ['text', '', new Utf8(), ''],
  ['a small BIGINT', 42n, new Int64(), 42],
  ['a BIGINT that a number would round', 9007199254740993n, new Int64(), '9007199254740993'],
  ['a double', 0.5, new Float64(), 0.5],
  ['a decimal', '150', new Decimal(2, 12), '1.50'],
  ['a decimal below one', '-5', new Decimal(2, 12), '-0.05'],
  [
    'a HUGEINT',
    '170141183460469231731687303715884105727',
    new Decimal(0, 38),
    '170141183460469231731687303715884105727',
  ],
  ['a date', Date.UTC(2025, 3, 1), new DateDay(), '2025-04-01'],
  ['a timestamp', Date.UTC(2025, 3, 1, 12, 30), new TimestampMicrosecond(), '2025-04-01 12:30:00'],
])('reads %s', (_case, value, type, expected) => {
  expect(toRawValue(value, type)).toBe(expected);
});
