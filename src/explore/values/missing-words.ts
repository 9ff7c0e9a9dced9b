import type { Database } from '#src/results/database.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { OwnColumn, ReadingStep } from '../own-table.ts';

/** What databases, spreadsheets and programs write where there is no value. */
const missingWords = [
  'null',
  '(null)',
  '<null>',
  'nan',
  'na',
  'n/a',
  '<na>',
  'none',
  '#n/a',
  '#null!',
  '#div/0!',
  '#value!',
  '#ref!',
  '#name?',
  '#num!',
];

/** SQL that is true for a text that is such a word. DuckDB makes a slow join of a long IN list. */
const isMissingWordSql = (text: string) =>
  `contains(${toQuotedText(`|${missingWords.join('|')}|`)}, concat('|', lower(trim(${text})), '|'))`;

/** SQL of a text, and no value where it is a word for none. */
export const withoutMissingWordsSql = (column: string) =>
  `CASE WHEN ${column} <> '' AND NOT ${isMissingWordSql(column)} THEN ${column} END`;

/** The words for a missing value in a column, and how often each stands. */
export type MissingWords = ReadonlyMap<string, readonly (readonly [word: string, count: number])[]>;

/** Columns of text in which such words stand beside other values. */
export async function findMissingWords(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
): Promise<MissingWords> {
  const found = new Map<string, readonly (readonly [string, number])[]>();
  for (const { name } of columns) {
    const column = toQuotedName(name);
    const { rows } = await database.query(
      `SELECT trim(${column}), count(*) FROM ${toQuotedName(staged)} WHERE ${column} <> '' AND ${isMissingWordSql(column)}
       GROUP BY ALL ORDER BY count(*) DESC, 1 LIMIT 10`,
    );
    if (rows.length > 0)
      found.set(
        name,
        rows.map(([word, count]) => [String(word), Number(count)] as const),
      );
  }
  return found;
}

/** What was done about them in the columns that are read as something else than text. */
export function toMissingStep(words: MissingWords, names: readonly string[]): ReadingStep[] {
  const counts = new Map<string, number>();
  const read = names.filter((name) => words.has(name));
  for (const name of read)
    for (const [word, count] of words.get(name) ?? []) counts.set(word, (counts.get(word) ?? 0) + count);
  if (counts.size === 0) return [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const list = [...counts].map(([word, count]) => `${word} (${count})`);
  return [
    {
      id: 'missing-words',
      count: total,
      sentence: `${countWords(total, 'cell')} of ${listWords(read.slice(0, 4))}${read.length > 4 ? ` and ${countWords(read.length - 4, 'other column')}` : ''} ${inNumber(total, 'says', 'say')} that there is no value: ${listWords(list.slice(0, 8))}. ${inNumber(total, 'It counts', 'They count')} as missing, never as 0.`,
      undo: 'Keep these words as text',
    },
  ];
}
