export type TokenKind = 'word' | 'quoted-name' | 'text' | 'number' | 'comment' | 'symbol';

/** A piece of SQL: offsets in UTF-16 code units, `end` exclusive. White space makes no token. */
export interface Token {
  readonly kind: TokenKind;
  /** Just as it was typed, quotes included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A quote or comment that never closes: it runs to the end of the text. */
  readonly unterminated?: true;
}

const space = /\s+/y;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy;
const number = /0x[0-9a-f_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/iy;
const operator = /::|\|\||->>|->|<=>|<=|>=|<>|!=|==|=>|:=|\/\/|\*\*|!~~\*?|~~\*?|[\s\S]/uy;
const dollarQuote = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/**
 * Cut SQL into tokens by DuckDB's rules for quotes and comments. Never throws: of broken text, the last token is
 * marked `unterminated`.
 *
 * @example
 * tokenise("SELECT 'a;b'").map((token) => token.kind) // => ['word', 'text']
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const gap = match(space, text, at);
    if (gap > at) {
      at = gap;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): Token {
  const make = (kind: TokenKind, end: number | undefined): Token =>
    end === undefined
      ? { kind, text: text.slice(start), start, end: text.length, unterminated: true }
      : { kind, text: text.slice(start, end), start, end };
  const two = text.slice(start, start + 2);

  if (two === '--') return make('comment', lineEnd(text, start));
  if (two === '/*') return make('comment', blockCommentEnd(text, start));
  if (/^['"]/.test(two)) return make(two[0] === "'" ? 'text' : 'quoted-name', quoteEnd(text, start, false));
  if (/^[ebxn]'/i.test(two)) return make('text', quoteEnd(text, start + 1, /^e/i.test(two)));

  const tag = match(dollarQuote, text, start);
  if (tag > start) {
    const mark = text.slice(start, tag);
    const close = text.indexOf(mark, tag);
    return make('text', close < 0 ? undefined : close + mark.length);
  }
  for (const [kind, pattern] of [
    ['word', word],
    ['number', number],
  ] as const) {
    const end = match(pattern, text, start);
    if (end > start) return make(kind, end);
  }
  return make('symbol', match(operator, text, start));
}

/** Where `pattern` stops when it starts at `at`; `at` itself when it does not match there. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function lineEnd(text: string, start: number): number {
  const end = text.slice(start).search(/[\r\n]/);
  return end < 0 ? text.length : start + end;
}

/** Block comments nest, as in PostgreSQL. */
function blockCommentEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2);
    if (two === '/*') depth++;
    else if (two === '*/') depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** `open` is the offset of the opening quote. A doubled quote stands for itself. */
function quoteEnd(text: string, open: number, backslashEscapes: boolean): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < text.length; at++) {
    if (backslashEscapes && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}
