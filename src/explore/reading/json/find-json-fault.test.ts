import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

test.each([
  ['[1, ]', 4],
  ['[1 2]', 3],
  ['{"a": }', 6],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['{"a": 1,}', 8],
  ['["x', 1],
  ['', 0],
  ['[1] x', 4],
  ['{"a": 1', 7],
  ['01', 1],
])('finds where %s breaks', (text, offset) => {
  expect(findJsonFault(text)).toBe(offset);
});

test('finds no fault in JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(findJsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
    }),
  );
});

test('finds a fault wherever the browser does', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', 'x', '1'), (text, place, extra) => {
      const at = place % (text.length + 1);
      const broken = text.slice(0, at) + extra + text.slice(at + (extra === '' ? 1 : 0));
      let isJson = true;
      try {
        JSON.parse(broken);
      } catch {
        isJson = false;
      }
      expect(findJsonFault(broken) === undefined).toBe(isJson);
    }),
  );
});

test('takes brackets by the hundred thousand', () => {
  expect(findJsonFault('['.repeat(200_000))).toBe(200_000);
});
