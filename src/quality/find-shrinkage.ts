import { type TableDescriptor, usualLosses } from '#src/datasets/descriptor.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import type { EditionFinding } from './edition-finding.ts';
import { findTimeColumn } from './measure-rows-over-time.ts';
import { isAmount, queryNumbers } from './sql.ts';

/** Columns of text with more values than this name single things, whose going the rows tell already. */
const mostGroups = 2000;

/**
 * Where a new edition of a table has lost more than the descriptor allows: rows, groups, periods or sums; and columns
 * whose values changed places.
 *
 * @param before - The relation that holds the old rows, in SQL, with typed columns.
 * @param after - The same for the new ones.
 */
export async function findShrinkage(
  database: Database,
  table: TableDescriptor,
  before: string,
  after: string,
): Promise<EditionFinding[]> {
  const findings: EditionFinding[] = [];
  const { rows, groups, periods, sums } = table.mayShrink ?? usualLosses;
  const finding = (what: string, says: string) => {
    findings.push({ name: `${table.name} ${what}`, says: `${table.name}: ${says}` });
  };
  const [rowsBefore = 0, rowsAfter = 0] = await queryNumbers(
    database,
    `SELECT (SELECT count(*) FROM ${before}), (SELECT count(*) FROM ${after})`,
  );
  if (rowsAfter === 0) finding('rows', 'no row is left.');
  if (rowsBefore === 0 || rowsAfter === 0) return findings;
  const gone = await countGone(database, table, before, after, rowsBefore - rowsAfter);
  if (100 * gone > rows * rowsBefore) {
    finding(
      'rows',
      `${numberWords(gone)} of ${countWords(rowsBefore, 'row')} are gone (${shareWords(gone, rowsBefore)}). At most ${rows}% may go.`,
    );
  }
  const time = findTimeColumn(table);
  for (const column of table.columns) {
    const value = toQuotedName(column.name);
    const isTime = column === time;
    if (!isTime && column.type !== 'VARCHAR') continue;
    const limit = isTime ? periods : groups;
    const { rows: lost } = await database.query(
      `SELECT CAST(v AS VARCHAR), count(*) OVER () FROM (SELECT DISTINCT ${value} AS v FROM ${before} WHERE ${value} IS NOT NULL
         EXCEPT SELECT ${value} FROM ${after}) ORDER BY 1 LIMIT 4`,
    );
    const count = Number(lost[0]?.[1] ?? 0);
    const [all = 0] = await queryNumbers(database, `SELECT count(DISTINCT ${value}) FROM ${before}`);
    if (100 * count <= limit * all || (!isTime && all > Math.min(mostGroups, rowsBefore / 2))) continue;
    const examples = listWords(lost.slice(0, 3).map(([each]) => String(each)));
    finding(
      `${column.name} ${isTime ? 'periods' : 'groups'}`,
      `${numberWords(count)} of ${countWords(all, isTime ? 'period' : 'value')} of ${column.name} are gone, such as ${examples}. At most ${limit}% may go.`,
    );
  }
  for (const { name } of table.columns.filter(isAmount)) {
    const sum = `coalesce(sum(${toQuotedName(name)})::DOUBLE, 0)`;
    const [old = 0, now = 0] = await queryNumbers(
      database,
      `SELECT (SELECT ${sum} FROM ${before}), (SELECT ${sum} FROM ${after})`,
    );
    if (old <= 0 || 100 * (old - now) <= sums * old + 1e-6) continue;
    finding(
      `${name} sum`,
      `the sum of ${name} fell from ${numberWords(old)} to ${numberWords(now)} (${shareWords(old - now, old)} less). At most ${sums}% may go.`,
    );
  }
  for (const [one, other] of await findSwapped(database, table, before, after))
    finding(`${one} ${other} swapped`, `the values of ${one} and ${other} have changed places.`);
  return findings;
}

/** Rows whose key is gone, or without a key how many rows fewer there are. */
async function countGone(
  database: Database,
  table: TableDescriptor,
  before: string,
  after: string,
  fewer: number,
): Promise<number> {
  if (table.primaryKey.length === 0) return Math.max(0, fewer);
  const key = table.primaryKey.map(toQuotedName).join(', ');
  const [gone = 0] = await queryNumbers(
    database,
    `SELECT count(*) FROM (SELECT ${key} FROM ${before} EXCEPT SELECT ${key} FROM ${after})`,
  );
  return gone;
}

/** Pairs of columns outside the key that hold each other's old values on most rows where they differ. */
async function findSwapped(
  database: Database,
  table: TableDescriptor,
  before: string,
  after: string,
): Promise<[string, string][]> {
  const { primaryKey } = table;
  if (primaryKey.length === 0) return [];
  const others = table.columns.map(({ name }) => name).filter((name) => !primaryKey.includes(name));
  const pairs = others.flatMap((one, index) =>
    others.slice(index + 1).map((other): [string, string] => [one, other]),
  );
  if (pairs.length === 0) return [];
  const on = primaryKey.map((name) => `b.${toQuotedName(name)} = a.${toQuotedName(name)}`).join(' AND ');
  const old = (name: string) => `CAST(b.${toQuotedName(name)} AS VARCHAR)`;
  const now = (name: string) => `CAST(a.${toQuotedName(name)} AS VARCHAR)`;
  const counts = pairs.flatMap(([one, other]) => {
    const differ = `${old(one)} <> ${old(other)}`;
    return [
      `count(*) FILTER (${differ})`,
      `count(*) FILTER (${differ} AND ${now(one)} = ${old(other)} AND ${now(other)} = ${old(one)})`,
    ];
  });
  const found = await queryNumbers(
    database,
    `SELECT ${counts.join(', ')} FROM ${before} AS b JOIN ${after} AS a ON ${on}`,
  );
  return pairs.filter((_pair, index) => {
    const [differ = 0, crossed = 0] = found.slice(2 * index, 2 * index + 2);
    return differ > 0 && crossed > differ / 2;
  });
}
