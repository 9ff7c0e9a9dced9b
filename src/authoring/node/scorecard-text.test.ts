import { expect, test } from 'vitest';
import type { SqlScorecard } from '#src/verifying/scorecard.ts';
import { toScorecardText } from './scorecard-text.ts';

const card: SqlScorecard = {
  kind: 'sql',
  exercise: 'track/lesson/busiest',
  resultsOnly: false,
  realDataOnly: false,
  mutants: 12,
  equivalent: 1,
  unproven: 0,
  killedOnRealData: 8,
  killedOnWitnesses: 3,
  survivors: [],
  witnesses: 2,
  witnessRows: 9,
  alternatives: 3,
  wrongAnswers: 5,
  wrongOnWitnesses: 1,
  elapsedMs: 400,
};

test('has a line for each exercise and the total', () => {
  const lines = toScorecardText([card, card]).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]?.split(/\s{2,}/)).toEqual([
    'track/lesson/busiest',
    '12',
    '1',
    '0',
    '8',
    '3',
    '0',
    '9 in 2',
    '3',
    '5',
    '0.4',
  ]);
  expect(lines[3]?.split(/\s{2,}/)).toEqual([
    'in all',
    '24',
    '2',
    '0',
    '16',
    '6',
    '0',
    '18 in 4',
    '6',
    '10',
    '0.8',
  ]);
});

test('says which exercises are checked by their results alone', () => {
  const pivot = { ...card, exercise: 'track/lesson/pivot', resultsOnly: true, mutants: 0 };
  const text = toScorecardText([card, pivot]);
  expect(text).toMatch(/pivot +results only/);
  expect(text).toContain('its result on the real data is all that is checked');
  expect(toScorecardText([card])).not.toContain('results only');
});

test('says which answers hold for the real data alone', () => {
  const here = { ...card, exercise: 'track/lesson/today', realDataOnly: true, witnesses: 0, witnessRows: 0 };
  const text = toScorecardText([card, here]);
  expect(text).toMatch(/today .*real data only/);
  expect(text).toContain('there are no witnesses');
});

test('says of mutants that are marked unproven that they are not caught', () => {
  const text = toScorecardText([{ ...card, unproven: 2 }]);
  expect(
    text
      .split('\n')[1]
      ?.split(/\s{2,}/)
      .slice(1, 5),
  ).toEqual(['12', '1', '2', '8']);
  expect(text).toContain('they count as not killed');
  expect(toScorecardText([card])).not.toContain('they count');
});
