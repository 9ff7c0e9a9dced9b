import { expect, test } from 'vitest';
import { splitStatements } from './statements.ts';

test.each([
  ['one statement', 'SELECT 1', [['SELECT', 'SELECT 1']]],
  ['a closing semicolon', ' select 1 ; ', [['SELECT', 'select 1']]],
  [
    'several',
    'FROM a; SELECT 2',
    [
      ['FROM', 'FROM a'],
      ['SELECT', 'SELECT 2'],
    ],
  ],
  ['empty ones', ';; ; -- nothing here\n;', []],
  [
    'semicolons in text, names and comments',
    `SELECT ';', ";" -- ;\n /* ; */ , $$;$$`,
    [['SELECT', `SELECT ';', ";" -- ;\n /* ; */ , $$;$$`]],
  ],
  ['a comment first', '-- why\nSELECT 1', [['SELECT', '-- why\nSELECT 1']]],
  ['a bracket first', '(SELECT 1)', [['(', '(SELECT 1)']]],
  ['a text that never closes', "SELECT 'a; b", [['SELECT', "SELECT 'a; b"]]],
])('splits %s', (_case, text, expected) => {
  const statements = splitStatements(text);
  expect(statements.map((each) => [each.keyword, each.text])).toEqual(expected);
  for (const { text: cut, start, end } of statements) expect(text.slice(start, end)).toBe(cut);
});
