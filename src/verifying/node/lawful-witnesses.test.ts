import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { keepLawfulRows } from '#src/witnesses/candidates/keep-lawful-rows.ts';
import type { Witness, WitnessTableShape } from '#src/witnesses/witness.ts';
import { verifyLessons } from './verify-lessons.ts';

const root = join(import.meta.dirname, '../../..');

/** Tables of a witness whose rows cannot stand together by keys, by what is unique, or by what depends on what. */
function findUnlawful({ tables }: Witness, shapes: ReadonlyMap<string, WitnessTableShape>): string[] {
  const models = tables.flatMap(({ name, columns }) => {
    const shape = shapes.get(name);
    // What the witness leaves out is filled in by the check.
    const left = (column: WitnessTableShape['columns'][number]) =>
      columns.includes(column.name) ? column : { ...column, nullable: true };
    return shape ? [{ shape: { ...shape, columns: shape.columns.map(left) } }] : [];
  });
  const rows = new Map(
    tables.map(({ name, columns, rows: list }) => [
      name,
      list.map((row) =>
        (shapes.get(name)?.columns ?? []).map((column) => row[columns.indexOf(column.name)] ?? null),
      ),
    ]),
  );
  const kept = keepLawfulRows(rows, models);
  return [...rows].filter(([name, list]) => kept.get(name)?.length !== list.length).map(([name]) => name);
}

test(
  'every witness of every exercise keeps what the descriptors say of its rows',
  { timeout: 300_000 },
  async () => {
    const { datasets } = await loadDatasets(root);
    const shapes = new Map(
      datasets.flatMap(({ descriptor }) => descriptor.tables).map((table) => [table.name, table]),
    );
    const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
    const witnesses = Object.entries(built).flatMap(([id, checks]) =>
      'witnesses' in checks ? checks.witnesses.map((witness) => ({ id, witness: witness as Witness })) : [],
    );
    expect(witnesses.length).toBeGreaterThan(100);
    expect(
      witnesses.flatMap(({ id, witness }) => findUnlawful(witness, shapes).map((table) => `${id}: ${table}`)),
    ).toEqual([]);
  },
);
