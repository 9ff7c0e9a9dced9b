import { expect, test } from 'vitest';
import { insertText } from './insert-text.ts';

/** `|` is the cursor, `[…]` what is selected. */
test.each([
  ['a sign as it is', 'WHERE a |', '>', 'WHERE a >|'],
  ['a word with spaces round it', 'SELECT a|', 'FROM', 'SELECT a FROM |'],
  ['no second space before a word', 'SELECT a |', 'FROM', 'SELECT a FROM |'],
  ['no second space after a word', 'SELECT a| services', 'FROM', 'SELECT a FROM| services'],
  ['a word in a new line', 'SELECT a\n|', 'FROM', 'SELECT a\nFROM |'],
  ['a name after a bracket', 'count(|', 'service', 'count(service |'],
  ['in place of what is selected', 'SELECT [all]', '*', 'SELECT *|'],
])('puts %s', (_case, marked, inserted, expected) => {
  const start = marked.search(/[|[]/);
  const text = marked.replace(/[|[\]]/g, '');
  const selected = /\[(.*)\]/.exec(marked)?.[1] ?? '';
  const found = insertText(text, { start, end: start + selected.length }, inserted);
  expect(`${found.text.slice(0, found.cursor)}|${found.text.slice(found.cursor)}`).toBe(expected);
});
