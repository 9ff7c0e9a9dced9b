import { toQuotedText } from '#src/sql/quote.ts';

/**
 * Symbols that official statistics put in the place of a figure, or behind one, and what they say.
 *
 * Source: Government Analysis Function, “Symbols in tables”; the signs without brackets are those of older
 * tables, of Nomis and of the Department for Education. Letters count in columns of figures alone.
 */
const meanings: ReadonlyMap<string, string> = new Map([
  ['[b]', 'break in the series'],
  ['[c]', 'confidential, so suppressed'],
  ['[d]', 'differs, see the notes'],
  ['[e]', 'estimated'],
  ['[er]', 'error'],
  ['[f]', 'forecast'],
  ['[k]', 'rounds to 0'],
  ['[low]', 'rounds to 0'],
  ['[ns]', 'not significant'],
  ['[n]', 'not available'],
  ['[p]', 'provisional'],
  ['[r]', 'revised'],
  ['[s]', 'suppressed'],
  ['[ss]', 'statistically significant'],
  ['[t]', 'total'],
  ['[u]', 'low reliability'],
  ['[w]', 'none recorded'],
  ['[x]', 'not available'],
  ['[z]', 'not applicable'],
  ['..', 'not available'],
  ['...', 'not available'],
  ['…', 'not available'],
  ['.', 'not applicable'],
  [':', 'not available'],
  ['*', 'suppressed'],
  ['**', 'suppressed'],
  ['***', 'suppressed'],
  ['-', 'nil, or not applicable'],
  ['--', 'nil, or not applicable'],
  ['---', 'not available'],
  ['~', 'rounds to 0, or suppressed'],
  ['!', 'not available, see the notes'],
  ['#', 'suppressed, see the notes'],
  ['†', 'see the notes'],
  ['‡', 'see the notes'],
  ['c', 'confidential, so suppressed'],
  ['z', 'not applicable'],
  ['x', 'not available'],
  ['u', 'low reliability'],
  ['low', 'rounds to 0'],
  ['supp', 'suppressed'],
  ['supp.', 'suppressed'],
  ['ne', 'did not enter'],
]);

/** What Eurostat says by a letter behind a figure, or behind the colon in its place. */
const flags: ReadonlyMap<string, string> = new Map([
  ['b', 'break in the series'],
  ['c', 'confidential, so suppressed'],
  ['d', 'differs, see the notes'],
  ['e', 'estimated'],
  ['f', 'forecast'],
  ['i', 'see the notes'],
  ['n', 'not significant'],
  ['p', 'provisional'],
  ['r', 'revised'],
  ['s', 'estimated by Eurostat'],
  ['u', 'low reliability'],
  ['z', 'not applicable'],
]);
const flagged: ReadonlyMap<string, string> = new Map(
  [...flags].flatMap(([flag, meaning]) =>
    [`: ${flag}`, `:${flag}`].map((mark) => [mark, `not available: ${meaning}`] as const),
  ),
);

/** Small counts that were held back, as `<5`. */
const smallest = [2, 3, 4, 5, 6, 7, 8, 10, 11, 15, 20, 25, 30, 50, 100];
const smallCounts: ReadonlyMap<string, string> = new Map(
  smallest.flatMap((count) => [
    ...[`<${count}`, `< ${count}`, `less than ${count}`, `fewer than ${count}`, `under ${count}`].map(
      (mark) => [mark, `suppressed: less than ${count}`] as const,
    ),
    ...[`<=${count}`, `≤${count}`, `≤ ${count}`].map(
      (mark) => [mark, `suppressed: ${count} or less`] as const,
    ),
  ]),
);
const symbols: readonly string[] = [...meanings.keys(), ...flagged.keys(), ...smallCounts.keys()];

/** Words that people write there, which are no symbols of official statistics. */
const wordMeanings: ReadonlyMap<string, string> = new Map([
  ['nil', 'nil'],
  ['suppressed', 'suppressed'],
  ['redacted', 'suppressed'],
  ['not available', 'not available'],
  ['not applicable', 'not applicable'],
  ['unavailable', 'not available'],
]);

/** Signs behind a figure, where they say something else than in its place. */
const meaningsBehind: ReadonlyMap<string, string> = new Map([
  ['*', 'see the notes'],
  ['**', 'see the notes'],
  ['***', 'see the notes'],
  ['#', 'see the notes'],
  ['$', 'see the notes'],
]);

/** What a mark says; undefined for what is none. */
export const toMarkMeaning = (mark: string, isBehind = false): string | undefined =>
  (isBehind ? (meaningsBehind.get(mark.toLowerCase()) ?? flags.get(mark.toLowerCase())) : undefined) ??
  meanings.get(mark.toLowerCase()) ??
  flagged.get(mark.toLowerCase()) ??
  smallCounts.get(mark.toLowerCase()) ??
  wordMeanings.get(mark.toLowerCase());

/** True for a mark that is a plain word, such as `not applicable`, and no official symbol. */
export const isMarkWord = (mark: string) => wordMeanings.has(mark.toLowerCase());

const inBrackets = [...meanings.keys()]
  .filter((mark) => mark.startsWith('['))
  .map((mark) => mark.slice(1, -1));
/** A mark behind a figure: `12.3 [p]`, `4,000 [e] [r]`, `18.0*`, `150.4#`, `2.5 p`. */
const behind = `(?:(?:\\s*\\[(?i:${inBrackets.join('|')})\\])+|\\s*[*#†‡$]{1,3}| (?i:[${[...flags.keys()].join('')}]{1,2}))$`;

// DuckDB makes a join of a long IN list: a hundred columns with one took 40 seconds to plan.
const isOneOf = (text: string, marks: readonly string[]) =>
  `contains(${toQuotedText(`|${marks.join('|')}|`)}, concat('|', lower(${text}), '|'))`;

/** SQL that is true for a tidied text that is a mark or such a word and nothing else. */
export const isMarkSql = (text: string) => isOneOf(text, [...symbols, ...wordMeanings.keys()]);

/** SQL that is true for a tidied text that is a symbol of official statistics and nothing else. */
export const isOfficialMarkSql = (text: string) => isOneOf(text, symbols);

/** SQL that is true for a mark in brackets, which stands for nothing else anywhere. */
export const isBracketMarkSql = (text: string) =>
  isOneOf(
    text,
    inBrackets.map((name) => `[${name}]`),
  );

/** SQL for a tidied text without the marks behind it. */
export const withoutMarksSql = (text: string) => `regexp_replace(${text}, '${behind}', '')`;

/** SQL for the marks behind a tidied text; empty text where there are none. */
export const marksBehindSql = (text: string) => `trim(regexp_extract(${text}, '${behind}', 0))`;
