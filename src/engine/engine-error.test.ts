import { expect, test } from 'vitest';
import { isFatal, parseEngineError, toHeadline } from './engine-error.ts';

test.each([
  ['plain text', 'Binder Error: no column "a"\nLINE 1', 'Binder', 'no column "a"'],
  ['plain text of two words', 'Invalid Input Error: x: y', 'Invalid Input', 'x: y'],
  [
    'JSON',
    '{"exception_type":"Binder","exception_message":"no column \\"a\\"\\nmore"}',
    'Binder',
    'no column "a"',
  ],
  [
    'JSON after its class',
    'Parser Error: {"exception_type":"Parser","exception_message":"syntax error"}',
    'Parser',
    'syntax error',
  ],
  [
    'JSON in JSON, as for a query in slices',
    JSON.stringify({
      exception_type: 'Parser',
      exception_message: '{"exception_type":"Parser","exception_message":"syntax error","position":"9"}',
      position: '9',
    }),
    'Parser',
    'syntax error',
  ],
  [
    'an error of the learner’s own that quotes another',
    JSON.stringify({
      exception_type: 'Invalid Input',
      exception_message: '{"exception_type":"FATAL","exception_message":"x"}',
    }),
    'Invalid Input',
    '{"exception_type":"FATAL","exception_message":"x"}',
  ],
  [
    'text that only quotes JSON',
    'Invalid Input Error: {"exception_type"',
    'Invalid Input',
    '{"exception_type"',
  ],
  ['a failure that is not DuckDB’s', 'memory access out of bounds', '', 'memory access out of bounds'],
])('reads %s', (_case, text, type, headline) => {
  const error = parseEngineError(new Error(text));
  expect(error.type).toBe(type);
  expect(toHeadline(error)).toBe(headline);
});

test.each([
  ['Conversion Error: Could not convert', 'query', false],
  ["Conversion Error: Could not convert string 'failed to allocate' to INT32", 'query', false],
  ['IO Error: could not read', 'files', false],
  ['INTERRUPT Error: Interrupted!', 'stopped', false],
  ['Out of Memory Error: failed to allocate data', 'memory', true],
  ['Invalid Error: std::bad_alloc', 'memory', true],
  ['memory access out of bounds', 'memory', true],
  ['INTERNAL Error: attempted to access index 1', 'engine', true],
  ['FATAL Error: database has been invalidated', 'engine', true],
  ['unreachable', 'engine', true],
])('tells whose fault it is: %s', (text, fault, fatal) => {
  const error = parseEngineError(text);
  expect(error.fault).toBe(fault);
  expect(isFatal(error)).toBe(fatal);
});
