import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toQuotedText } from '#src/sql/quote.ts';

/**
 * The SQL of the macros that every recipe may use, with the list of reviewed payees among them: `is_reviewed(name)` is
 * true for each line of `reviewed-payees.txt`, whatever its capitals.
 */
export async function loadRecipeMacros(): Promise<string> {
  const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
  const payees = (await read('reviewed-payees.txt')).split('\n').filter((line) => !/^(#|\s*$)/.test(line));
  const list = payees.map(toQuotedText).join(', ');
  return `CREATE MACRO is_reviewed(name) AS upper(name) IN (${list});\n${await read('recipe-macros.sql')}`;
}
