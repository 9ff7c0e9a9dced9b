import { expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

const short = { word: 'w', 'quoted-name': 'q', text: 't', number: 'n', comment: 'c', symbol: 's' } as const;
const show = (sql: string) => tokenise(sql).map(({ kind, text }) => `${short[kind]} ${text}`);

test.each([
  [
    'words and numbers',
    'SELECT a1, 1.5e-3 .5 1_000 0xFF',
    ['w SELECT', 'w a1', 's ,', 'n 1.5e-3', 'n .5', 'n 1_000', 'n 0xFF'],
  ],
  ['text with a doubled quote', "'it''s' x", ["t 'it''s'", 'w x']],
  ['quoted names', '"a""b".c', ['q "a""b"', 's .', 'w c']],
  ['escape text', "e'a\\'b' c", ["t e'a\\'b'", 'w c']],
  ['a plain text that ends in a backslash', "'a\\' c", ["t 'a\\'", 'w c']],
  ['dollar quotes', "$$it's; $$ $t$ $$ $t$ x", ["t $$it's; $$", 't $t$ $$ $t$', 'w x']],
  ['a parameter, which is no dollar quote', '$1', ['s $', 'n 1']],
  ['line comments', 'a -- b; \n c', ['w a', 'c -- b; ', 'w c']],
  ['nested comments', '/* a /* b */ c */ d', ['c /* a /* b */ c */', 'w d']],
  ['operators', 'a::INT<>b||c!=d', ['w a', 's ::', 'w INT', 's <>', 'w b', 's ||', 'w c', 's !=', 'w d']],
  ['letters beyond ASCII', 'café = 日本', ['w café', 's =', 'w 日本']],
  ['curly quotes and pictures, one symbol each', '‘a’ 🍋', ['s ‘', 'w a', 's ’', 's 🍋']],
  ['nothing', ' \n\u00a0', []],
])('reads %s', (_case, sql, expected) => {
  expect(show(sql)).toEqual(expected);
});

test.each([
  "SELECT 'abc",
  'SELECT "abc',
  'SELECT /* abc /* d */',
  'SELECT $$abc',
  "SELECT E'abc\\'",
  "SELECT '",
])('marks the last token of %s as unterminated', (sql) => {
  const last = tokenise(sql).at(-1);
  expect(last).toMatchObject({ unterminated: true, end: sql.length });
});

test('gives offsets that cut the text where each token stands', () => {
  const sql = `SELECT 'é🍋' AS "x" -- end`;
  for (const { text, start, end } of tokenise(sql)) expect(sql.slice(start, end)).toBe(text);
});
