import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { toQuotedText } from '#src/sql/quote.ts';
import { connectDuckDb } from '../connect-duckdb.ts';
import { loadRecipeMacros } from './recipe-macros.ts';

const shown = [
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
  ['a police and crime commissioner', 'Police and Crime Commissioner for Example'],
  ['the same as one publisher shortens it', 'P & CC for West Yorkshire'],
  [
    'a body with its own initials in brackets',
    'Organisation for Economic Co-operation and Development (OECD)',
  ],
  ['a body with its place in brackets', 'Example Healthcare (Leeds)'],
  ['a foreign company', 'Example Systemen BV'],
  ['a foreign company with full stops', 'Example Systemen B.V.'],
  ['a company in the care of another', 'GPA c/o CBRE'],
  ['a borough', 'Royal Borough of Example'],
  ['a business of the west', 'West Midlands Nursing Homes'],
  ['a charity that somebody looked at', 'Wilf Ward Family Trust'],
  ['a firm that somebody looked at', 'Turner & Townsend'],
  ['a home that somebody looked at', 'Atkinson Court'],
  ['money to many people under one word', 'Various - Total Expenses'],
] as const;

const withheld = [
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
  ['a surname with initials that are a foreign form', 'Smith BV'],
  ['initials and a surname with such letters', 'J Example NV'],
  ['a person behind a council', 'Example Council c/o Ann Example'],
  ['a person in front of a council', 'Ann Example c/o Example Council'],
  ['a name with a surname in brackets', 'Example Services (Example)'],
  ['a name with initials in brackets that are not its own', 'Example Services (AE)'],
  ['a name with somebody behind the initials', 'Ann Beth Example (ABE)'],
  ['a person named West', 'Mae West'],
  ['a name that holds a reviewed one', 'Ann Example Crisis'],
  ['a partnership named by people alone', 'Example & Sample'],
  ['a large partnership named by people alone', 'Slaughter & May'],
  ['solicitors named after one of them', 'Forbes Solicitors'],
  ['a surname with a trade', 'Logan Construction'],
  ['a firm with a name like that of a person', 'Carter Jonas'],
] as const;

const untidy = [
  ['extra spaces', '  Acme   Ltd  '],
  ['no-break spaces', 'Acme\u00a0Ltd\u00a0'],
  ['controls of an old encoding', 'Acme\u0085\u0096 Ltd'],
  ['marks that nobody sees', '\ufeffAc\u00adme\u200b \u2009Ltd'],
] as const;

// One query for all, because DuckDB takes half a second to plan the rule.
const answers = new Map<string, unknown>();
beforeAll(async () => {
  const { connection, close } = await connectDuckDb();
  await connection.run(await loadRecipeMacros());
  const payees = [...shown, ...withheld, ...untidy].map(([, payee]) => payee);
  const list = payees.map(toQuotedText).join(', ');
  const read = await connection.runAndReadAll(
    `SELECT publishable_payee(payee) FROM (
       SELECT unnest([${list}]) AS payee, generate_subscripts([${list}], 1) AS place) ORDER BY place`,
  );
  read.getRowsJS().forEach(([answer], index) => answers.set(payees[index] ?? '', answer));
  close();
});

test.each(shown)('publishes %s', (_case, payee) => {
  expect(answers.get(payee)).toBe(payee);
});

test.each(withheld)('withholds %s', (_case, payee) => {
  expect(answers.get(payee)).toBeNull();
});

test.each(untidy)('takes %s out of what it publishes', (_case, payee) => {
  expect(answers.get(payee)).toBe('Acme Ltd');
});

test('the list of reviewed payees is in order and in capitals, each once', async () => {
  const text = await readFile(join(import.meta.dirname, 'reviewed-payees.txt'), 'utf8');
  for (const part of text.trim().split('\n\n').slice(1)) {
    const names = part.split('\n').slice(1);
    expect(names).toEqual([...new Set(names.map((name) => name.toUpperCase()))].sort());
  }
});
