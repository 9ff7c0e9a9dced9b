import { expect, test } from 'vitest';
import type { DatasetQuality, MeasuredLink, MeasuredNumbers } from '#src/quality/quality.ts';
import { barWidth } from './bar-width.ts';
import { findLinks } from './find-links.ts';
import { mainNumbers } from './main-numbers.ts';
import { matchesQuery, toPlainText } from './match-dataset.ts';
import { toCatalogueEntry } from './to-catalogue-entry.ts';
import { toCitation } from './to-citation.ts';

const column = (name: string, unit?: string) => ({
  name,
  type: 'BIGINT',
  meaning: 'A number of things.',
  nullable: false,
  ...(unit === undefined ? {} : { unit }),
});

const table = {
  name: 'prices',
  row: 'One place in one year.',
  file: 'prices.csv',
  rowCount: 1,
  sha256: 'a'.repeat(64),
  primaryKey: ['place'],
  foreignKeys: [],
  links: [],
  rules: [],
  columns: [column('grade'), column('median_price', '£')],
};

const descriptor = {
  id: 'prices',
  title: 'House prices in Île-de-Test',
  summary: 'Median prices by council.',
  themes: ['Housing'],
  themeCodes: ['REGI' as const],
  publisher: 'Office for Tests',
  source: { page: 'https://example.org/', repository: 'https://example.org/', commit: '', files: [] },
  licence: { name: 'OGL v3.0', url: 'https://example.org/', attribution: 'Nobody.' },
  period: '1995 to 2024',
  published: 'June 2024',
  dates: { from: '1995-01-01', to: '2024-03-31', published: '2024-06' },
  retrieved: 'Never',
  frequency: 'Yearly',
  frequencyCode: 'ANNUAL' as const,
  coverage: 'One place.',
  tidied: [],
  problems: [],
  controlTotals: [],
  tables: [table],
};

const nothing = { words: '', theme: '', publisher: '', year: '' };

test.each([
  ['nothing at all', {}, true],
  ['beginnings of words in any order', { words: 'COUNC pric' }, true],
  ['a word without its accent', { words: 'ile' }, true],
  ['a column', { words: 'median_price' }, true],
  ['the middle of a word', { words: 'ouncil' }, false],
  ['one word of two', { words: 'council banana' }, false],
  ['signs only', { words: '£ & ?' }, true],
  ['its theme', { theme: 'Housing' }, true],
  ['a word that others have for it', { words: 'property' }, true],
  ['another theme', { theme: 'Health' }, false],
  ['another publisher', { publisher: 'Office' }, false],
  ['a year inside', { year: '1995' }, true],
  ['a year outside', { year: '2025' }, false],
  ['half a year', { year: '20' }, false],
])('finds a dataset by %s: %o, %s', (_case, query, expected) => {
  expect(matchesQuery(toCatalogueEntry(descriptor, ['property']), { ...nothing, ...query })).toBe(expected);
});

test('searches plain text', () => {
  expect(toPlainText(' A&E: “Île”  2024 ')).toBe('a e ile 2024');
});

test('cites a dataset with its year and version', () => {
  const asset = { sha256: '0123456789abcdef'.repeat(4) };
  expect(toCitation(descriptor, asset)).toBe(
    'Office for Tests (2024). House prices in Île-de-Test [dataset]. Tidied by Lunchtime Code Club, version 0123456789ab. https://example.org/. OGL v3.0.',
  );
  const { published: _published, ...dates } = descriptor.dates;
  expect(toCitation({ ...descriptor, dates }, asset)).toMatch(/^Office for Tests\. House/);
});

test('draws bars that can be seen and never leave their track', () => {
  expect([0, 0.001, 25, 50, 99].map((value) => barWidth(value, 50))).toEqual([0, 1, 50, 100, 100]);
  expect(barWidth(0, 0)).toBe(0);
});

const numbers = (name: string, min: number, max: number): MeasuredNumbers => ({
  ...{ column: name, count: 2, min, lowerQuartile: min, median: min, upperQuartile: max, max },
  ...{ zeros: 0, negatives: 0, tenfold: false, bins: [] },
});

test('shows the first column with a unit that varies', () => {
  const both = [numbers('grade', 1, 5), numbers('median_price', 1, 5)];
  expect(mainNumbers(table, both)).toMatchObject({ column: 'median_price', unit: '£' });
  expect(mainNumbers(table, [numbers('grade', 1, 5), numbers('median_price', 3, 3)])).toMatchObject({
    column: 'grade',
  });
  expect(mainNumbers(table, [numbers('median_price', 3, 3)])).toBeUndefined();
});

const link = (dataset: string): MeasuredLink => ({
  ...{ kind: 'link', columns: ['code'], to: { dataset, table: 'places', columns: ['code'] } },
  ...{ rows: 3, matchedRows: 2, values: 3, matchedValues: 2, unmatched: ['X'] },
});
const withLinks = (id: string, links: MeasuredLink[]): DatasetQuality => ({
  id,
  timeliness: { from: '1995-01-01', to: '2024-03-31', frequency: 'Yearly' },
  controlTotals: [],
  tables: [
    {
      ...{
        name: 'rows',
        rows: 3,
        columns: [],
        wholeRows: 3,
        uniqueness: { key: [], repeatedKeys: 0 },
        links,
      },
      ...{ rules: [], validity: [], numbers: [] },
    },
  ],
});

test('lists links inside a dataset, then from it, then to it', () => {
  const quality = {
    other: withLinks('other', [link('prices'), link('third')]),
    prices: withLinks('prices', [link('third'), link('prices')]),
  };
  const found = findLinks('prices', quality, new Map([['third', 'The third']]));
  expect(found.map(({ from, toTitle, own, outward }) => [from.dataset, toTitle, own, outward])).toEqual([
    ['prices', 'prices', true, true],
    ['prices', 'The third', false, true],
    ['other', 'prices', false, false],
  ]);
});
