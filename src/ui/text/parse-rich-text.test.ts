import { expect, test } from 'vitest';
import { parseRichText } from './parse-rich-text.ts';
import type { RichPart } from './parse-rich-text.ts';

const text = (value: string): RichPart => ({ kind: 'text', text: value });
const code = (value: string): RichPart => ({ kind: 'code', text: value });
const bold = (...parts: RichPart[]): RichPart => ({ kind: 'bold', parts });

test.each<[string, string, readonly RichPart[]]>([
  ['plain text', 'Show all rows.', [text('Show all rows.')]],
  ['bold', 'Show **five** rows', [text('Show '), bold(text('five')), text(' rows')]],
  ['code', '`ORDER BY` sorts', [code('ORDER BY'), text(' sorts')]],
  ['code inside bold', '**use `LIMIT 5`**', [bold(text('use '), code('LIMIT 5'))]],
  [
    'stars inside code as they are',
    'try `count(**)` or `a ** b`',
    [text('try '), code('count(**)'), text(' or '), code('a ** b')],
  ],
  [
    'code whose stars would close a bold',
    '**all of `2 ** 3` here**',
    [bold(text('all of '), code('2 ** 3'), text(' here'))],
  ],
  ['a star of SQL as text', 'SELECT * FROM a ** b', [text('SELECT * FROM a ** b')]],
  ['an unpaired mark as text', 'one ` and **two', [text('one ` and **two')]],
  ['HTML as text', '<img src=x>', [text('<img src=x>')]],
  ['nothing', '', []],
])('reads %s', (_case, source, parts) => {
  expect(parseRichText(source)).toEqual(parts);
});
