import { isWord } from './is-word.ts';
import { findClosing } from './used-tokens.ts';
import { tokenise, type Token } from './tokens.ts';

/** The clauses of one plain SELECT, as typed, without their opening words; absent ones are undefined. */
export interface Clauses {
  readonly select: string;
  /** True for SELECT DISTINCT; DISTINCT ON makes a query that is not plain. */
  readonly distinct: boolean;
  readonly from?: string;
  readonly where?: string;
  readonly groupBy?: string;
  readonly having?: string;
  readonly orderBy?: string;
  readonly limit?: string;
  readonly offset?: string;
}

type Name = 'select' | 'from' | 'where' | 'groupBy' | 'having' | 'orderBy' | 'limit' | 'offset';

const openings: readonly (readonly [Name, readonly string[]])[] = [
  ['select', ['SELECT']],
  ['from', ['FROM']],
  ['where', ['WHERE']],
  ['groupBy', ['GROUP', 'BY']],
  ['having', ['HAVING']],
  ['orderBy', ['ORDER', 'BY']],
  ['limit', ['LIMIT']],
  ['offset', ['OFFSET']],
];
// What a query with one of these does cannot be told clause by clause.
const notPlain = [
  'WITH',
  'UNION',
  'EXCEPT',
  'INTERSECT',
  'QUALIFY',
  'WINDOW',
  'FETCH',
  'VALUES',
  'PIVOT',
  'UNPIVOT',
  'SAMPLE',
];

/**
 * Splits one SELECT into its clauses. Undefined for anything but a plain SELECT: named queries, set operations,
 * QUALIFY, clauses that stand twice.
 *
 * @example
 * splitClauses('SELECT a FROM t WHERE b > 1') // => { select: 'a', distinct: false, from: 't', where: 'b > 1' }
 */
export function splitClauses(sql: string): Clauses | undefined {
  const tokens = tokenise(sql).filter(({ kind }) => kind !== 'comment');
  const places: { name: Name; at: number; start: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') at = findClosing(tokens, at);
    if (isWord(tokens[at], ...notPlain)) return undefined;
    const opening = openings.find(([, words]) =>
      words.every((word, index) => isWord(tokens[at + index], word)),
    );
    if (!opening || (isWord(tokens[at], 'FROM') && isWord(tokens[at - 1], 'DISTINCT'))) continue;
    places.push({ name: opening[0], at, start: at + opening[1].length });
    at += opening[1].length - 1;
  }
  const names = places.map(({ name }) => name);
  if (places[0]?.at !== 0 || new Set(names).size !== names.length) return undefined;
  const texts = new Map(
    places.map(({ name, start }, index) => [name, toClauseText(tokens.slice(start, places[index + 1]?.at))]),
  );
  const select = texts.get('select') ?? '*';
  const distinct = /^distinct\b/i.test(select);
  if (distinct && /^distinct\s+on\b/i.test(select)) return undefined;
  const optional = Object.fromEntries([...texts].filter(([name]) => name !== 'select')) as Partial<
    Record<Exclude<Name, 'select'>, string>
  >;
  return { ...optional, distinct, select: distinct ? select.slice('distinct'.length).trim() : select };
}

/** The text of a stretch of tokens, comments left out: one would hide what is put after it. */
function toClauseText(tokens: readonly Token[]): string {
  const pieces = tokens.filter(({ text }) => text !== ';');
  return pieces
    .map(({ text, end }, index) => {
      const next = pieces[index + 1];
      return next && next.start > end ? `${text} ` : text;
    })
    .join('')
    .trim();
}
