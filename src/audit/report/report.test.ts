import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsvRecords } from '#src/explore/reading/csv/csv-records.ts';
import type { Audit } from '../audit.ts';
import { auditFile } from '../node/audit-file.ts';
import { toReportName } from './audit-words.ts';
import { toAuditCsv } from './to-audit-csv.ts';
import { toAuditHtml } from './to-audit-html.ts';
import { toAuditText } from './to-audit-text.ts';

const hostile = [
  'Area,"<script>alert(1)</script>","=cmd|\' /C calc\'!A0",Email',
  '"<img src=x onerror=alert(1)> ",1,2,jane.smith@example.org',
  '=HYPERLINK("http://example.org") ,2,3,bob@example.org',
  '"+1+1 ",3,4,',
  '@SUM(A1) ,4,5,',
  '"Total</td></table><script>x()</script>",5,6,',
].join('\n');

let folder: string;
let audit: Audit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-report-'));
  const path = join(folder, '<b>hostile".csv');
  await writeFile(path, hostile);
  audit = await auditFile(path, { version: '1.2.3', madeAt: '2026-06-30T12:00:00.000Z' });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('nothing in a file is markup in the report', () => {
  const html = toAuditHtml(audit);
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;');
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag?.toLowerCase()));
  for (const tag of ['script', 'img', 'b', 'iframe', 'link', 'a']) expect(tags).not.toContain(tag);
  expect(html).not.toMatch(/\son\w+=["']|src=["']|href=/);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('no field of the findings can run as a formula', () => {
  const bytes = new TextEncoder().encode(toAuditCsv(audit));
  const records = readCsvRecords(bytes, { at: 0, line: 1 }, ',', { records: 1000, bytes: bytes.length });
  const fields = records.flatMap((record) => record.fields);
  expect(fields.some((field) => field.includes('HYPERLINK'))).toBe(true);
  expect(fields.filter((field) => /^\s*[=+\-@]/.test(field))).toEqual([]);
  expect(new Set(records.map((record) => record.fields.length))).toEqual(new Set([10]));
});

test.each([
  ['page', toAuditHtml],
  ['CSV', toAuditCsv],
  ['text', toAuditText],
])('the %s says what was audited, when, by which version, and what was not told', (_form, toReport) => {
  const said = toReport(audit);
  expect(said).toContain(audit.file.sha256);
  expect(said).toMatch(/2026-06-30|30 June 2026/);
  expect(said).toContain('1.2.3');
  expect(said).toMatch(/[Cc]annot be told/);
  expect(said).toContain('A finding is a reason to look');
  expect(said).not.toMatch(/jane\.smith|bob@/);
});

test('the name of a report is one that every system takes', () => {
  expect(toReportName(audit, 'html')).toBe('audit-b-hostile-2026-06-30.html');
});
