import type { Database } from '#src/results/database.ts';
import { toBreachQuery } from '#src/witnesses/breach-query.ts';
import { keepLawfulRows } from '#src/witnesses/candidates/keep-lawful-rows.ts';
import { createRandom } from '#src/witnesses/candidates/random.ts';
import { withGivenValues, type GivenValues } from '#src/witnesses/candidates/with-given-values.ts';
import {
  toWitnessStatements,
  type Row,
  type Witness,
  type WitnessTableShape,
} from '#src/witnesses/witness.ts';

interface OwnWitnessInputs {
  /** What the answer names. */
  readonly values: GivenValues;
  readonly shapes: readonly WitnessTableShape[];
  /** Begins the name of a schema that stands for a moment. */
  readonly name: string;
  /** The same seed makes the same rows. */
  readonly seed: number;
}

/**
 * A witness made for one answer: the rows of another one, and lawful copies of them that hold what the answer names. So an
 * answer that leaves out a name, or bounds a figure, where today's rows show no difference, meets rows that do.
 *
 * @param database - Idle: a transaction is begun, and rolled back.
 * @param base - Lawful rows.
 */
export async function makeOwnWitness(
  database: Database,
  base: Witness,
  { values, shapes, name, seed }: OwnWitnessInputs,
): Promise<Witness> {
  const used = base.tables.flatMap((table) => shapes.filter((shape) => shape.name === table.name));
  const models = used.map((shape) => ({ shape }));
  const rows = new Map(
    base.tables.map((table, index): [string, readonly Row[]] => [
      table.name,
      inOrderOf(used[index]?.columns.map((column) => column.name) ?? [], table),
    ]),
  );
  const tried = keepSingly(withGivenValues(rows, used, values, createRandom(seed)), used);
  const schema = `${name}_own`;
  const toDraft = (drafted: ReadonlyMap<string, readonly Row[]>): Witness => ({
    tables: used.map((shape) => ({
      name: shape.name,
      columns: shape.columns.map((column) => column.name),
      rows: drafted.get(shape.name) ?? [],
    })),
  });
  await database.query('BEGIN TRANSACTION');
  try {
    await database.query(toWitnessStatements(toDraft(tried), used, schema).join(';\n'));
    const kept = new Map(tried);
    for (const shape of used) {
      const query = toBreachQuery(
        shape,
        used.map((each) => each.name),
        schema,
      );
      if (query === undefined) continue;
      const refused = new Set((await database.query(query)).rows.map(([place]) => Number(place)));
      kept.set(
        shape.name,
        (kept.get(shape.name) ?? []).filter((_row, place) => !refused.has(place)),
      );
    }
    return toDraft(keepLawfulRows(kept, models));
  } finally {
    await database.query('ROLLBACK');
  }
}

/**
 * A few rows of a witness, which say most: a group of one, a total that is small, nobody who qualifies. Rows that refer to another
 * one come with it.
 *
 * @param size - Rows of each table, before those that are referred to.
 */
export function takeFewRows(
  { tables }: Witness,
  {
    shapes,
    size,
    seed,
  }: { readonly shapes: readonly WitnessTableShape[]; readonly size: number; readonly seed: number },
): Witness {
  const random = createRandom(seed);
  const kept = new Map(tables.map(({ name, rows }) => [name, new Set(random.shuffle(rows).slice(0, size))]));
  for (const child of tables) {
    for (const { columns, references } of shapes.find(({ name }) => name === child.name)?.foreignKeys ?? []) {
      const parent = tables.find(({ name }) => name === references.table);
      if (!parent) continue;
      const [own, theirs] = [
        columns.map((column) => child.columns.indexOf(column)),
        references.columns.map((column) => parent.columns.indexOf(column)),
      ];
      for (const row of kept.get(child.name) ?? []) {
        const match = parent.rows.find((other) =>
          own.every((place, index) => other[theirs[index] ?? -1] === row[place]),
        );
        if (match) kept.get(parent.name)?.add(match);
      }
    }
  }
  return {
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.filter((row) => kept.get(table.name)?.has(row)),
    })),
  };
}

/** The rows that are lawful by themselves: of two that cannot stand together both stay, until the rules have chosen. */
function keepSingly(
  rows: ReadonlyMap<string, readonly Row[]>,
  shapes: readonly WitnessTableShape[],
): ReadonlyMap<string, readonly Row[]> {
  return new Map(
    shapes.map((shape): [string, readonly Row[]] => {
      const alone = {
        shape: { ...shape, primaryKey: [], unique: [], depends: [], periods: [], foreignKeys: [] },
      };
      return [
        shape.name,
        keepLawfulRows(new Map([[shape.name, rows.get(shape.name) ?? []]]), [alone]).get(shape.name) ?? [],
      ];
    }),
  );
}

function inOrderOf(names: readonly string[], { columns, rows }: Witness['tables'][number]): readonly Row[] {
  const places = names.map((name) => columns.indexOf(name));
  return rows.map((row) => places.map((place) => row[place] ?? null));
}
