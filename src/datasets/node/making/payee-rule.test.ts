import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDuckDb, type DuckDb } from '../connect-duckdb.ts';

let database: DuckDb;
beforeAll(async () => {
  database = await connectDuckDb();
  await database.connection.run(readFileSync(join(import.meta.dirname, 'recipe-macros.sql'), 'utf8'));
});
afterAll(() => database.close());

async function published(payee: string): Promise<unknown> {
  const prepared = await database.connection.prepare('SELECT publishable_payee($1)');
  prepared.bindVarchar(1, payee);
  return (await prepared.runAndReadAll()).getRowsJS()[0]?.[0];
}

test.each([
  ['a company', 'ACME Ltd.'],
  ['a company named after a person', 'Ann Example Limited'],
  ['a company that trades under another name', 'Acme Limited T/A Example Books'],
  ['a council', 'London Borough of Sutton'],
  ['a body of the NHS', 'NHS Example'],
  ['a school of a saint', "St Mary's Primary School"],
  ['a department', 'HOME OFFICE'],
  ['a business by its words', 'Southern Cross Healthcare'],
  ['a large organisation by its initials', 'KPMG'],
  ["the publisher's redaction", 'REDACTED PERSONAL DATA'],
  ['a redaction with a slip', 'Reacted personal data'],
  ['a company that a redaction could hide', 'REDACTIVE MEDIA SALES LIMITED'],
])('publishes %s', async (_case, payee) => {
  expect(await published(payee)).toBe(payee);
});

test.each([
  ['two words without more', 'Ann Example'],
  ['an initial and a name', 'A Example'],
  ['a title', 'MRS A EXAMPLE'],
  ['a title beside a company', 'Dr Example Ltd'],
  ['a surname and a forename', 'Example, Ann'],
  ['a surname and two initials', 'EXAMPLE, A B'],
  ['a person who trades as a company', 'Ann Example t/a Example Ltd'],
  ['a person by way of a company', 'Ann Example c/o Example LLP'],
  ['trustees', 'Trustees of the Example Trust'],
  ['a trust for the care of one person', 'Ann Example Independent Living Trust'],
  ['a forename with a business word', 'Sarah Example Services'],
  ['a surname with a business word', "Smith's Services"],
  ['initials with a business word', 'J B Care'],
  ['a trade that one person may follow', 'Example Tree Services'],
  ['a name in brackets after a business word', 'Example Group (Ann Example)'],
  ['a web address', 'www.example.co.uk'],
  ['a teacher', 'Example School of Dance'],
  ['a redaction that still names someone', 'REDACTED Ann Example'],
  ['nothing', '   '],
])('withholds %s', async (_case, payee) => {
  expect(await published(payee)).toBeNull();
});

test('takes extra spaces out of what it publishes', async () => {
  expect(await published('  Acme   Ltd  ')).toBe('Acme Ltd');
});
