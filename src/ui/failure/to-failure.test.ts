import { expect, test } from 'vitest';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { toFailure } from './to-failure.ts';

test('what did not arrive says so itself, and whether to load the page again', () => {
  expect(toFailure(new ArrivalError('The key did not come. Try again.'))).toEqual({
    failure: 'The key did not come. Try again.',
    reload: false,
  });
  expect(toFailure(new ArrivalError('A part is missing.', { reload: true })).reload).toBe(true);
});

test('anything else is our fault, and trying again is safe', () => {
  expect(toFailure(new Error('x is not a function'))).toEqual({
    failure: expect.stringContaining('on our side'),
    reload: false,
  });
});
