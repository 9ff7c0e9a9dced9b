import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { listWords } from '#src/words/list-words.ts';
import type { OwnColumn, ReadingStep } from '../own-table.ts';

const year = '(?:19|20)[0-9]{2}';
const financialYear = `${year} ?[-/–] ?(?:[0-9]{2}|${year})`;
const periodOf = `(?:${financialYear}|${year})`;
/** The quarter first, which sorts all first quarters together. */
const quarterFirst = `[Qq](?:uarter ?)?([1-4]),? ?[-/]? ?(${periodOf})`;
const quarterLast = `${periodOf}:? ?[-/]? ?[Qq][1-4]`;

interface Periods {
  /** An expression for each column whose texts are changed. */
  readonly sql: ReadonlyMap<string, string>;
  readonly steps: readonly ReadingStep[];
  readonly notes: readonly string[];
}

/**
 * Columns of financial years and quarters. They stay text; a quarter in front of its year is put behind it, so that the text
 * sorts in order of time.
 */
export async function findPeriods(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
  off: readonly string[],
): Promise<Periods> {
  const years: string[] = [];
  const mixed: string[] = [];
  const quarters: string[] = [];
  const turned: { name: string; count: number; example: string }[] = [];
  for (const { name } of columns) {
    const text = `trim(${toQuotedName(name)})`;
    const fits = (pattern: string) => `regexp_full_match(${text}, '${pattern}')`;
    const { rows } = await database.query(
      `SELECT count(*), count(*) FILTER (${fits(financialYear)}), count(*) FILTER (${fits(financialYear)} AND contains(${text}, '/')),
         count(*) FILTER (${fits(quarterLast)}), count(*) FILTER (${fits(quarterFirst)}), left(any_value(${text}) FILTER (${fits(quarterFirst)}), 30)
       FROM ${toQuotedName(staged)} WHERE ${text} <> ''`,
    );
    const [filled = 0, financial = 0, slashed = 0, last = 0, first = 0] = (rows[0] ?? [])
      .slice(0, 5)
      .map(Number);
    if (filled === 0) continue;
    if (financial === filled) (slashed > 0 && slashed < financial ? mixed : years).push(name);
    else if (last + first === filled) {
      if (first > 0) turned.push({ name, count: first, example: String(rows[0]?.[5]) });
      else quarters.push(name);
    }
  }
  const notes: string[] = [];
  if (years.length > 0)
    notes.push(`${listWords(years)}: financial years. They stay text, which sorts in order of time.`);
  if (mixed.length > 0)
    notes.push(
      `${listWords(mixed)}: financial years written in two ways, such as 2023-24 and 2023/24. SQL takes these for different values: \`replace(${mixed[0] ?? ''}, '/', '-')\` makes them one.`,
    );
  if (quarters.length > 0)
    notes.push(`${listWords(quarters)}: quarters. They stay text, which sorts in order of time.`);
  if (turned.length === 0) return { sql: new Map(), steps: [], notes };
  const [example] = turned;
  if (off.includes('quarters') || !example) {
    notes.push(
      `${listWords(turned.map(({ name }) => name))}: quarters with the quarter first, so that all first quarters sort together.`,
    );
    return { sql: new Map(), steps: [], notes };
  }
  const replace = (name: string) =>
    `regexp_replace(trim(${toQuotedName(name)}), '^${quarterFirst}$', '\\2 Q\\1')`;
  return {
    sql: new Map(turned.map(({ name }) => [name, replace(name)])),
    notes,
    steps: [
      {
        id: 'quarters',
        count: turned.reduce((sum, { count }) => sum + count, 0),
        sentence: `In ${listWords(turned.map(({ name }) => name))}, the year now stands before the quarter, so that the text sorts in order of time: “${example.example}” is “${example.example.replace(/^q(?:uarter ?)?([1-4]),? ?[-/]? ?(.*)$/i, '$2 Q$1')}”.`,
        undo: 'Leave quarters as they were written',
      },
    ],
  };
}
