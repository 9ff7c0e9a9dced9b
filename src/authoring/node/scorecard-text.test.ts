import { expect, test } from 'vitest';
import type { CodeScorecard } from '#src/verifying/scorecard.ts';
import { toScorecardText } from './scorecard-text.ts';

const card: CodeScorecard = {
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

const all = { all: true };
const toCells = (line: string | undefined) => line?.trim().split(/\s{2,}/);

test('has a line for each lesson and the total, where all is well', () => {
  const other = { ...card, exercise: 'track/second/rarest' };
  const lines = toScorecardText([card, card, other], { all: false }).split('\n');
  expect(lines.map((line) => toCells(line)?.[0])).toEqual([
    'lesson',
    'track/lesson',
    'track/second',
    'in all',
  ]);
  const figures = (times: number) =>
    [12, 1, 0, 8, 3, 0].map((count) => String(count * times)).concat(`${9 * times} in ${2 * times}`);
  expect(toCells(lines[1])?.slice(1, 9)).toEqual(['2 exercises', ...figures(2)]);
  expect(toCells(lines[2])?.slice(1, 9)).toEqual(['1 exercise', ...figures(1)]);
  expect(toCells(lines[3])?.slice(1)).toEqual(['3 exercises', ...figures(3), '9', '15', '1.2']);
});

test('shows the exercises where a mutant survives, and all of them when asked', () => {
  const survivor = { id: 'a/1', sentence: 'Look.', text: 'SELECT 1', before: '1', after: '2' };
  const weak = { ...card, exercise: 'track/lesson/weak', survivors: [survivor] };
  expect(toScorecardText([card, weak], { all: false })).toMatch(/^ {2}weak/m);
  expect(toScorecardText([card, weak], { all: false })).not.toMatch(/busiest/);
  expect(toScorecardText([card, weak], all)).toMatch(/^ {2}busiest +query +12/m);
});

test('says which exercises are checked by their results alone', () => {
  const pivot = { ...card, exercise: 'track/lesson/pivot', resultsOnly: true, mutants: 0 };
  const text = toScorecardText([card, pivot], { all: false });
  expect(text).toMatch(/pivot +results only/);
  expect(text).toContain('its result on the real data is all that is checked');
  expect(toScorecardText([card], all)).not.toContain('results only');
});

test('says which answers hold for the real data alone', () => {
  const here = { ...card, exercise: 'track/lesson/today', realDataOnly: true, witnesses: 0, witnessRows: 0 };
  const text = toScorecardText([card, here], { all: false });
  expect(text).toMatch(/today .*real data only/);
  expect(text).toContain('there are no witnesses');
});

test('says of mutants that are marked unproven that they are not caught', () => {
  const text = toScorecardText([{ ...card, unproven: 2 }], { all: false });
  expect(toCells(text.split('\n')[2])?.slice(1, 6)).toEqual(['query', '12', '1', '2', '8']);
  expect(text).toContain('they count as not killed');
  expect(toScorecardText([card], all)).not.toContain('they count');
});
