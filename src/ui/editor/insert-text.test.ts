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

test.each([
  ['a step close to its table', 'services|', '.', 'services.|'],
  ['a name close to its row', 'd => d.|', 'transactions', 'd => d.transactions|'],
  ['an arrow between spaces', 'filter(d|', '=>', 'filter(d => |'],
  ['a row after the arrow', 'd =>|', 'd.', 'd => d.|'],
  ['no second space after an arrow', 'd => |', 'op.', 'd => op.|'],
  ['a comparison between spaces', 'd.a|', '===', 'd.a === |'],
  ['a space after a colon', '{ n|', ':', '{ n: |'],
  ['a word after a comma', "'a',|", 'desc', "'a', desc|"],
])('in a pipeline puts %s', (_case, marked, inserted, expected) => {
  const start = marked.indexOf('|');
  const found = insertText(marked.replace('|', ''), { start, end: start }, inserted, 'javascript');
  expect(`${found.text.slice(0, found.cursor)}|${found.text.slice(found.cursor)}`).toBe(expected);
});
