import type { Database } from '#src/results/database.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import type { ColumnProfile } from './table-profile.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';

/** What looks wrong with whole rows, each in a sentence with a count. */
export async function findRowFaults(
  database: Database,
  table: string,
  columns: readonly ColumnProfile[],
  rowCount: number,
): Promise<string[]> {
  if (rowCount === 0) return [];
  const names = columns.map(({ name }) => toQuotedName(name));
  const isBlank = columns
    .map(({ name, type }) =>
      type === 'VARCHAR' ? `coalesce(trim(${toQuotedName(name)}), '') = ''` : `${toQuotedName(name)} IS NULL`,
    )
    .join(' AND ');
  // A header among the rows makes text of every column, so it is looked for in text columns alone.
  const headed = columns.filter(({ type, heading }) => type === 'VARCHAR' && heading !== '').slice(0, 4);
  const isHeader = headed
    .map(({ name, heading }) => `trim(${toQuotedName(name)}) = ${toQuotedText(heading)}`)
    .join(' AND ');
  const { rows } = await database.query(
    `SELECT count(*) FILTER (${isBlank}), ${headed.length > 1 ? `count(*) FILTER (${isHeader})` : '0'},
       count(DISTINCT hash(${names.join(', ')})) FILTER (NOT (${isBlank})) FROM ${toQuotedName(table)}`,
  );
  const [blank = 0, repeated = 0, different = 0] = (rows[0] ?? []).map(Number);
  const duplicates = rowCount - blank - different;
  const faults: string[] = [];
  if (blank > 0)
    faults.push(
      `${countWords(blank, 'row')} with nothing in ${inNumber(blank, 'it', 'them')}. Counts of rows include ${inNumber(blank, 'it', 'them')}.`,
    );
  if (repeated > 0)
    faults.push(
      `${countWords(repeated, 'row')} that ${inNumber(repeated, 'repeats', 'repeat')} the headings.`,
    );
  if (duplicates > 0)
    faults.push(
      `${countWords(duplicates, 'row')} that ${inNumber(duplicates, 'repeats', 'repeat')} another row in every column. Totals count ${inNumber(duplicates, 'it', 'them')} again.`,
    );
  const total = await findTotalsRow(database, table, columns);
  if (total !== undefined) {
    faults.push(
      `A row near the end says “${total}”. If it is a total, adding up the column counts everything twice.`,
    );
  }
  return faults;
}

/** The words of a total in one of the last rows. */
async function findTotalsRow(
  database: Database,
  table: string,
  columns: readonly ColumnProfile[],
): Promise<string | undefined> {
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => toQuotedName(name));
  if (texts.length === 0) return undefined;
  const words = texts.map(
    (name) =>
      `CASE WHEN regexp_matches(trim(${name}), '(?i)^(grand |sub-?)?totals?\\b') THEN left(trim(${name}), 40) END`,
  );
  const { rows } = await database.query(
    `SELECT coalesce(${words.join(', ')}, NULL) FROM (FROM ${toQuotedName(table)} ORDER BY rowid DESC LIMIT 5)`,
  );
  const found = rows.map(([value]) => value).find((value) => value !== null);
  return found === undefined ? undefined : String(found);
}
