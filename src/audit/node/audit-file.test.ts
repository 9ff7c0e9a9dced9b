import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { utils, write } from '@e965/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Audit } from '../audit.ts';
import { auditFile } from './audit-file.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..', '..');
const about = { version: '1.2.3', madeAt: '2026-06-30T12:00:00.000Z' };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-file-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const rows = [
  ['Area', 'n'],
  ['Leeds ', 1],
  ['York', 2],
];

function toBook(form: 'xlsx' | 'ods' | 'biff8'): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['A title'], [], ...rows]), 'One');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Email'], ['jane@example.org']]), 'Two');
  return Buffer.from(write(book, { type: 'array', bookType: form }) as ArrayBuffer);
}

const kinds: readonly (readonly [string, Buffer, number])[] = [
  ['a.csv', Buffer.from('Area,n\nLeeds ,1\nYork,2\n'), 2],
  ['a.tsv', Buffer.from('Area\tn\nLeeds \t1\nYork\t2\n'), 2],
  ['a.xlsx', toBook('xlsx'), 4],
  ['a.xls', toBook('biff8'), 4],
  ['a.ods', toBook('ods'), 4],
  ['a.json', Buffer.from('[{"Area": "Leeds ", "n": 1}, {"Area": "York", "n": 2}]'), 1],
  ['a.ndjson', Buffer.from('{"Area": "Leeds ", "n": 1}\n{"Area": "York", "n": 2}\n'), 1],
  [
    'a.parquet',
    Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'Area', data: ['Leeds ', 'York'] }] })),
    1,
  ],
];

test.each(kinds)('reads %s and says where its row stands', async (name, content, place) => {
  const path = join(folder, name);
  await writeFile(path, content);
  const { findings, file } = await auditFile(path, about);
  const found = findings.find(({ kind }) => kind === 'outer-spaces');
  expect(found?.examples?.rows[0]?.place).toBe(place);
  expect([file.name, file.bytes]).toEqual([name, content.length]);
});

test('audits the table that was asked for, and names those that were not looked at', async () => {
  const path = join(folder, 'two.xlsx');
  await writeFile(path, toBook('xlsx'));
  const { personal, table } = await auditFile(path, { ...about, table: 'Two' });
  expect(personal.map(({ what }) => what)).toEqual(['email addresses']);
  expect(table.others.map(({ name }) => name)).toEqual(['One']);
  await expect(auditFile(path, { ...about, table: 'Three' })).rejects.toThrow('It has: “One”, “Two”.');
});

test('names hidden sheets, which go wherever the file goes, and cells with errors', async () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows);
  sheet['B4'] = { t: 'e', v: 23 };
  sheet['A4'] = { t: 's', v: 'Hull' };
  sheet['!ref'] = 'A1:B4';
  utils.book_append_sheet(book, sheet, 'Shown');
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Staff');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const path = join(folder, 'hidden.xlsx');
  await writeFile(path, Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  const { findings } = await auditFile(path, about);
  const says = findings.map((finding) => finding.says).join(' ');
  expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['hidden-sheets', 'error-cells']));
  expect(says).toContain('1 hidden sheet: “Staff”');
});

test('names what a workbook hides with where it is, personal data in comments first', async () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([...rows, ['Hull', 3]]);
  sheet['!rows'] = [{}, {}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true }];
  Object.assign(sheet['A2'] as object, { c: [{ a: 'Jane Smith', t: 'jane.smith@example.org left' }] });
  utils.book_append_sheet(book, sheet, 'Shown');
  const path = join(folder, 'unseen.xlsx');
  await writeFile(path, Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  const audit = await auditFile(path, about);
  const says = audit.findings.map((finding) => finding.says).join(' ');
  expect(audit.personal.map(({ column, what }) => [column, what])).toEqual([
    ['Comments on cells', 'email addresses'],
  ]);
  expect(says).toContain('1 row with values is hidden: row 3 of “Shown”');
  expect(says).toContain('1 column with values is hidden: column B (“n”) of “Shown”');
  expect(says).toContain('1 cell has a comment: A2 of “Shown”');
  expect(JSON.stringify(audit)).not.toMatch(/Jane|jane/);
});

test('the command prints audits as JSON, writes the report and ends with 1 where a file cannot be read', async () => {
  const [good, bad, report] = ['good.csv', 'bad.csv', 'report.html'].map((name) => join(folder, name));
  await writeFile(good ?? '', 'Area,n\nLeeds ,1\nYork,2\n');
  await writeFile(bad ?? '', '');
  const command = [
    join(root, 'src/authoring/datasets-audit.ts'),
    good ?? '',
    '--json',
    '--html',
    report ?? '',
  ];
  const { stdout } = await run(process.execPath, command);
  const [audit] = JSON.parse(stdout) as Audit[];
  expect(audit?.findings.map(({ kind }) => kind)).toEqual(['outer-spaces']);
  expect(await readFile(report ?? '', 'utf8')).toContain('Audit of good.csv');
  const failed = run(process.execPath, [join(root, 'src/authoring/datasets-audit.ts'), bad ?? '']);
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('This file is empty.'),
  });
}, 60_000);
