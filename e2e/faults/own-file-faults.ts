import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { toTinyWorkbook } from '../support/tiny-workbook.ts';
import type { Fault } from './fault.ts';

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await expect(page.getByLabel('Choose a file')).toBeEnabled();
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** A file that cannot be used: the page says why, and the file mended can be chosen at once. */
function refused(fault: string, name: string, content: string | Uint8Array, says: RegExp): Fault {
  return {
    fault,
    place: 'explore',
    happens: async (page) => {
      await choose(page, name, content);
      await expect(page.getByText(`${name} was not used`, { exact: true })).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText(/our side/)).toHaveCount(0);
    },
    says,
    recover: async (page) => {
      await choose(page, 'mended.csv', 'Council,Amount\nLeeds,1\nYork,2\n');
      await expect(page.getByText(/mended\.csv is the table my_mended, 2 rows/).first()).toBeVisible({
        timeout: 30_000,
      });
    },
  };
}

const columns = (count: number) => Array.from({ length: count }, (_column, index) => `c${index}`).join();
const brackets = 20_000;

/** Files of a person's own that are broken, hostile or not what they seem. */
export const ownFileFaults: readonly Fault[] = [
  refused(
    'a CSV line has a field too few',
    'short.csv',
    'a,b\n1,2\n3\n4,5\n',
    /Line 3 .* Expected 2 columns, found 1/,
  ),
  refused(
    'a CSV quote mark never closes',
    'quote.csv',
    'a,b\n1,2\n"3,4\n',
    /Line 3 .* opens here and never closes/,
  ),
  refused(
    'a CSV file has more columns than can be used',
    'wide.csv',
    `${columns(501)}\n${columns(501)}\n`,
    /has 501 columns\. Up to 500 can be used/,
  ),
  refused('a file has no rows', 'blank.csv', '\n\n\n', /holds no rows/),
  refused('a file is empty', 'empty.csv', '', /is empty/),
  refused(
    'a file named CSV is not text',
    'binary.csv',
    new Uint8Array([1, 2, 0, 0, 0, 3, 4, 5]),
    /is not text/,
  ),
  refused(
    'a sign-in page was saved in place of the data',
    'data.csv',
    '<!DOCTYPE html><html><title>Sign in</title></html>',
    /is a web page, not data/,
  ),
  refused('a file is of a kind that cannot be read', 'picture.png', 'x', /“\.png” cannot be read here/),
  refused('a PDF is named CSV', 'report.csv', '%PDF-1.7 and so on', /is a PDF/),
  refused(
    'a workbook is broken',
    'broken.xlsx',
    'PK\u0003\u0004 and no more',
    /cannot be read as a workbook: it is broken or not whole/,
  ),
  refused(
    'a workbook has its only cell at the far end',
    'far.xlsx',
    toTinyWorkbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    /holds no rows|columns\. Up to 500/,
  ),
  refused(
    'a workbook unpacks to 100 MB of blanks',
    'blanks.xlsx',
    toTinyWorkbook(' '.repeat(100_000_000)),
    /unpacks to 100 MB, and nearly all of that is blank/,
  ),
  refused(
    'a JSON line is cut short',
    'cut.ndjson',
    '{"a": 1}\n{"a": \n',
    /Line 2 of this file cannot be read\. Expected one JSON object/,
  ),
  refused(
    'a JSON cell has thousands of levels',
    'deep.json',
    `[{"a": ${'['.repeat(brackets)}${']'.repeat(brackets)}}]`,
    /in more than 500 levels/,
  ),
  refused(
    'a JSON file ends too early',
    'early.json',
    '[{"a": 1}, {"a":',
    /is not JSON: line 1 cannot be read/,
  ),
  refused(
    'a Parquet file is not whole',
    'cut.parquet',
    'PAR1 and no more',
    /cannot be read as Parquet: it is broken or not whole/,
  ),
];
