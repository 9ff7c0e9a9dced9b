import type { Token } from './tokens.ts';

/** Whether a token is one of these words, given in capitals. Quoted names and text never are. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}
