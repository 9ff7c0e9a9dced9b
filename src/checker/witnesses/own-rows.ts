import type { Database } from '#src/results/database.ts';
import { toBreachQuery } from '#src/witnesses/breach-query.ts';
import { hasAllowedValues, keepLawfulRows } from '#src/witnesses/candidates/keep-lawful-rows.ts';
import { createRandom } from '#src/witnesses/candidates/random.ts';
import { withGivenValues, type GivenValues } from '#src/witnesses/candidates/with-given-values.ts';
import { placeOf, type Rows } from '#src/witnesses/facts/table-model.ts';
import type { Row, Witness, WitnessTableShape } from '#src/witnesses/witness.ts';

/**
 * Rows for one answer: those of a witness, and copies of them that hold what the answer names. Each is lawful by itself, as far as
 * its columns tell; rules written in SQL are not looked at, and rows may not go together.
 *
 * @param shapes - Those of the witness's tables, in their order.
 * @param seed - The same seed makes the same rows.
 */
export function draftOwnRows(
  base: Witness,
  shapes: readonly WitnessTableShape[],
  values: GivenValues,
  seed: number,
): Rows {
  const rows = new Map(
    base.tables.map((table, index): [string, readonly Row[]] => {
      const places = (shapes[index]?.columns ?? []).map(({ name }) => table.columns.indexOf(name));
      return [table.name, table.rows.map((row) => places.map((place) => row[place] ?? null))];
    }),
  );
  const drafted = withGivenValues(rows, shapes, values, createRandom(seed));
  return new Map(
    shapes.map((shape): [string, readonly Row[]] => [
      shape.name,
      (drafted.get(shape.name) ?? []).filter((row) => hasAllowedValues(row, shape)),
    ]),
  );
}

/**
 * The drafted rows that keep the rules written in SQL.
 *
 * @param database - With the drafted rows in tables of a schema, in their order.
 */
export async function keepWithinRules(
  database: Database,
  drafted: Rows,
  shapes: readonly WitnessTableShape[],
  schema: string,
): Promise<Rows> {
  const names = shapes.map(({ name }) => name);
  const queries = shapes.flatMap((shape, index) => {
    const query = toBreachQuery(shape, names, schema);
    return query === undefined ? [] : [`SELECT ${index}, * FROM (${query})`];
  });
  const broken = queries.length > 0 ? (await database.query(queries.join(' UNION ALL '))).rows : [];
  const kept = shapes.map(({ name }, index): [string, readonly Row[]] => {
    const refused = new Set(broken.flatMap(([at, place]) => (Number(at) === index ? [Number(place)] : [])));
    return [name, (drafted.get(name) ?? []).filter((_row, place) => !refused.has(place))];
  });
  return new Map(kept);
}

/**
 * Lawful tables of rows that may not all go together: first the rows that were made, a few at a time, and then as many of all as go
 * together. A few say most: a group of one, a total that is small, nobody who qualifies. Rows that they refer to come with them.
 *
 * @param base - Rows that are in no part by themselves.
 * @param most - How many parts there may be.
 */
export function splitRows(
  rows: Rows,
  base: Witness,
  shapes: readonly WitnessTableShape[],
  most: number,
): readonly Rows[] {
  const models = shapes.map((shape) => ({ shape }));
  const old = new Set(base.tables.flatMap((table) => table.rows.map((row) => JSON.stringify(row))));
  const made = new Map(
    [...rows].map(([name, list]) => [name, list.filter((row) => !old.has(JSON.stringify(row)))]),
  );
  const longest = Math.max(0, ...[...made.values()].map(({ length }) => length));
  const size = Math.max(smallestPart, Math.ceil(longest / most));
  const parts = Array.from({ length: Math.ceil(longest / size) }, (_, part) => {
    const own = new Map(
      [...made].map(([name, list]) => [name, new Set(list.slice(part * size, (part + 1) * size))]),
    );
    addParents(own, rows, shapes);
    return new Map([...rows].map(([name, list]) => [name, list.filter((row) => own.get(name)?.has(row))]));
  });
  return [...parts, rows].map((part) => keepLawfulRows(part, models));
}

const smallestPart = 2;

function addParents(
  own: ReadonlyMap<string, Set<Row>>,
  rows: Rows,
  shapes: readonly WitnessTableShape[],
): void {
  for (const child of shapes) {
    for (const { columns, references } of child.foreignKeys) {
      const parent = shapes.find(({ name }) => name === references.table);
      if (!parent) continue;
      const placesIn = (shape: WitnessTableShape, names: readonly string[]) =>
        names.map((name) => placeOf({ shape }, name));
      const [from, to] = [placesIn(child, columns), placesIn(parent, references.columns)];
      for (const row of own.get(child.name) ?? []) {
        const match = rows
          .get(parent.name)
          ?.find((other) => from.every((place, index) => other[to[index] ?? -1] === row[place]));
        if (match) own.get(parent.name)?.add(match);
      }
    }
  }
}
