import { isWord } from './is-word.ts';
import { tokenise, type Token } from './tokens.ts';

/** A query that another one names: `WITH name AS (…)`. Places count tokens; `end` is exclusive. */
interface NamedQuery {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a query that matter: without comments, and without queries after WITH that nothing names. */
export interface UsedTokens {
  readonly tokens: readonly Token[];
  /** Names given by WITH, in small letters. */
  readonly named: ReadonlySet<string>;
}

/**
 * @example
 * toUsedTokens('WITH a AS (FROM t), b AS (FROM u) FROM a -- done').tokens // those of: WITH a AS (FROM t) FROM a
 */
export function toUsedTokens(sql: string): UsedTokens {
  let tokens: readonly Token[] = tokenise(sql).filter(({ kind }) => kind !== 'comment');
  for (;;) {
    const all = findNamedQueries(tokens);
    const unused = all.find(({ name, start, end }) =>
      tokens.every((token, place) => (place >= start && place < end) || toName(token) !== name),
    );
    if (!unused) return { tokens, named: new Set(all.map(({ name }) => name)) };
    tokens = tokens.filter((_token, place) => place < unused.start || place >= unused.end);
  }
}

/** A word or quoted name as it is compared: in small letters, without quotes; undefined for other tokens. */
export function toName({ kind, text }: Token): string | undefined {
  if (kind === 'word') return text.toLowerCase();
  return kind === 'quoted-name' ? text.slice(1, -1).replaceAll('""', '"').toLowerCase() : undefined;
}

function findNamedQueries(tokens: readonly Token[]): NamedQuery[] {
  const found: NamedQuery[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const before = tokens[place - 1];
    const opens = before === undefined || before.text === '(' || before.text === ';';
    if (!opens || !isWord(tokens[place], 'WITH')) continue;
    let at = place + (isWord(tokens[place + 1], 'RECURSIVE') ? 2 : 1);
    for (;;) {
      const nameToken = tokens[at];
      const name = nameToken && toName(nameToken);
      if (name === undefined) break;
      const start = at++;
      if (tokens[at]?.text === '(') at = findClosing(tokens, at) + 1;
      if (!isWord(tokens[at], 'AS')) break;
      at++;
      while (isWord(tokens[at], 'NOT', 'MATERIALIZED')) at++;
      if (tokens[at]?.text !== '(') break;
      at = findClosing(tokens, at) + 1;
      const comma = tokens[at]?.text === ',';
      found.push({ name, start, end: at + (comma ? 1 : 0) });
      if (!comma) break;
      at++;
    }
  }
  return found;
}

/** The place of the bracket that closes the one at `open`; the end where none does. */
export function findClosing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at] ?? {};
    if (kind !== 'symbol') continue;
    if (text === '(' || text === '[' || text === '{') depth++;
    else if ((text === ')' || text === ']' || text === '}') && --depth === 0) return at;
  }
  return tokens.length;
}
