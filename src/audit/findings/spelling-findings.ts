import { countWords, inNumber } from '#src/words/count-words.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import { queryExamples, quoteValue, spellingTable, fileTextTable } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** More different values than this are no list of names. */
const mostNames = 50_000;
const mostCompared = 400;
const longestName = 80;

/** One form for all spellings that differ in capitals, spaces and marks alone. */
const looseSql = (text: string) =>
  `trim(regexp_replace(regexp_replace(replace(lower(${text}), '&', ' and '), '[''’.]', '', 'g'), '[^\\p{L}\\p{N}]+', ' ', 'g'))`;
/** One form for those that differ in capitals and spaces alone. Spaces at the ends are a fault of their own. */
const closeSql = (text: string) => `lower(regexp_replace(trim(${text}), '[\\s\\p{Z}]+', ' ', 'g'))`;

/** Values of a text column that look like one thing in several spellings. Its spellings must have been made. */
export async function findSpellingFindings(
  table: AuditedTable,
  column: AuditedColumn,
): Promise<AuditFinding[]> {
  // Two people may have names that differ in a capital alone.
  if (column.distinct < 2 || column.distinct > mostNames || column.isPersonal) return [];
  const { rows } = await table.database.query(`SELECT max(length(v)) FROM ${spellingTable}`);
  if (Number(rows[0]?.[0]) > longestName * 4) return [];
  const twins = await findTwins(table, column);
  return [...twins, ...(await findTypos(table, column))];
}

async function findTwins(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  // Marks may be all that tells two codes or amounts apart, so that only words are compared without them.
  const key = `CASE WHEN length(${looseSql('v')}) >= 6 AND regexp_matches(v, '^[^0-9]*$') THEN ${looseSql('v')} ELSE ${closeSql('v')} END`;
  const { rows } = await table.database.query(
    `WITH keyed AS (SELECT regexp_replace(trim(v), '^[\\s\\p{Z}]+|[\\s\\p{Z}]+$', '', 'g') AS v, sum(n) AS n FROM ${spellingTable} WHERE length(v) <= ${longestName} GROUP BY 1),
     grouped AS (SELECT ${key} AS k, list(v ORDER BY n DESC, v) AS names, list(n ORDER BY n DESC, v) AS uses FROM keyed WHERE v <> '' GROUP BY 1 HAVING count(*) > 1)
     SELECT count(*) OVER (), sum(list_sum(uses[2:])) OVER (), names[1], uses[1], names[2], uses[2], k
     FROM grouped ORDER BY list_sum(uses) DESC, k LIMIT 1`,
  );
  const [groups, rarer, first, firstUses, second, secondUses] = rows[0] ?? [];
  if (groups === undefined) return [];
  const text = toQuotedName(column.name);
  const isMany = Number(groups) > 1;
  return [
    {
      kind: 'spellings',
      dimension: 'Consistency',
      level: 'likely',
      title: 'One name in several spellings',
      column: column.heading,
      count: Number(groups),
      says: `${countWords(Number(groups), 'value')} ${inNumber(Number(groups), 'stands', 'stand')} in spellings that differ in capitals, spaces or marks alone${isMany ? ', such as' : ':'} ${quoteValue(column, first)} (${countWords(Number(firstUses), 'time')}) and ${quoteValue(column, second)} (${countWords(Number(secondUses), 'time')}). Groups and lookups keep them apart.`,
      advice: `Choose one spelling. ${countWords(Number(rarer), 'value')} would change if you take the more frequent one.`,
      examples: await queryExamples(
        table,
        `WITH keyed AS (SELECT v, ${key} AS k, n FROM ${spellingTable} WHERE length(v) <= ${longestName}),
         rarer AS (SELECT v FROM keyed QUALIFY count(*) OVER (PARTITION BY k) > 1
           AND trim(v) <> trim(first(v) OVER (PARTITION BY k ORDER BY n DESC, v)))
         SELECT "#" FROM ${fileTextTable} WHERE ${text} IN (FROM rarer) ORDER BY "#" LIMIT 5`,
        [column],
      ),
    },
  ];
}

/** A rare value one letter away from a frequent one. Digits must be the same: `Ward 1` and `Ward 2` are two things. */
async function findTypos(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (column.distinct > mostCompared || column.looks.isCode || column.filled < column.distinct * 3) return [];
  const digits = (name: string) => `regexp_replace(${name}, '[^0-9]', '', 'g')`;
  const { rows } = await table.database.query(
    `WITH names AS (SELECT trim(v) AS v, sum(n) AS n FROM ${spellingTable} WHERE length(trim(v)) BETWEEN 7 AND 60 GROUP BY 1),
     pairs AS (SELECT rare.v AS rare, common.v AS common, rare.n AS rares, common.n AS commons FROM names AS rare, names AS common
       WHERE rare.n <= 2 AND common.n >= 10 AND abs(length(rare.v) - length(common.v)) <= 1
         AND ${looseSql('rare.v')} <> ${looseSql('common.v')} AND ${digits('rare.v')} = ${digits('common.v')}
         AND damerau_levenshtein(lower(rare.v), lower(common.v)) = 1
         AND NOT regexp_matches(rare.v, '(^| )[A-Za-z]$'))
     SELECT count(DISTINCT rare) OVER (), rare, rares, common, commons FROM pairs ORDER BY commons DESC, rare LIMIT 1`,
  );
  const [count, rare, rares, common, commons] = rows[0] ?? [];
  if (count === undefined) return [];
  return [
    {
      kind: 'near-spellings',
      dimension: 'Consistency',
      level: 'possible',
      title: 'Names that are nearly the same',
      column: column.heading,
      count: Number(count),
      says: `${quoteValue(column, rare)} (${countWords(Number(rares), 'time')}) is one letter away from ${quoteValue(column, common)} (${countWords(Number(commons), 'time')}). It may be a slip, or another name.`,
      advice: 'Check which it is before you change it.',
      examples: await queryExamples(
        table,
        `SELECT "#" FROM ${fileTextTable} WHERE trim(${toQuotedName(column.name)}) = ${toQuotedText(String(rare))} ORDER BY "#" LIMIT 5`,
        [column],
      ),
    },
  ];
}
