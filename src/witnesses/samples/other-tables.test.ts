import { expect, test } from 'vitest';
import { createBareModel } from '../facts/create-models.ts';
import type { WitnessTableShape } from '../witness.ts';
import { addOtherTables } from './other-tables.ts';

const column = (name: string, nullable: boolean) => ({ name, type: 'VARCHAR', nullable });
const councils: WitnessTableShape = {
  name: 'councils',
  primaryKey: ['code'],
  foreignKeys: [],
  rules: [],
  columns: [column('code', false), column('gss_code', true)],
};
const scores: WitnessTableShape = {
  name: 'scores',
  primaryKey: [],
  foreignKeys: [{ columns: ['gss_code'], references: { table: 'councils', columns: ['gss_code'] } }],
  rules: [],
  columns: [column('gss_code', false), column('score', false)],
};

test('gives no child to a parent whose key has a gap', () => {
  const filled = addOtherTables(
    new Map([
      [
        'councils',
        [
          ['NIR-A', null],
          ['LDS', 'E1'],
          ['YOR', 'E2'],
        ],
      ],
    ]),
    { read: [createBareModel(councils)], others: [createBareModel(scores)] },
    new Map([['scores', Array.from({ length: 6 }, (_, index) => ['X', String(index)])]]),
    false,
  );
  const codes = filled.get('scores')?.map(([code]) => code);
  expect(codes).toContain('E1');
  expect(codes?.filter((code) => code !== 'E1' && code !== 'E2')).toEqual([]);
});
