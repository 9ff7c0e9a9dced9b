import type { ArrowDatabase, Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { HandedTable } from './pipeline-reply.ts';

/** In which order a table's rows are handed over: as they are stored, or in one that follows nothing in them. */
export type RowOrder = 'stored' | 'shuffled';

/** How a table that stands in the database now is read, in whatever order. */
export interface HandOver {
  readonly name: string;
  readonly query: string;
}

/**
 * The tables that stand under these names in the database now, with values that JavaScript has: whole numbers and decimals
 * as doubles, dates and times as text, as DuckDB writes them, lists and the like as text. Whole numbers past 2^53 are text, all of their column.
 */
export async function handOver(database: ArrowDatabase, names: readonly string[]): Promise<HandedTable[]> {
  return readHandedOver(database, await planHandOver(database, names));
}

/** The same in two steps, for whoever reads the same rows twice. */
export async function planHandOver(database: Database, names: readonly string[]): Promise<HandOver[]> {
  const plans: HandOver[] = [];
  for (const name of names) plans.push({ name, query: await toHandOverQuery(database, name) });
  return plans;
}

export async function readHandedOver(
  database: ArrowDatabase,
  plans: readonly HandOver[],
  order: RowOrder = 'stored',
): Promise<HandedTable[]> {
  // A hash of the whole row follows none of its values.
  const sorted = order === 'shuffled' ? ' AS shuffled ORDER BY hash(shuffled)' : '';
  const tables: HandedTable[] = [];
  for (const { name, query } of plans)
    tables.push({ name, arrow: await database.readArrow(`${query}${sorted}`) });
  return tables;
}

async function toHandOverQuery(database: Database, name: string): Promise<string> {
  const table = toQuotedName(name);
  const { rows } = await database.query(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
  const columns = rows.map(([column, type]) => ({ name: toQuotedName(String(column)), type: String(type) }));
  const inexact = await findInexact(database, table, columns);
  const items = columns.map((column) => {
    const value = inexact.has(column.name)
      ? `${column.name}::VARCHAR`
      : castForScript(column.name, column.type);
    return value === column.name ? value : `${value} AS ${column.name}`;
  });
  return `SELECT ${items.join(', ')} FROM ${table}`;
}

const wholeTypes = ['BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT'];

/** The columns of whole numbers that a double cannot tell apart. */
async function findInexact(
  database: Database,
  table: string,
  columns: readonly { readonly name: string; readonly type: string }[],
): Promise<ReadonlySet<string>> {
  const whole = columns.filter(({ type }) => wholeTypes.includes(type));
  if (whole.length === 0) return new Set();
  const limit = String(Number.MAX_SAFE_INTEGER);
  const tests = whole.map(
    ({ name }) => `coalesce(bool_or(${name} > ${limit} OR ${name} < -${limit}), false)`,
  );
  const { rows } = await database.query(`SELECT ${tests.join(', ')} FROM ${table}`);
  return new Set(whole.filter((_column, index) => rows[0]?.[index] === true).map(({ name }) => name));
}

function castForScript(name: string, type: string): string {
  switch (type) {
    case 'BOOLEAN':
    case 'DOUBLE':
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'UTINYINT':
    case 'USMALLINT':
    case 'UINTEGER':
    case 'VARCHAR':
      return name;
    default:
      return wholeTypes.includes(type) || type === 'FLOAT' || type.startsWith('DECIMAL')
        ? `${name}::DOUBLE`
        : `${name}::VARCHAR`;
  }
}
