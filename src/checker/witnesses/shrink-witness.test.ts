import { expect, test } from 'vitest';
import type { Witness, WitnessTableShape } from '#src/witnesses/witness.ts';
import { shrinkWitness } from './shrink-witness.ts';

const rowsOf = (count: number, ...more: string[]) =>
  Array.from({ length: count }, (_row, i) => [String(i), ...more]);
const one = (count: number): Witness => ({ tables: [{ name: 't', columns: ['id'], rows: rowsOf(count) }] });
const column = (name: string) => ({ name, type: 'BIGINT', nullable: false });
const parent: WitnessTableShape = { name: 'p', columns: [column('id')], primaryKey: ['id'], foreignKeys: [] };
const child: WitnessTableShape = {
  name: 'c',
  columns: [column('id'), column('parent')],
  primaryKey: ['id'],
  foreignKeys: [{ columns: ['parent'], references: { table: 'p', columns: ['id'] } }],
};

/** Says which rows are left when they hold all of `needed`. */
const needs =
  (needed: readonly string[], seen: Witness[] = []) =>
  (smaller: Witness) => {
    seen.push(smaller);
    const ids = smaller.tables.flatMap(({ name, rows }) => rows.map(([id]) => `${name}${id}`));
    return Promise.resolve(needed.every((id) => ids.includes(id)) ? ids : undefined);
  };

test.each([
  [['t3'], 13],
  [['t0', 't12'], 13],
  [['t1', 't2', 't7', 't8'], 20],
])('keeps the rows that matter: %j of %i', async (needed, count) => {
  expect(await shrinkWitness(one(count), [], needs(needed), 100)).toEqual(needed);
});

test('what cannot be smaller has nothing to show', async () => {
  expect(await shrinkWitness(one(2), [], needs(['t0', 't1']), 100)).toBeUndefined();
  expect(await shrinkWitness(one(1), [], needs([]), 100)).toBeUndefined();
});

test('no row is left without the row that it refers to', async () => {
  const witness: Witness = {
    tables: [
      { name: 'p', columns: ['id'], rows: rowsOf(4) },
      { name: 'c', columns: ['id', 'parent'], rows: [...rowsOf(3, '1'), ['3', '2'], ['4', '3']] },
    ],
  };
  const seen: Witness[] = [];
  expect(await shrinkWitness(witness, [parent, child], needs(['c3'], seen), 100)).toEqual(['p2', 'c3']);
  for (const { tables } of seen) {
    const [parents, children] = tables;
    const ids = parents?.rows.map(([id]) => id);
    for (const [, parentId] of children?.rows ?? []) expect(ids).toContain(parentId);
  }
});

test('it stops after so many tries', async () => {
  const seen: Witness[] = [];
  await shrinkWitness(one(40), [], needs(['t0', 't13', 't26', 't39'], seen), 10);
  expect(seen).toHaveLength(10);
});
