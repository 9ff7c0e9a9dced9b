import type { Database } from '#src/results/database.ts';
import { findTypes } from './profile/find-types.ts';
import { FileProblem } from './own-table.ts';
import type { OwnColumn, OwnType, ReadyFile } from './own-table.ts';
import { toCast, toReadSql } from './own-table-sql.ts';
import { profileTable } from './profile/profile-table.ts';
import type { TableProfile } from './profile/table-profile.ts';
import { toQuotedName } from '#src/sql/quote.ts';

export interface LoadedTable {
  readonly types: readonly OwnType[];
  readonly profile: TableProfile;
}

/**
 * Make a table of a ready file, find its columns' types and look at what is in it. Leaves the table in the database.
 *
 * @param file - The name by which DuckDB knows the file.
 * @throws FileProblem when DuckDB cannot read it.
 */
export async function loadOwnTable(
  database: Database,
  table: string,
  file: string,
  { format, columns, types: given }: ReadyFile,
): Promise<LoadedTable> {
  const staged = `${table}__text`;
  try {
    await database.query(`CREATE TABLE ${toQuotedName(staged)} AS FROM ${toReadSql(file, format, columns)}`);
  } catch (cause) {
    throw new FileProblem(toLoadProblem(cause), { cause });
  }
  const types = given ?? (await findTypes(database, staged, columns));
  const casts = columns.map(({ name }, index) => toCast(name, types[index] ?? 'VARCHAR'));
  await database.query(
    `CREATE TABLE ${toQuotedName(table)} AS SELECT ${casts.join(', ')} FROM ${toQuotedName(staged)}`,
  );
  await database.query(`DROP TABLE ${toQuotedName(staged)}`);
  return { types, profile: await profileTable(database, table, toTyped(columns, types)) };
}

function toTyped(columns: readonly OwnColumn[], types: readonly OwnType[]) {
  return columns.map((column, index) => ({ ...column, type: types[index] ?? 'VARCHAR' }));
}

/** DuckDB's own words on a file, as far as they help. The page has checked the rows before, so this is rare. */
function toLoadProblem(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (/out of memory/i.test(message)) {
    return 'This file needs more memory than the browser gives. Save fewer rows or columns and choose it again.';
  }
  if (line === undefined) {
    return 'This file cannot be read as a table. Open it in the program that made it, save it as CSV in UTF-8 and choose it again.';
  }
  const what = counts ? ` Expected ${counts[1]} columns, found ${counts[2]}.` : '';
  return `Row ${line} of this file cannot be read.${what} Mend it, then choose the file again.`;
}
