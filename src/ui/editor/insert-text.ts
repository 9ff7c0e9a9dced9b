import type { CodeLanguage } from '#src/words/code-words.ts';

/**
 * A text with `inserted` in place of what is selected in it, and where the cursor then stands. It gets the spaces it needs. In
 * SQL a word has one before it unless something parts it from the word before, and one after it. In JavaScript a step stands
 * close to the table before it: only signs between two values, and what follows them, have spaces.
 *
 * @example
 * insertText('SELECT a', { start: 8, end: 8 }, 'FROM') // => { text: 'SELECT a FROM ', cursor: 14 }
 */
export function insertText(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  inserted: string,
  language: CodeLanguage = 'sql',
): { readonly text: string; readonly cursor: number } {
  const [left, right] = [text.slice(0, start), text.slice(end)];
  const { before, after } =
    language === 'sql' ? spacesInSql(left, inserted, right) : spacesInScript(left, inserted, right);
  const whole = `${before}${inserted}${after}`;
  return { text: left + whole + right, cursor: start + whole.length };
}

interface Spaces {
  readonly before: string;
  readonly after: string;
}

function spacesInSql(left: string, inserted: string, right: string): Spaces {
  const isWord = /^\w/.test(inserted);
  return {
    before: isWord && /[\w,'")*=<>]$/.test(left) ? ' ' : '',
    after: isWord && !/^\s/.test(right) ? ' ' : '',
  };
}

function spacesInScript(left: string, inserted: string, right: string): Spaces {
  const isBetween = /^(=>|>|===|:)$/.test(inserted);
  const follows = /[,:>={]$/.test(left) && /^[\w'{]/.test(inserted);
  return {
    before: (isBetween && inserted !== ':' && /\S$/.test(left)) || follows ? ' ' : '',
    after: isBetween && !/^\s/.test(right) ? ' ' : '',
  };
}
