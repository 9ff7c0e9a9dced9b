import { expect, test } from 'vitest';
import { parseDataset } from '#src/datasets/parse-dataset.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { measureDataset } from './measure-dataset.ts';
import { toDimensions } from './to-dimensions.ts';
import { findBrokenTotals, toQualityReport, toReportLine } from './to-quality-report.ts';

const descriptorText = `id: visits
title: Visits to libraries
summary: Visits by library and month, made up so that every fault is in it once.
publisher: Nobody
source:
  page: https://example.org/
  repository: https://example.org/
  commit: ${'a'.repeat(40)}
  files: [{ path: visits.csv, sha256: ${'a'.repeat(64)} }]
licence: { name: None, url: https://example.org/, attribution: Nobody asks for a credit. }
period: January to April 2024
published: May 2024
retrieved: Never
frequency: Yearly
frequencyCode: ANNUAL
themeCodes: [EDUC]
coverage: Three libraries in one place.
dates: { from: "2024-01-01", to: "2024-04-30", published: "2024-05" }
tidied: [Nothing was done to them.]
problems: [There is one of every kind.]
controlTotals:
  - { meaning: All visits., query: SELECT sum(visits) FROM visits, expected: 310, source: The yearbook of libraries. }
  - { meaning: Visits of adults., query: SELECT sum(adults) FROM visits, expected: 500, source: The yearbook of libraries. }
  - { meaning: Visits of nobody., query: SELECT sum(nobody) FROM visits, expected: 1, source: The yearbook of libraries. }
tables:
  - name: visits
    row: One library in one month.
    file: visits.csv
    rowCount: 6
    sha256: ${'a'.repeat(64)}
    primaryKey: [library, month]
    links:
      - columns: [library]
        references: { table: libraries, columns: [name] }
        meaning: Finds the town of a library.
    rules:
      - { rule: adults + children = visits, meaning: Adults and children make up all visits. }
      - { rule: adults <= visits, meaning: Adults are part of all visits. }
    columns:
      - { name: library, type: VARCHAR, meaning: The name of the library., nullable: false }
      - { name: month, type: DATE, meaning: The first day of the month., nullable: false }
      - { name: visits, type: BIGINT, unit: visits, meaning: How many people came., nullable: true, range: [0, 150] }
      - { name: adults, type: BIGINT, unit: visits, meaning: How many adults came., nullable: true }
      - { name: children, type: BIGINT, unit: visits, meaning: How many children came., nullable: true }
      - { name: kind, type: VARCHAR, meaning: What kind of library it is., nullable: true, allowed: [town, village] }
  - name: libraries
    row: One library with its town.
    file: libraries.csv
    rowCount: 2
    sha256: ${'a'.repeat(64)}
    primaryKey: [name]
    columns:
      - { name: name, type: VARCHAR, meaning: The name of the library., nullable: false }
`;

const visits = `('East', '2024-01-01', '100', '60', '40', 'town'), ('East', '2024-01-01', '100', '60', '40', 'town'),
  ('West', '2024-02-01', '10', '4', '5', 'city'), ('West', '2024-04-01', NULL, '4', NULL, 'village'),
  ('North', '2024-04-01', '200', '150', '50', 'village'), ('North', '2024-05-32', 'many', NULL, NULL, NULL)`;

