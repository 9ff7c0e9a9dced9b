import { expect, test } from 'vitest';
import { editDescriptor } from './edit-descriptor.ts';
import { makeBins } from './make-bins.ts';
import { isReconciliation } from './measure-rules.ts';
import { chooseStep, toPeriod } from './measure-rows-over-time.ts';
import { measureTimeliness, periodSpan } from './measure-timeliness.ts';
import { toFileDownload, toFilePage } from './source-url.ts';

test.each([
  ['a + b = total', true],
  ['abs(a + b - total) <= 0.5', true],
  ["code = 'A-B'", false],
  ['part + other <= whole', false],
  ['day(month) = 1', false],
  ['price * 2 = round(price * 2)', false],
  ['(a IS NULL) = (b IS NULL)', false],
])('tells whether %s is a sum that must come out', (rule, expected) => {
  expect(isReconciliation(rule)).toBe(expected);
});

const labels = (spread: Parameters<typeof makeBins>[0]) => makeBins(spread).bins.map(({ label }) => label);

test.each([
  ['whole numbers in a small range', { min: 1, median: 2, max: 4, whole: true }, ['1', '2', '3', '4']],
  [
    'numbers with decimals',
    { min: 0.1, median: 0.2, max: 0.32, whole: false },
    ['0.1 to under 0.15', '0.15 to under 0.2', '0.2 to under 0.25', '0.25 to under 0.3', '0.3 to under 0.35'],
  ],
  ['a single value', { min: 7, median: 7, max: 7, whole: true }, ['7']],
  [
    'a few very large values',
    { min: 0, median: 3, max: 2500, whole: true },
    ['0', '1 to 9', '10 to 99', '100 to 999', '1,000 to 9,999'],
  ],
  [
    'amounts with corrections',
    { min: -80.5, median: 2, max: 400, whole: false },
    ['below 0', '0', 'under 1', '1 to under 10', '10 to under 100', '100 to under 1,000'],
  ],
])('makes bars for %s', (_case, spread, expected) => {
  expect(labels(spread)).toEqual(expected);
});

test.each([
  ['days of one month', ['2024-01-02', '2024-01-30'], 'day'],
  ['months', ['2024-01-02', '2024-02-01', '2024-03-01'], 'month'],
  ['ends of quarters', ['2023-12-31', '2024-03-31', '2024-06-30'], 'quarter'],
  ['one day each year', ['2022-06-30', '2023-06-30'], 'year'],
  ['decades', ['1950-01-01', '2024-05-01'], 'year'],
  ['one day', ['2024-01-01'], 'month'],
])('counts %s by a fitting step', (_case, dates, expected) => {
  expect(chooseStep(dates)).toBe(expected);
});

test('tells the period of a day', () => {
  expect(toPeriod('2024-11-03', 'quarter')).toBe('2024 Q4');
});

test('counts days to a publication as exactly as its date is known', () => {
  const lag = (published?: string) =>
    measureTimeliness({ frequency: 'Yearly', dates: { from: '2023-01-01', to: '2023-12-31', published } })
      .lagDays;
  expect(lag('2024-02-01')).toEqual({ least: 32, most: 32 });
  expect(lag('2024-02')).toEqual({ least: 32, most: 60 });
  expect(lag('2024')).toEqual({ least: 1, most: 366 });
  expect(lag()).toBeUndefined();
  expect(periodSpan('2023-02')).toEqual(['2023-02-01', '2023-02-28']);
});

test('changes single fields of a descriptor and nothing else', () => {
  const text = 'a: 1 # one\nlist:\n  - { x: "old", y: 2 }\n  - {x: z}\n';
  const edits = [
    { path: ['list', 0, 'x'], value: 'new' },
    { path: ['a'], value: 10 },
  ];
  expect(editDescriptor(text, edits)).toBe('a: 10 # one\nlist:\n  - { x: new, y: 2 }\n  - {x: z}\n');
  expect(() => editDescriptor(text, [{ path: ['list', 5, 'x'], value: 1 }])).toThrow(/no field list\.5\.x/);
});

const source = { repository: 'https://github.com/owner/repo', commit: 'a'.repeat(40) };
const file = { path: 'raw data/A&E.csv', sha256: '' };

test('finds the page and the download of a file', () => {
  expect(toFilePage(source, file)).toBe(
    `https://github.com/owner/repo/blob/${'a'.repeat(40)}/raw%20data/A%26E.csv`,
  );
  expect(toFileDownload(source, file, { commit: 'b'.repeat(40) })).toBe(
    `https://raw.githubusercontent.com/owner/repo/${'b'.repeat(40)}/raw%20data/A%26E.csv`,
  );
  const elsewhere = { ...file, repository: 'https://github.com/other/list.git', commit: 'c'.repeat(40) };
  expect(toFileDownload(source, elsewhere, { commit: 'b'.repeat(40) })).toBe(
    `https://raw.githubusercontent.com/other/list/${'c'.repeat(40)}/raw%20data/A%26E.csv`,
  );
  expect(toFileDownload(source, file, { mirror: 'http://127.0.0.1:8/x/' })).toBe(
    'http://127.0.0.1:8/x/raw%20data/A%26E.csv',
  );
  expect(toFileDownload({ ...source, repository: 'https://example.org/repo' }, file)).toBeUndefined();
});
