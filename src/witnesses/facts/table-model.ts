import type { TableFacts } from './table-facts.ts';
import type { Row, Witness, WitnessTableShape } from '../witness.ts';

/** A table with all that is known of it, columns by position. */
export interface TableModel {
  readonly shape: WitnessTableShape;
  /** What made-up rows keep: only what must be true of them, or what is true of the real rows as well. */
  readonly facts: TableFacts;
  /** Columns that the model answer names. */
  readonly used: readonly number[];
  /** Columns whose values may be changed in a copy of a real row. */
  readonly changeable: readonly number[];
  /** Texts, not used by the query, that say a figure again: as it is, or a date with its day first. */
  readonly spelt?: readonly {
    readonly column: number;
    readonly text: number;
    readonly isDayFirst: boolean;
  }[];
  readonly primaryKey: readonly number[];
}

/** The rows of a witness in the making, by table. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** @throws When the table has no such column: keys and queries only name columns that exist. */
export function placeOf({ shape }: Pick<TableModel, 'shape'>, column: string): number {
  const place = shape.columns.findIndex(({ name }) => name === column);
  if (place < 0) throw new Error(`Table "${shape.name}" has no column "${column}".`);
  return place;
}

export function countRows(rows: Rows): number {
  return [...rows.values()].reduce((all, { length }) => all + length, 0);
}

/** The rows as a witness, with every column of each table. */
export function toWitness(rows: Rows, models: readonly Pick<TableModel, 'shape'>[]): Witness {
  return {
    tables: models.map(({ shape }) => ({
      name: shape.name,
      columns: shape.columns.map(({ name }) => name),
      rows: rows.get(shape.name) ?? [],
    })),
  };
}
