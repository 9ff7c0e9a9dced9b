import { expect, test } from 'vitest';
import { createBareModel } from '../facts/create-models.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { WitnessTableShape } from '../witness.ts';
import type { Candidate, CandidateRow } from './candidate.ts';
import { createRandom } from './random.ts';
import { repeatFigures } from './repeat-figures.ts';

const shape: WitnessTableShape = {
  name: 'teams',
  primaryKey: ['code'],
  foreignKeys: [],
  rules: [],
  columns: [
    { name: 'code', type: 'VARCHAR', nullable: false },
    { name: 'staff', type: 'BIGINT', nullable: true },
  ],
};

/** The figures of five teams, once some were repeated in the columns that are added up. */
function figuresAfter(addedUp: QueryFacts['addedUp'], figures: readonly (string | null)[]) {
  const entries: CandidateRow[] = figures.map((figure, index) => ({
    table: 'teams',
    row: [`T${index}`, figure],
  }));
  repeatFigures(
    { rowsOf: () => entries } as unknown as Candidate,
    { addedUp } as unknown as QueryFacts,
    new Map([['teams', { ...createBareModel(shape), changeable: [1] }]]),
    1,
    createRandom(1),
  );
  return entries.map(({ row }) => row[1]);
}

const staff = { table: 'teams', column: 'staff' };

test('gives rows the figure of another row where figures are added up', () => {
  const after = figuresAfter([staff], ['10', '20', '30', '40', '50']);
  expect(new Set(after).size).toBe(1);
});

test('leaves gaps as they are, and columns that are not added up', () => {
  expect(figuresAfter([staff], [null, '20', null])).toEqual([null, '20', null]);
  expect(figuresAfter([], ['10', '20', '30'])).toEqual(['10', '20', '30']);
});
