import { expect, test } from 'vitest';
import { toAttemptAnnouncement } from './attempt-words.ts';

const engine = { state: 'ready' } as const;
const words = { headline: 'There is no `agency`.', body: 'Look **after** `SELECT`.' };
const shown = {
  text: '',
  attempted: 'check',
  outcome: { status: 'cancelled' },
  judged: { words },
} as const;

test('announces a verdict without its marks, and before the rows', () => {
  expect(toAttemptAnnouncement({ doing: 'nothing', shown, engine })).toBe(
    'There is no agency. Look after SELECT.',
  );
});

test('announces what is under way, or our own failure, before an earlier verdict', () => {
  expect(toAttemptAnnouncement({ doing: 'check', shown, engine })).toBe('Checking your answer.');
  expect(
    toAttemptAnnouncement({ doing: 'nothing', shown: { ...shown, failure: 'No connection.' }, engine }),
  ).toBe('No connection.');
});
