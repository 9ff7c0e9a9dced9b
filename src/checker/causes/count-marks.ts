import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import { toName, toUsedTokens } from '#src/sql/used-tokens.ts';

/** Where a token does its work. All conditions are one place, since WHERE, FILTER and CASE can stand for each other. */
type Place = 'select' | 'from' | 'condition' | 'group' | 'order' | 'limit';

/** A token that says what a query does, in one spelling, behind its place: `condition:>=`, `limit:5`. */
export interface Mark {
  readonly place: Place;
  readonly text: string;
}

const openings: Readonly<Record<string, Place>> = {
  SELECT: 'select',
  FROM: 'from',
  WHERE: 'condition',
  HAVING: 'condition',
  ON: 'condition',
  USING: 'condition',
  WHEN: 'condition',
  QUALIFY: 'condition',
  THEN: 'select',
  ELSE: 'select',
  GROUP: 'group',
  PARTITION: 'group',
  ORDER: 'order',
  LIMIT: 'limit',
  FETCH: 'limit',
  OFFSET: 'limit',
};
const joinKinds = ['LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'SEMI', 'ANTI', 'ASOF', 'POSITIONAL'];
// Words that may stand or be left out, or that go with another.
const silent = [
  'AS',
  'ASC',
  'BY',
  'OUTER',
  'ALL',
  'ROW',
  'ROWS',
  'ONLY',
  'FIRST',
  'NEXT',
  'END',
  'NULLS',
  'LAST',
];
const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const spellings: Readonly<Record<string, string>> = {
  ...{ '!=': '<>', '==': '=', '~~': 'like', '!~~': 'not like', '~~*': 'ilike', '!~~*': 'not ilike' },
  ...{ mean: 'avg', try_cast: 'cast', '::': 'cast', ifnull: 'coalesce', nvl: 'coalesce', isnull: 'is null' },
};

/**
 * What a query's text says, token by token, in one spelling: comments, brackets, names of tables before a column and
 * the side on which a number stands make no difference.
 *
 * @example
 * toMarks('SELECT a FROM t WHERE 5 < t.b').map(({ text }) => text) // => ['select', 'a', 'from', 't', 'where', '5', '>', 'b']
 */
export function toMarks(sql: string): Mark[] {
  const tokens = toUsedTokens(sql).tokens;
  const marks: Mark[] = [];
  const around: { readonly place: Place; readonly call: string | undefined }[] = [];
  let place: Place = 'select';
  let between = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.text === '(') around.push({ place, call: toCallName(tokens[at - 1]) });
    if (token.text === ')') place = around.pop()?.place ?? place;
    if (/^[()[\]{},;.]$/.test(token.text)) continue;
    if (tokens[at + 1]?.text === '.' && toName(token) !== undefined) continue;
    const next = openingAt(tokens, at);
    if (next) place = next;
    if (isWord(token, ...silent)) continue;
    if (isWord(token, 'AND') && between) {
      between = false;
      continue;
    }
    if (isWord(token, 'BETWEEN')) between = true;
    const { text, end } = readMark(tokens, at);
    const isDigits = token.kind === 'number' && tokens[at - 1]?.text === ',' && rounds(around.at(-1)?.call);
    marks.push({ place, text: isDigits ? `${digits}${text}` : text });
    at = end;
  }
  return marks;
}

/** Begins the mark of a number that says to how many digits a value is rounded. */
export const digits = 'digits ';

function toCallName(token: Token | undefined): string | undefined {
  return token && toName(token);
}

function rounds(call: string | undefined): boolean {
  return /^(round|round_even|trunc)$/.test(call ?? '');
}

/** The place that a token opens; none inside a function such as `extract(year FROM day)`, and none for a column's name. */
function openingAt(tokens: readonly Token[], at: number): Place | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || tokens[at - 1]?.text === '.') return undefined;
  if (
    isWord(token, 'FROM') &&
    (isWord(tokens[at - 1], 'DISTINCT') || isWord(tokens[at - 2], 'extract', 'EXTRACT'))
  )
    return undefined;
  return openings[token.text.toUpperCase()];
}

function readMark(tokens: readonly Token[], at: number): { readonly text: string; readonly end: number } {
  const [token, after, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return { text: '', end: at };
  if (token.kind === 'number') return { text: toNumberText(token.text), end: at };
  if (token.kind === 'text') return { text: token.text, end: at };
  if (isWord(token, 'IS') && isWord(after, 'NOT') && isWord(third, 'NULL'))
    return { text: 'is not null', end: at + 2 };
  if (isWord(token, 'IS') && isWord(after, 'NULL')) return { text: 'is null', end: at + 1 };
  if (isWord(token, 'NOT') && isWord(after, 'IN', 'LIKE', 'ILIKE', 'BETWEEN'))
    return { text: `not ${after?.text.toLowerCase() ?? ''}`, end: at + 1 };
  if (isWord(token, ...joinKinds)) {
    const end = isWord(after, 'OUTER') ? at + 2 : at + 1;
    if (isWord(tokens[end], 'JOIN')) return { text: `${token.text.toLowerCase()} join`, end };
  }
  if (isWord(token, 'JOIN')) return { text: 'inner join', end: at };
  if (isWord(token, 'SELECT') && isWord(after, 'DISTINCT')) return { text: 'select distinct', end: at + 1 };
  if (isWord(token, 'FETCH')) return { text: 'limit', end: at };
  if (after?.text === '(') return readCall(tokens, at);
  if (flipped[token.text] !== undefined && isLiteral(tokens[at - 1]) && !isLiteral(after))
    return { text: flipped[token.text] ?? '', end: at };
  const text = toName(token) ?? token.text;
  return { text: spellings[text] ?? text, end: at };
}

/** A function: `count(*)`, `count(1)` and `count()` are one thing, `sum(DISTINCT x)` is another than `sum(x)`. */
function readCall(tokens: readonly Token[], at: number): { readonly text: string; readonly end: number } {
  const token = tokens[at];
  const name = (token && toName(token)) ?? '';
  const first = tokens[at + 2];
  const closes = (place: number) => tokens[place] === undefined || tokens[place]?.text === ')';
  const isOne = (first?.text === '*' || first?.kind === 'number') && closes(at + 3);
  if (/^count(_star)?$/.test(name) && (closes(at + 2) || isOne))
    return { text: 'count_star', end: isOne ? at + 3 : at + 2 };
  if (isWord(first, 'DISTINCT')) return { text: `${name} distinct`, end: at + 2 };
  return { text: spellings[name] ?? name, end: at };
}

function isLiteral(token: Token | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'text';
}

function toNumberText(text: string): string {
  const value = Number(text.replaceAll('_', ''));
  return Number.isNaN(value) ? text : String(value);
}

/** How often each mark stands, by `place:text`. */
export function countMarks(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place, text } of marks) {
    // A clause's own word has its place in itself.
    const key = `${place}:${text}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
