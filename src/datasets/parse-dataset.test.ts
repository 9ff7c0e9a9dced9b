import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { parseDataset } from './parse-dataset.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'datasets/government-services/dataset.yaml'), 'utf8');

function messages(changed: string): string[] {
  const parsed = parseDataset(changed, 'dataset.yaml');
  return parsed.ok ? [] : parsed.problems.map(toProblemText);
}

/** The message for a change, without the line number, which moves as the descriptor grows. */
function message(from: string, to: string): string {
  expect(text).toContain(from);
  return messages(text.replace(from, to))
    .join('\n')
    .replace(/:\d+\n/, ':LINE\n');
}

test('reads a descriptor that people published', () => {
  const parsed = parseDataset(text, 'dataset.yaml');
  expect(parsed.ok && parsed.value.tables.map((table) => [table.name, table.primaryKey])).toEqual([
    ['services', ['service']],
    ['service_periods', ['service', 'year_to']],
  ]);
});

test.each([
  [
    'a column name with capitals',
    '- name: year_to',
    '- name: Year To',
    /columns\.1\.name: expected small letters, digits and _, with a letter first, found "Year To"/,
  ],
  [
    'an unknown type',
    'type: DECIMAL(12,2)',
    'type: MONEY',
    /columns\.10\.type: expected VARCHAR, BOOLEAN, .* found "MONEY"\.\n {2}The type in DuckDB/,
  ],
  [
    'a key that is no column',
    'primaryKey: [service]',
    'primaryKey: [id]',
    /primaryKey\.0: expected a column of "services", found "id"\./,
  ],
  [
    'a key that may be missing',
    'primaryKey: [service]',
    'primaryKey: [transactions]',
    /expected a column that is never missing, found "transactions", which is nullable\.\n {2}Set/,
  ],
  [
    'a reference to no table',
    '{ table: services, columns: [service] }',
    '{ table: service, columns: [service] }',
    /references\.table: expected a table of this dataset, found "service"\./,
  ],
  [
    'a reference to no column',
    '{ table: services, columns: [service] }',
    '{ table: services, columns: [id] }',
    /references\.columns: expected columns of "services", found "id"\./,
  ],
  [
    'a key of two columns to one',
    '{ table: services, columns: [service] }',
    '{ table: services, columns: [service, agency] }',
    /expected as many columns as the key has \(1\), found 2\./,
  ],
  [
    'a foreign key of no column',
    '- columns: [service]',
    '- columns: [name]',
    /foreignKeys\.0\.columns: expected columns of "service_periods", found "name"\./,
  ],
  [
    'two columns of one name',
    '- name: agency_abbreviation',
    '- name: agency',
    /columns\.4\.name: expected a name that no other column has, found "agency" again\./,
  ],
  [
    'two tables of one name',
    '- name: service_periods',
    '- name: services',
    /tables\.1\.name: expected a name that no other table has, found "services" again\./,
  ],
  [
    'a range the wrong way round',
    'range: [0, 1000]',
    'range: [1000, 0]',
    /range: expected the smaller value first, found \[1000, 0\]\./,
  ],
  [
    'a range of dates on numbers',
    'range: [0, 1000]',
    'range: ["2012-01-01", "2013-01-01"]',
    /range: expected two numbers, found \[2012-01-01, 2013-01-01\]\./,
  ],
  [
    'a range of numbers on dates',
    '["2012-12-31", "2013-06-30"]',
    '[2012, 2013]',
    /range: expected two dates, found \[2012, 2013\]\./,
  ],
  [
    'allowed values on numbers',
    'range: [0, 1000]',
    'allowed: ["1"]',
    /allowed: expected a list of values on VARCHAR columns only, found one on DECIMAL\(12,2\)\./,
  ],
  [
    'a range on text',
    'allowed: [Cost recovery, Fiscal]',
    'range: [0, 1]',
    /range: expected a range on numbers and dates only, found one on VARCHAR\./,
  ],
  [
    'a checksum cut short',
    '182a73a2642c',
    '182a',
    /source\.files\.0\.sha256: expected 64 hexadecimal digits in small letters, found "182a/,
  ],
  [
    'a file elsewhere',
    'file: services.csv',
    'file: ../services.csv',
    /tables\.0\.file: expected the name of a \.csv or \.parquet file in the same folder, found/,
  ],
  [
    'a release that is no date',
    'published: "2013-08" }',
    'published: August 2013 }',
    /dates\.published: expected a year, a month or a day, such as "2013-08", found "August 2013"/,
  ],
  [
    'a frequency that the EU does not list',
    'frequencyCode: NEVER',
    'frequencyCode: SOMETIMES',
    /frequencyCode: expected "DAILY", .* or "NEVER", found "SOMETIMES"\.\n {2}How often this dataset can change/,
  ],
  [
    'a theme that the EU does not list',
    'themeCodes: [GOVE, TECH]',
    'themeCodes: [GOVERNMENT]',
    /themeCodes\.0: expected "AGRI", .* or "TRAN", found "GOVERNMENT"/,
  ],
  [
    'a misspelt field',
    'publisher:',
    'publischer:',
    /expected text, found nothing\.[^]*publischer: expected one of the fields id, title, summary/,
  ],
])('explains %s', (_case, from, to, expected) => {
  expect(message(from, to)).toMatch(expected);
});

test('demands that a dataset says what was done to it and what is wrong with it', () => {
  const bare = text.replace(/^tidied:\n( .*\n)+/m, 'tidied: []\n').replace(/^problems:\n( .*\n)+/m, '');
  expect(messages(bare).map((problem) => problem.split('\n')[1])).toEqual([
    '  problems: expected a list, found nothing.',
    '  tidied: expected at least 1 item, found 0 items.',
  ]);
});
