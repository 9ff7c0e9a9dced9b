import { toCell } from '#src/results/to-cell.ts';
import type { Witness, WitnessTableShape } from '#src/witnesses/witness.ts';
import type { NamedSample } from '../verdict.ts';

const maxRows = 10;
const maxColumns = 8;

/**
 * A witness's rows as a person sees them, as much of them as helps: the tables and columns that are named.
 *
 * @param words - The names that the answers use, in small letters.
 */
export function toSamples(
  shapes: readonly WitnessTableShape[],
  witness: Witness,
  words: readonly string[],
): NamedSample[] {
  const read = witness.tables.filter(({ name }) => words.includes(name.toLowerCase()));
  return (read.length > 0 ? read : witness.tables).map(({ name, columns, rows }) => {
    const shape = shapes.find((table) => table.name === name);
    const named = columns.filter((column) => words.includes(column.toLowerCase()));
    const shown = (named.length > 0 ? named : columns).slice(0, maxColumns).map((column) => ({
      name: column,
      type: shape?.columns.find((each) => each.name === column)?.type ?? 'VARCHAR',
      place: columns.indexOf(column),
    }));
    return {
      name,
      columns: shown.map(({ name: column, type }) => ({ name: column, type })),
      rows: rows
        .slice(0, maxRows)
        .map((row) => shown.map(({ place, type }) => toCell(row[place] ?? null, type))),
      rowCount: rows.length,
    };
  });
}
