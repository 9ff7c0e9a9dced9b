import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';

/** A value as DuckDB writes it in text, which casts back to the column's type. */
export type WitnessValue = string | null;

/** A row of a table, its values in the order of the columns. */
export type Row = readonly WitnessValue[];

/** A small awkward database on which mutants of a model answer give another result. Plain JSON. */
export interface Witness {
  readonly tables: readonly WitnessTable[];
}

export interface WitnessTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** What a table's descriptor says of the rows it may hold. A dataset's `TableDescriptor` fits. */
export interface WitnessTableShape {
  readonly name: string;
  readonly columns: readonly WitnessColumnShape[];
  /** Empty where rows may repeat. */
  readonly primaryKey: readonly string[];
  /** Other lists of columns that no two rows share. */
  readonly unique?: readonly (readonly string[])[] | undefined;
  /** Columns that are the same wherever others are. */
  readonly depends?:
    readonly { readonly columns: readonly string[]; readonly determines: readonly string[] }[] | undefined;
  /** Times that no two rows with the same values in `of` may share, the last day or moment included. */
  readonly periods?:
    readonly { readonly of: readonly string[]; readonly from: string; readonly to: string }[] | undefined;
  readonly foreignKeys: readonly {
    readonly columns: readonly string[];
    readonly references: { readonly table: string; readonly columns: readonly string[] };
    /** SQL conditions between a row, `child`, and the one it refers to, `parent`. */
    readonly rules?: readonly { readonly rule: string }[] | undefined;
  }[];
  /** SQL conditions that no row breaks; a condition that is NULL counts as kept. */
  readonly rules?: readonly { readonly rule: string }[] | undefined;
}

export interface WitnessColumnShape {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly allowed?: readonly string[] | undefined;
  readonly range?: readonly [number | string, number | string] | undefined;
  /** What is counted or measured. Figures of different units are not compared. */
  readonly unit?: string | undefined;
}

/** How many rows the tables of a witness have together. */
export function countWitnessRows({ tables }: Witness): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/**
 * Statements that make a witness's tables in a schema of their own, with every column of the table and its type. After
 * them `USE memory.<schema>` runs a learner's text on the witness.
 *
 * @param shapes - Every table of the witness must be among them; throws when one is not.
 * @param schema - Its name. It must not exist yet.
 */
export function toWitnessStatements(
  witness: Witness,
  shapes: readonly WitnessTableShape[],
  schema: string,
): string[] {
  return [
    `CREATE SCHEMA ${toQuotedName(schema)}`,
    ...witness.tables.flatMap((table) => {
      const shape = shapes.find(({ name }) => name === table.name);
      if (!shape) throw new Error(`The witness has a table "${table.name}" that no descriptor names.`);
      return toTableStatements(table, shape, schema);
    }),
  ];
}

function toTableStatements(table: WitnessTable, shape: WitnessTableShape, schema: string): string[] {
  const places = shape.columns.map((column) => table.columns.indexOf(column.name));
  const rows = table.rows.map(
    (row) => `(${places.map((place) => toLiteral(row[place] ?? null)).join(', ')})`,
  );
  const create = `CREATE TABLE ${toTableDefinition(shape, schema)}`;
  if (rows.length === 0) return [create];
  return [create, `INSERT INTO ${toTableName(shape, schema)} VALUES ${rows.join(', ')}`];
}

export function toTableName({ name }: WitnessTableShape, schema: string): string {
  return `${toQuotedName(schema)}.${toQuotedName(name)}`;
}

/** What stands after CREATE TABLE: the name, and every column with its type and whether it may be missing. */
export function toTableDefinition(shape: WitnessTableShape, schema: string): string {
  const columns = shape.columns.map(
    ({ name, type, nullable }) => `${toQuotedName(name)} ${type}${nullable ? '' : ' NOT NULL'}`,
  );
  return `${toTableName(shape, schema)} (${columns.join(', ')})`;
}

function toLiteral(value: WitnessValue): string {
  return value === null ? 'NULL' : toQuotedText(value);
}
