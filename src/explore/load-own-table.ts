import type { Database } from '#src/results/database.ts';
import { FileProblem } from './own-table.ts';
import type { ReadingStep, ReadyFile } from './own-table.ts';
import { toReadSql, toSelectList } from './own-table-sql.ts';
import { profileTable } from './profile/profile-table.ts';
import type { TableProfile } from './profile/table-profile.ts';
import { readColumns } from './values/read-columns.ts';
import type { ReadColumn } from './values/read-columns.ts';
import { toQuotedName } from '#src/sql/quote.ts';

export interface LoadedTable {
  readonly columns: readonly ReadColumn[];
  readonly profile: TableProfile;
  /** What was done to read the values, and what else is to be said of them. */
  readonly steps: readonly ReadingStep[];
  readonly notes: readonly string[];
}

/**
 * Make a table of a ready file, find out what its texts say and look at what is in it. Leaves the table in the database.
 *
 * @param file - The name by which DuckDB knows the file.
 * @param off - The steps that the person does not want.
 * @throws FileProblem when DuckDB cannot read it.
 */
export async function loadOwnTable(
  database: Database,
  table: string,
  file: string,
  { format, columns, types }: ReadyFile,
  off: readonly string[] = [],
): Promise<LoadedTable> {
  const staged = `${table}__text`;
  const source = toReadSql(file, format, columns);
  await blameFile(database.query(`CREATE TABLE ${toQuotedName(staged)} AS FROM ${source}`), () => true);
  return blameFile(makeTable(database, table, staged, { format, columns, types }, off), isOutOfMemory);
}

async function makeTable(
  database: Database,
  table: string,
  staged: string,
  { format, columns, types }: Pick<ReadyFile, 'format' | 'columns' | 'types'>,
  off: readonly string[],
): Promise<LoadedTable> {
  const commaLikely = format.delimiter === ';';
  const read = await readColumns(database, staged, columns, { types, commaLikely, off });
  await database.query(
    `CREATE TABLE ${toQuotedName(table)} AS SELECT ${toSelectList(read.columns)} FROM ${toQuotedName(staged)}`,
  );
  await database.query(`DROP TABLE ${toQuotedName(staged)}`);
  return { ...read, profile: await profileTable(database, table, read.columns) };
}

/** The same work, of which some errors are the file's and not ours. */
async function blameFile<Made>(work: Promise<Made>, isFault: (cause: unknown) => boolean): Promise<Made> {
  try {
    return await work;
  } catch (cause) {
    throw isFault(cause) ? new FileProblem(toLoadProblem(cause), { cause }) : cause;
  }
}

const isOutOfMemory = (cause: unknown) => /out of memory/i.test(String(cause));

/** DuckDB's own words on a file, as far as they help. The page has checked the rows before, so this is rare. */
function toLoadProblem(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (isOutOfMemory(cause)) {
    return 'This file needs more memory than the browser gives. Save fewer rows or columns and choose it again.';
  }
  if (line === undefined) {
    return 'This file cannot be read as a table. Open it in the program that made it, save it as CSV in UTF-8 and choose it again.';
  }
  const what = counts ? ` Expected ${counts[1]} columns, found ${counts[2]}.` : '';
  return `Row ${line} of this file cannot be read.${what} Mend it, then choose the file again.`;
}
