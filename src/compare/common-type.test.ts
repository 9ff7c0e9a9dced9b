import { expect, test } from 'vitest';
import { toCommonType } from './common-type.ts';

test.each([
  ['INTEGER', 'BIGINT', 0, { type: 'HUGEINT' }],
  ['INTEGER', 'BIGINT', 2, { type: 'HUGEINT', slack: { absolute: 2, relative: 1e-15 } }],
  ['INTEGER', 'BIGINT', 0.5, { type: 'HUGEINT' }],
  ['BIGINT', 'DECIMAL(12,2)', 0, { type: 'DECIMAL(38,2)' }],
  [
    'DECIMAL(9,4)',
    'DECIMAL(12,2)',
    0.1,
    { type: 'DECIMAL(38,4)', slack: { absolute: 0.1, relative: 1e-15 } },
  ],
  ['HUGEINT', 'DECIMAL(38,2)', 0, { type: 'DECIMAL(38,2)' }],
  ['DECIMAL(38,2)', 'DECIMAL(38,20)', 0, { type: 'DOUBLE', slack: { absolute: 1e-9, relative: 1e-11 } }],
  ['FLOAT', 'DOUBLE', 0, { type: 'DOUBLE', slack: { absolute: 1e-6, relative: 1e-6 } }],
  ['DATE', 'TIMESTAMP_NS', 0, { type: 'TIMESTAMP' }],
  ['BOOLEAN', 'BOOLEAN', 0, { type: 'BOOLEAN' }],
  ['VARCHAR', 'INTEGER', 0, { type: 'VARCHAR' }],
  ["ENUM('a', 'b')", 'VARCHAR', 0, { type: 'VARCHAR' }],
  ['INTEGER[]', 'INTEGER[]', 1, { type: 'VARCHAR' }],
])('%s and %s with tolerance %d are compared as %j', (found, expected, tolerance, common) => {
  expect(toCommonType(found, expected, tolerance)).toEqual(common);
});
