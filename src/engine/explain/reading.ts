import type { TextRange } from '#src/results/run-outcome.ts';
import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { ReadFailure } from './failure.ts';

/** The words that open the parts of a query, in the order in which these must stand. */
export const clauses = ['SELECT', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT'];

/** Words of SQL's own that end a run of plain words. */
const keywords = new Set([
  ...clauses,
  ...['BY', 'JOIN', 'LEFT', 'INNER', 'OUTER', 'FULL', 'CROSS', 'ON', 'USING', 'UNION', 'EXCEPT', 'INTERSECT'],
  ...['AND', 'OR', 'NOT', 'NULL', 'IN', 'IS', 'LIKE', 'ILIKE', 'BETWEEN', 'AS', 'ASC', 'DESC', 'DISTINCT'],
  ...[
    'CASE',
    'WHEN',
    'THEN',
    'ELSE',
    'END',
    'QUALIFY',
    'WITH',
    'TRUE',
    'FALSE',
    'DATE',
    'INTERVAL',
    'OFFSET',
  ],
]);

const comparisons = new Set(['=', '==', '<', '>', '<=', '>=', '<>', '!=']);

export function isComparisonSign(token: Token | undefined): boolean {
  return token !== undefined && comparisons.has(token.text);
}

/** A word that is none of SQL's own. */
export function isPlainWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !keywords.has(token.text.toUpperCase());
}

/** Something that can be compared: a number, text, a name. */
export function isValue(token: Token | undefined): boolean {
  return (
    token !== undefined && (['number', 'text', 'quoted-name'].includes(token.kind) || isPlainWord(token))
  );
}

/** The stretch from one token to another. */
export function spanOf(first: Token, last: Token = first): TextRange {
  return { start: first.start, end: last.end };
}

/** Whether nothing stands between two tokens. */
export function touches(first: Token | undefined, second: Token | undefined): boolean {
  return first !== undefined && second !== undefined && first.end === second.start;
}

/** What was typed from one token to another. */
export function textOf({ text }: ReadFailure, first: Token, last: Token = first): string {
  return text.slice(first.start, last.end);
}

/** As text in SQL: other quote marks taken away, single ones put around it. */
export function quoteText(text: string): string {
  // A long run of quote marks would be searched again from each of them.
  return `'${text
    .slice(0, 200)
    .replaceAll(/^["'‘’“”„´`]+|["'‘’“”„´`]+$/g, '')
    .replaceAll("'", "''")}'`;
}

/** The places around the one DuckDB points at, first to last: never more than `back + ahead + 1` of them. */
export function placesAround({ tokens, index }: ReadFailure, back: number, ahead = 0): number[] {
  if (index < 0) return [];
  const first = Math.max(0, index - back);
  const last = Math.min(tokens.length - 1, index + ahead);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

/** The last word before `at` that opens a part of the query, in capitals. */
export function clauseAt(tokens: readonly Token[], at: number): string | undefined {
  for (let place = at - 1; place >= 0; place--) {
    const token = tokens[place];
    if (isWord(token, ...clauses, 'ON', 'USING', 'SET', 'VALUES')) return token?.text.toUpperCase();
  }
  return undefined;
}

/** Whether conditions stand here. */
export function inCondition(tokens: readonly Token[], at: number): boolean {
  return ['WHERE', 'HAVING', 'ON'].includes(clauseAt(tokens, at) ?? '');
}

/** The place of the last of the plain words that begin at `at`: “HM Revenue and Customs” is one run. */
export function runEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let next = at + 1; next < tokens.length && next < at + 12; next++) {
    const token = tokens[next];
    if (isPlainWord(token)) {
      if (isComparisonSign(tokens[next + 1])) return end;
      end = next;
    } else if (token?.text !== 'and' && token?.text !== ',') {
      return end;
    } else if (
      token.text === ',' ||
      !isPlainWord(tokens[next + 1]) ||
      !/^\p{Lu}/u.test(tokens[next + 1]?.text ?? '') ||
      isComparisonSign(tokens[next + 2]) ||
      isWord(tokens[next + 2], 'IS', 'LIKE', 'IN', 'BETWEEN', 'NOT')
    ) {
      return end;
    }
  }
  return end;
}

/** The names of all tables and columns, in small letters. */
export function knownNames({ tables }: ReadFailure): Set<string> {
  return new Set(
    tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]).map(toLower),
  );
}

function toLower(name: string): string {
  return name.toLowerCase();
}
