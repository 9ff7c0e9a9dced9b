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
  const tokens = tokenise(sql).filter(({ kind }) => kind !== 'comment');
  const all = findNamedQueries(tokens);
  if (all.length === 0) return { tokens, named: new Set() };
  const isDropped = findDropped(tokens.map(toName), all);
  return {
    tokens: tokens.filter((_token, place) => !isDropped.has(place)),
    named: new Set(all.filter(({ start }) => !isDropped.has(start)).map(({ name }) => name)),
  };
}

/**
 * The places of named queries that nothing names but they themselves, or others that are dropped.
 *
 * Names are counted once and then taken off: a search of the whole text for each of thousands of queries would hold the
 * page for minutes.
 */
function findDropped(
  names: readonly (string | undefined)[],
  all: readonly NamedQuery[],
): ReadonlySet<number> {
  const alike = new Map<string, NamedQuery[]>();
  for (const query of all) push(alike, query.name, query);
  const places = new Map<string, number[]>();
  for (const [place, name] of names.entries()) {
    if (name !== undefined && alike.has(name)) push(places, name, place);
  }
  const mentions = new Map(
    all.map((query) => {
      const at = places.get(query.name) ?? [];
      return [query, at.length - (countBelow(at, query.end) - countBelow(at, query.start))];
    }),
  );
  const dropped = new Set<number>();
  const unused = all.filter((query) => mentions.get(query) === 0);
  for (const { start, end } of unused) {
    if (dropped.has(start)) continue;
    const now: number[] = [];
    for (let place = start; place < end; place++) if (!dropped.has(place)) now.push(place);
    for (const place of now) dropped.add(place);
    for (const name of new Set(now.map((place) => names[place] ?? ''))) {
      alike.set(name, alike.get(name)?.filter((other) => !dropped.has(other.start)) ?? []);
    }
    for (const place of now) {
      for (const other of alike.get(names[place] ?? '') ?? []) {
        if (place >= other.start && place < other.end) continue;
        const left = (mentions.get(other) ?? 0) - 1;
        mentions.set(other, left);
        // The loop comes to it: a list may grow while it is gone through.
        if (left === 0) unused.push(other);
      }
    }
  }
  return dropped;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** How many of some numbers in order are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word or quoted name as it is compared: in small letters, without quotes; undefined for other tokens. */
export function toName({ kind, text }: Token): string | undefined {
  if (kind === 'word') return text.toLowerCase();
  return kind === 'quoted-name' ? text.slice(1, -1).replaceAll('""', '"').toLowerCase() : undefined;
}

function findNamedQueries(tokens: readonly Token[]): NamedQuery[] {
  const found: NamedQuery[] = [];
  const closings = findClosings(tokens);
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
      if (tokens[at]?.text === '(') at = (closings.get(at) ?? tokens.length) + 1;
      if (!isWord(tokens[at], 'AS')) break;
      at++;
      while (isWord(tokens[at], 'NOT', 'MATERIALIZED')) at++;
      if (tokens[at]?.text !== '(') break;
      at = (closings.get(at) ?? tokens.length) + 1;
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

/** The place of the bracket that closes each that opens. Those that never close are left out. */
function findClosings(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'symbol') continue;
    if (text === '(' || text === '[' || text === '{') open.push(at);
    else if (text === ')' || text === ']' || text === '}') closings.set(open.pop() ?? -1, at);
  }
  return closings;
}
