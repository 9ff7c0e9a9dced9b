import type { Database } from '#src/results/database.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { OwnColumn, ReadingStep } from '../own-table.ts';
import { isErrorSql } from './error-cells.ts';

/** What databases and programs write where there is no value. */
const missingWords = ['null', '(null)', '<null>', 'nan', 'na', 'n/a', 'n.a.', 'n.a', '<na>', 'none'];

/** SQL that is true for a text that is such a word. */
const isWordSql = (text: string) =>
  `(contains(${toQuotedText(`|${missingWords.join('|')}|`)}, concat('|', lower(trim(${text})), '|')) AND trim(${text}) <> '')`;

/** The texts that say that there is no value, by the step that takes them out. */
const kinds = { 'missing-words': isWordSql, 'error-cells': isErrorSql } as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

/** Those that are taken out of columns of figures, without the steps that the person does not want. */
export const toGapKinds = (off: readonly string[]): Kind[] => kindNames.filter((kind) => !off.includes(kind));

/** SQL of a text, and no value where it says that there is none. */
export const withoutMissingWordsSql = (column: string, taken: readonly Kind[]) =>
  `CASE WHEN ${column} <> '' AND NOT (${taken.map((kind) => kinds[kind](column)).join(' OR ')}) THEN ${column} END`;

interface FoundWord {
  readonly word: string;
  readonly count: number;
  readonly kind: Kind;
}

/** The texts for a missing value in each column, and how often each stands. */
export type MissingWords = ReadonlyMap<string, readonly FoundWord[]>;

/** Columns of text in which such texts stand. */
export async function findMissingWords(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
  taken: readonly Kind[],
): Promise<MissingWords> {
  const found = new Map<string, readonly FoundWord[]>();
  if (taken.length === 0) return found;
  const kindSql = (text: string) =>
    `CASE ${taken.map((kind) => `WHEN ${kinds[kind](text)} THEN '${kind}'`).join(' ')} END`;
  for (const { name } of columns) {
    const column = toQuotedName(name);
    const { rows } = await database.query(
      `SELECT word, kind, count(*) FROM (SELECT trim(${column}) AS word, ${kindSql(column)} AS kind FROM ${toQuotedName(staged)} WHERE ${column} <> '')
       WHERE kind IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, 1 LIMIT 40`,
    );
    const words = rows.map(([word, kind, count]) => ({
      word: String(word),
      count: Number(count),
      kind: kindNames.find((each) => each === kind) ?? 'missing-words',
    }));
    if (words.length > 0) found.set(name, words);
  }
  return found;
}

/** What was done about them in the columns that are read as something else than text, a step for each kind. */
export function toMissingSteps(words: MissingWords, names: readonly string[]): ReadingStep[] {
  return kindNames.flatMap((kind) => toStep(kind, words, names));
}

function toStep(kind: Kind, words: MissingWords, names: readonly string[]): ReadingStep[] {
  const counts = new Map<string, number>();
  const ofKind = (name: string) => (words.get(name) ?? []).filter((each) => each.kind === kind);
  const read = names.filter((name) => ofKind(name).length > 0);
  for (const { word, count } of read.flatMap(ofKind)) counts.set(word, (counts.get(word) ?? 0) + count);
  if (counts.size === 0) return [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const list = [...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => `${word} (${count})`);
  const of = `${listWords(read.slice(0, 4))}${read.length > 4 ? ` and ${countWords(read.length - 4, 'other column')}` : ''}`;
  const says =
    kind === 'error-cells'
      ? `${inNumber(total, 'holds', 'hold')} an error of a spreadsheet`
      : `${inNumber(total, 'says', 'say')} that there is no value`;
  return [
    {
      id: kind,
      count: total,
      sentence: `${countWords(total, 'cell')} of ${of} ${says}: ${listWords(list.slice(0, 8))}${list.length > 8 ? ' and more' : ''}. ${inNumber(total, 'It counts', 'They count')} as missing, never as 0.`,
      undo: kind === 'error-cells' ? 'Keep the errors as text' : 'Keep these words as text',
    },
  ];
}
