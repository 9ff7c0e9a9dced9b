/**
 * A text with `inserted` in place of what is selected in it, and where the cursor then stands. A word gets the spaces it
 * needs: one before it unless something parts it from the word before, and one after it.
 *
 * @example
 * insertText('SELECT a', { start: 8, end: 8 }, 'FROM') // => { text: 'SELECT a FROM ', cursor: 14 }
 */
export function insertText(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  inserted: string,
): { readonly text: string; readonly cursor: number } {
  const isWord = /^\w/.test(inserted);
  const before = isWord && /[\w,'")*=<>]$/.test(text.slice(0, start)) ? ' ' : '';
  const after = isWord && !/^\s/.test(text.slice(end)) ? ' ' : '';
  const whole = `${before}${inserted}${after}`;
  return { text: text.slice(0, start) + whole + text.slice(end), cursor: start + whole.length };
}
