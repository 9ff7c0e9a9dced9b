import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** One statement of a text: offsets in UTF-16 code units, `end` exclusive. */
export interface Statement {
  /** As typed from its first token to its last, comments kept, without the closing semicolon. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The first word in capitals, or the first symbol, such as `(`. */
  readonly keyword: string;
}

/**
 * Cut a text at its semicolons. Semicolons in quotes and comments do not count; stretches that hold nothing but
 * comments are dropped.
 *
 * @example
 * splitStatements('FROM a; ; SELECT 1').map(({ keyword }) => keyword) // => ['FROM', 'SELECT']
 */
export function splitStatements(text: string): Statement[] {
  const statements: Statement[] = [];
  let tokens: Token[] = [];
  const close = () => {
    const first = tokens[0];
    const last = tokens.at(-1);
    const opening = tokens.find(({ kind }) => kind !== 'comment');
    if (first && last && opening) {
      const { start } = first;
      const { end } = last;
      statements.push({ text: text.slice(start, end), start, end, keyword: opening.text.toUpperCase() });
    }
    tokens = [];
  };
  for (const token of tokenise(text)) {
    if (token.kind === 'symbol' && token.text === ';') close();
    else tokens.push(token);
  }
  close();
  return statements;
}
