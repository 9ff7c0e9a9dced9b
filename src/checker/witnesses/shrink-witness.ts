import type { Witness, WitnessTable, WitnessTableShape } from '#src/witnesses/witness.ts';

/** The place of a row: its table's and its own. */
type Place = readonly [table: number, row: number];

/**
 * Leaves out as many rows as it can while an answer still goes wrong, so that a person sees at once why. Rows that
 * refer to a row which goes, go with it.
 *
 * Halves first, then smaller parts: the idea of Zeller and Hildebrandt, "Simplifying and isolating failure-inducing
 * input", IEEE Transactions on Software Engineering 28 (2002).
 *
 * @param tryOut - What is wrong on the smaller witness; undefined when nothing is.
 * @param maxTries - A count and not a time, so that every machine shows the same rows.
 * @returns what `tryOut` said last of a smaller witness; undefined when none will do.
 */
export async function shrinkWitness<T>(
  witness: Witness,
  shapes: readonly WitnessTableShape[],
  tryOut: (smaller: Witness) => Promise<T | undefined>,
  maxTries: number,
): Promise<T | undefined> {
  let kept: Place[] = witness.tables.flatMap(({ rows }, table) =>
    rows.map((_row, row): Place => [table, row]),
  );
  let last: T | undefined;
  let tries = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && tries < maxTries;) {
      const rest = withoutOrphans(
        kept.filter((_place, index) => index < start || index >= start + size),
        witness,
        shapes,
      );
      tries++;
      const found = rest.length > 0 ? await tryOut(pick(witness, rest)) : undefined;
      if (found === undefined) {
        start += size;
      } else {
        kept = rest;
        last = found;
      }
    }
  }
  return last;
}

function pick({ tables }: Witness, places: readonly Place[]): Witness {
  return {
    tables: tables.map((table, index) => ({
      ...table,
      rows: places.flatMap(([at, row]) => (at === index ? [table.rows[row] ?? []] : [])),
    })),
  };
}

/** The rows whose references all find their row; where a table is not in the witness, nothing is asked. */
function withoutOrphans(
  places: readonly Place[],
  witness: Witness,
  shapes: readonly WitnessTableShape[],
): Place[] {
  const valuesOf = (table: WitnessTable | undefined, row: number, columns: readonly string[]) =>
    columns.map((column) => table?.rows[row]?.[table.columns.indexOf(column)] ?? null);
  const held = (name: string, columns: readonly string[]) =>
    new Set(
      places
        .filter(([table]) => witness.tables[table]?.name === name)
        .map(([table, row]) => JSON.stringify(valuesOf(witness.tables[table], row, columns))),
    );
  const lawful = places.filter(([table, row]) => {
    const own = witness.tables[table];
    const keys = shapes.find(({ name }) => name === own?.name)?.foreignKeys ?? [];
    return keys.every(({ columns, references }) => {
      if (!witness.tables.some(({ name }) => name === references.table)) return true;
      const values = valuesOf(own, row, columns);
      return values.includes(null) || held(references.table, references.columns).has(JSON.stringify(values));
    });
  });
  return lawful.length === places.length ? lawful : withoutOrphans(lawful, witness, shapes);
}
