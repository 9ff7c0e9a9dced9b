import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { numberTypeKind, type LawfulRow } from './lawful-database.ts';

/** What the values of made-up rows are drawn from. */
export interface ValuePools {
  /** Rows of today by the table's name. */
  readonly rows: ReadonlyMap<string, readonly LawfulRow[]>;
  /** The values of today of each column, each once, by `table.column`. */
  readonly real: ReadonlyMap<string, readonly string[]>;
  /** The smallest and the largest number of today, by `table.column`. */
  readonly extents: ReadonlyMap<string, readonly [number, number]>;
}

export const poolName = (table: string, column: string) => `${table}.${column}`;

/**
 * Reads what stands in the tables today.
 *
 * @param database with the real tables under their plain names
 */
export async function readPools(database: Database, tables: readonly TableDescriptor[]): Promise<ValuePools> {
  const rows = new Map<string, LawfulRow[]>();
  const real = new Map<string, string[]>();
  const extents = new Map<string, [number, number]>();
  for (const table of tables) {
    const texts = table.columns.map(({ name }) => `${toQuotedName(name)}::VARCHAR`);
    const read = await database.query(
      `SELECT ${texts.join(', ')} FROM ${toQuotedName(table.name)} LIMIT 5000`,
    );
    const own = read.rows.map((row) => row.map((value) => (value === null ? null : String(value))));
    rows.set(table.name, own);
    for (const [place, { name, type }] of table.columns.entries()) {
      const values = [...new Set(own.flatMap((row) => row[place] ?? []))];
      real.set(poolName(table.name, name), values);
      if (numberTypeKind(type) === undefined || values.length === 0) continue;
      const numbers = values.map(Number);
      const [low, high] = numbers.reduce(
        ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
        [Infinity, -Infinity],
      );
      extents.set(poolName(table.name, name), [low, high]);
    }
  }
  return { rows, real, extents };
}

/** What stands in queries: the numbers and texts where their conditions turn, and words. */
export interface Literals {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Every word, in small letters: the columns that the queries name are among them. */
  readonly words: ReadonlySet<string>;
}

/** @example readLiterals(["SELECT 1 WHERE a LIKE '%oak%'"]) // => { numbers: [1], texts: ['%oak%', 'oak'], words: {'select', …} } */
export function readLiterals(queries: readonly string[]): Literals {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const words = new Set<string>();
  for (const { kind, text } of queries.flatMap(tokenise)) {
    if (kind === 'number') numbers.add(Number(text.replaceAll('_', '')));
    if (kind === 'word') words.add(text.toLowerCase());
    if (kind !== 'text') continue;
    const inside = text
      .replace(/^[a-z]?'/i, '')
      .replace(/'$/, '')
      .replaceAll("''", "'");
    for (const part of [inside, ...inside.split(/[%_]+/)]) if (part !== '') texts.add(part);
  }
  return { numbers: [...numbers].filter(Number.isFinite), texts: [...texts], words };
}
