import type { Token } from './tokens.ts';

/** The tokens outside brackets, brackets and comments left out. */
export function outerTokens(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ kind, text }) => {
    if (kind === 'comment') return false;
    if (kind === 'symbol' && /^[)\]}]$/.test(text)) depth--;
    else if (kind === 'symbol' && /^[([{]$/.test(text)) depth++;
    else return depth === 0;
    return false;
  });
}
