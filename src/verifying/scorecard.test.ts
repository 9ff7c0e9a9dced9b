import { expect, test } from 'vitest';
import { toTotal, type CodeScorecard } from './scorecard.ts';

const card: CodeScorecard = {
  kind: 'sql',
  exercise: 'track/lesson/exercise',
  resultsOnly: false,
  realDataOnly: false,
  mutants: 10,
  equivalent: 2,
  unproven: 0,
  killedOnRealData: 6,
  killedOnWitnesses: 1,
  survivors: [{ id: 'limit/abc', sentence: 'Look.', text: 'SELECT 1', before: '2', after: '1' }],
  witnesses: 2,
  witnessRows: 9,
  alternatives: 3,
  wrongAnswers: 5,
  wrongOnWitnesses: 1,
  elapsedMs: 100,
};

test('shares are of the mutants that are not marked equivalent', () => {
  expect(toTotal([card, { ...card, resultsOnly: true }])).toMatchObject({
    exercises: 2,
    resultsOnly: 1,
    elapsedMs: 200,
    mutants: 20,
    survivors: 2,
    shareKilledOnRealData: 0.75,
    shareKilled: 0.875,
  });
});

test('no mutant at all counts as all caught', () => {
  expect(toTotal([])).toMatchObject({ mutants: 0, shareKilled: 1 });
});

test('a mutant that is marked unproven is not caught', () => {
  const marked = { ...card, survivors: [], unproven: 1 };
  expect(toTotal([marked])).toMatchObject({ unproven: 1, survivors: 0, shareKilled: 0.875 });
  expect(toTotal([{ ...marked, realDataOnly: true }])).toMatchObject({ shareKilled: 1 });
});

test('a mutant may survive where the answer holds for the real data alone', () => {
  const here = { ...card, realDataOnly: true };
  expect(toTotal([here])).toMatchObject({ realDataOnly: 1, survivors: 1, shareKilled: 1 });
});