async function measure() {
  const parsed = parseDataset(descriptorText, 'dataset.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const database = await createNativeDatabase();
  await database.query(
    `CREATE TABLE texts AS SELECT * FROM (VALUES ${visits}) AS v(library, month, visits, adults, children, kind)`,
  );
  await database.query(`CREATE TABLE names AS SELECT * FROM (VALUES ('East'), ('West')) AS n(name)`);
  try {
    const quality = await measureDataset(database, parsed.value, (_id, table) =>
      table === 'visits' ? 'main.texts' : 'main.names',
    );
    const { rows } = await database.query(
      "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('visits', 'libraries')",
    );
    return { quality, descriptor: parsed.value, left: rows[0]?.[0] };
  } finally {
    database.close();
  }
}

const { quality, descriptor, left } = await measure();
const table = quality.tables[0];

test('counts what is missing, by column and by row', () => {
  expect(table?.columns.map(({ name, missing, distinct }) => [name, missing, distinct])).toEqual([
    ['library', 0, 3],
    ['month', 0, 4],
    ['visits', 1, 4],
    ['adults', 1, 3],
    ['children', 2, 3],
    ['kind', 1, 3],
  ]);
  expect(table?.wholeRows).toBe(4);
});

test('counts repeated keys, and rows that repeat all the rest', () => {
  expect(table?.uniqueness).toEqual({ key: ['library', 'month'], repeatedKeys: 1, repeatedApartFromKey: 1 });
  expect(quality.tables[1]?.uniqueness).toEqual({ key: ['name'], repeatedKeys: 0 });
});

test('counts the rows and the values that find their match, and names some that do not', () => {
  expect(table?.links).toEqual([
    expect.objectContaining({ rows: 6, matchedRows: 4, values: 3, matchedValues: 2, unmatched: ['North'] }),
  ]);
});

test('counts rows that keep a rule, break it, or leave it open', () => {
  expect(table?.rules.map(({ kept, broken, open, reconciles }) => [kept, broken, open, reconciles])).toEqual([
    [3, 1, 2, true],
    [4, 0, 2, false],
  ]);
});

test('counts values outside their type, list and range', () => {
  const wrong = table?.validity.filter(({ outside }) => outside > 0);
  expect(wrong?.map(({ column, kind, checked, outside }) => [column, kind, checked, outside])).toEqual([
    ['month', 'type', 6, 1],
    ['visits', 'type', 5, 1],
    ['visits', 'range', 5, 1],
    ['kind', 'allowed', 5, 1],
  ]);
});

test('counts rows by month, with the months that have none', () => {
  expect(table?.time).toEqual({
    column: 'month',
    step: 'month',
    periods: [
      { period: '2024-01', rows: 2 },
      { period: '2024-02', rows: 1 },
      { period: '2024-03', rows: 0 },
      { period: '2024-04', rows: 2 },
    ],
    undated: 1,
  });
});

test('shows how numbers are spread', () => {
  const spread = table?.numbers.find(({ column }) => column === 'visits');
  expect(spread).toMatchObject({ count: 4, min: 10, median: 100, max: 200, zeros: 0, tenfold: false });
  expect(spread?.bins.filter(({ rows }) => rows > 0)).toEqual([
    { label: '0 to 19', rows: 1 },
    { label: '100 to 119', rows: 2 },
    { label: '200 to 219', rows: 1 },
  ]);
});

test('compares totals with published ones, and keeps on when a query does not run', () => {
  expect(quality.controlTotals.map(({ found, agrees }) => [found, agrees])).toEqual([
    [410, false],
    [278, false],
    [null, false],
  ]);
  expect(findBrokenTotals(quality)[0]).toMatch(/expected 310, found 410\. \(All visits\.\)/);
  expect(findBrokenTotals(quality)[2]).toMatch(/found Binder Error: .*nobody/);
});

test('leaves nothing behind in the database', () => {
  expect(left).toBe(0);
});

test('says it in words, by dimension', () => {
  const words = Object.fromEntries(
    toDimensions(descriptor, quality).map(({ name, findings }) => [name, findings]),
  );
  expect(words['Completeness']?.[0]).toBe('visits: 5 of 36 values are missing (13.9%).');
  expect(words['Completeness']?.[2]).toBe(
    'visits: Gaps stand in 4 of 6 columns, most in children (33.3%), visits (16.7%) and adults (16.7%).',
  );
  expect(words['Uniqueness']?.[0]).toBe('visits: 1 row of 6 repeat a key (library and month).');
  expect(words['Consistency']?.[0]).toBe(
    'visits: library finds its match in visits libraries.name on 4 of 6 rows (66.7%).',
  );
  expect(words['Timeliness']).toEqual([
    'The figures end on 30 April 2024 and came out 1 to 31 days later.',
    'Frequency: Yearly.',
    'visits: "month" runs from January 2024 to April 2024, without rows for March 2024. 1 row has none.',
  ]);
  expect(words['Validity']).toContain('visits: kind: 1 of 5 values are not one of 2 values.');
  expect(words['Accuracy']?.[0]).toBe(
    'visits: Comes out on 3 of 4 rows: Adults and children make up all visits.',
  );
  expect(words['Accuracy']).toContain(
    'All visits: 410 here, 310 as published, which does not agree. Source: The yearbook of libraries.',
  );
  expect(toQualityReport(descriptor, quality)).toMatch(
    /^visits: Visits to libraries\n {2}Completeness visits: 5 of 36/,
  );
  expect(toReportLine(quality)).toBe(
    'visits: visits 6 rows, libraries 2 rows. 86.8% of values are there; 1 key repeated; 66.7% of links match; 1 of 2 rules kept.',
  );
});

test('says plainly where accuracy cannot be measured', () => {
  const bare = { ...quality, controlTotals: [], tables: quality.tables.slice(1) };
  const accuracy = toDimensions(descriptor, bare).at(-1);
  expect(accuracy).toMatchObject({
    measured: false,
    findings: [expect.stringMatching(/^Not measured here/)],
  });
});
