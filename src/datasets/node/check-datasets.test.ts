import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkDatasets } from './check-datasets.ts';
import { loadDatasets } from './load-datasets.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';

const realRoot = join(import.meta.dirname, '..', '..', '..');

let project: TemporaryProject;
beforeEach(() => {
  project = createTemporaryProject();
});
afterEach(() => project.remove());

/** Messages of all problems but the checksum's, which every edit of a table breaks. */
async function messages(): Promise<string[]> {
  const { problems } = await checkDatasets(project.root);
  return problems.filter(({ path }) => path !== 'sha256').map(toProblemText);
}

test('finds the published datasets as their descriptors say', async () => {
  const report = await checkDatasets(realRoot);
  expect(report.problems.map(toProblemText)).toEqual([]);
  expect(report.datasets.map(({ id }) => id)).toContain('government-services');
  // Every value of 17 datasets, on a machine that others use too.
}, 120_000);

test('finds a file that is not the one described', async () => {
  project.edit('local-authorities/councils.csv', '217232', '217233');
  const { problems } = await checkDatasets(project.root);
  expect(problems.map(toProblemText)).toEqual([
    expect.stringMatching(
      /^datasets\/local-authorities\/councils\.csv:1\n {2}sha256: expected [0-9a-f]{64}, found [0-9a-f]{64}\.\n {2}If the change is meant/,
    ),
  ]);
});

const councils = 'local-authorities/councils.csv';
const firstRow = 'ABC,N09000002,"Armagh City, Banbridge and Craigavon",';
const secondRow = 'ABD,S12000034,Aberdeenshire,';

test.each([
  [
    'a key that stands twice',
    secondRow,
    'ABC,S12000034,Aberdeenshire,',
    'councils.csv:3\n  code: expected a primary key once each, found 1 row with a key that stands on an earlier line, the first with "ABC".',
  ],
  [
    'a gap where a value must be',
    firstRow,
    'ABC,N09000002,,',
    'councils.csv:2\n  name: expected a value in every row, found a gap.',
  ],
  [
    'an empty text in quotes',
    firstRow,
    'ABC,N09000002,"",',
    'councils.csv:2\n  name: expected text without spaces at its ends, or an empty field for a gap, found "".',
  ],
  [
    'a space at an end',
    secondRow,
    'ABD,S12000034,Aberdeenshire ,',
    'councils.csv:3\n  name: expected text without spaces at its ends, or an empty field for a gap, found "Aberdeenshire ".',
  ],
  [
    'a no-break space inside',
    'City of Edinburgh',
    'City of\u00a0Edinburgh',
    'councils.csv:120\n  name: expected text without characters that nobody sees, such as no-break spaces, found "City of\u00a0Edinburgh".',
  ],
  [
    'a control of an old encoding',
    secondRow,
    'ABD,S12000034,Aberdeen\u0096shire,',
    'councils.csv:3\n  name: expected text without characters that nobody sees, such as no-break spaces, found "Aberdeen\u0096shire".',
  ],
  [
    'two names that differ in capitals',
    secondRow,
    'ABD,S12000034,ANGUS,',
    'councils.csv:12\n  name: expected values that differ in more than capitals, found "ANGUS" and "Angus", 1 such pair in all.',
  ],
  [
    'a value that is not allowed',
    'Scotland,Scotland',
    'Scottland,Scotland',
    'councils.csv:3\n  nation: expected one of the allowed values, found "Scottland".',
  ],
  [
    'text where a number must be',
    '217232',
    'many',
    'councils.csv:2\n  population_2020: expected values that BIGINT holds without loss, found "many".',
  ],
  [
    'a fraction where a whole number must be',
    '217232',
    '217232.4',
    'councils.csv:2\n  population_2020: expected values that BIGINT holds without loss, found "217232.4".',
  ],
  [
    'a day that does not exist',
    '2015-04-01',
    '2015-02-30',
    'councils.csv:2\n  started: expected values that DATE holds without loss, found "2015-02-30".',
  ],
  [
    'a number out of range',
    '217232',
    '7',
    'councils.csv:2\n  population_2020: expected values from 1000 to 10000000, found "7".',
  ],
  [
    'a date out of range',
    '2015-04-01',
    '1066-10-14',
    'councils.csv:2\n  started: expected values from 1974-04-01 to 2025-12-31, found "1066-10-14".',
  ],
  [
    'a code that stands nowhere',
    'true,true,,,,260780',
    'true,true,QQQ,,,260780',
    'councils.csv:3\n  county_code: expected values that stand in code of "councils", found 1 row with others, the first with "QQQ".',
  ],
  ['another header', 'gss_code,name', 'gss,name', 'councils.csv:1\n  header: expected code,gss_code,name,'],
  [
    'a row with a field too many',
    secondRow,
    `${secondRow}surplus,`,
    'councils.csv:3\n  expected CSV that can be read, found ',
  ],
])('explains %s', async (_case, from, to, expected) => {
  project.edit(councils, from, to);
  const found = await messages();
  expect(found.filter((text) => text.startsWith(`datasets/local-authorities/${expected}`))).toHaveLength(1);
});

test('counts the rows that break a rule and shows the first', async () => {
  project.edit('nhs-ae/ae_monthly.csv', /,London,/g, ',Londres,');
  expect((await messages())[0]).toContain(
    'region: expected one of the allowed values, found "Londres" and more, 306 rows in all.',
  );
});

test('finds a row that is missing', async () => {
  project.edit(councils, /\nABD.*/, '');
  const { datasets } = await loadDatasets(project.root);
  const { rowCount = 0 } =
    datasets.flatMap(({ descriptor }) => descriptor.tables).find(({ name }) => name === 'councils') ?? {};
  expect(await messages()).toEqual([
    expect.stringContaining(`rowCount: expected ${rowCount} rows, found ${rowCount - 1} rows.`),
  ]);
});

test('finds a link to another table that leads nowhere', async () => {
  project.edit('government-services/services.csv', /\nAcademic Technology Approval Scheme/, '\nA Scheme');
  const [problem] = await messages();
  expect(problem).toContain(
    'service: expected values that stand in service of "services", found 3 rows with others, the first with "Academic',
  );
});

test('finds a table without its file', async () => {
  rmSync(join(project.root, 'datasets', councils));
  expect(await messages()).toEqual([
    expect.stringContaining('councils.csv:1\n  expected the file of table "councils", found none.'),
  ]);
});

test('finds a folder without a descriptor, one under another name and one that is no YAML', async () => {
  mkdirSync(join(project.root, 'datasets', 'empty'));
  project.edit('nhs-ae/dataset.yaml', 'id: nhs-ae', 'id: nhs');
  project.edit('local-authorities/dataset.yaml', 'title: ', 'title: "');
  const found = (await messages()).map((text) => text.split('\n').slice(0, 2).join(' '));
  expect(found).toEqual([
    'datasets/empty/dataset.yaml:1   expected a descriptor in every folder of datasets/, found none.',
    expect.stringMatching(
      /^datasets\/local-authorities\/dataset\.yaml:\d+ {3}expected YAML that can be read, found /,
    ),
    'datasets/nhs-ae/dataset.yaml:2   id: expected "nhs-ae", the folder\'s name, found "nhs".',
  ]);
});

const link = '- columns: [county_code]\n        references: { ';

test.each([
  [
    'dataset',
    'dataset: nowhere, ',
    'references.dataset: expected a dataset whose descriptor has no mistakes, found "nowhere".',
  ],
  ['table', 'dataset: nhs-ae, ', 'references.table: expected a table of "nhs-ae", found "councils".'],
])('finds a link to a %s that is not there', async (_case, reference, expected) => {
  project.edit('local-authorities/dataset.yaml', link, `${link}${reference}`);
  expect((await messages())[0]).toContain(expected);
});

test('proves a link between datasets', async () => {
  const key = `${link}dataset: nhs-ae, table: ae_monthly, columns: [provider_code] }\n      `;
  project.edit('local-authorities/dataset.yaml', link, `${key}${link}`);
  expect((await messages())[0]).toContain(
    'county_code: expected values that stand in provider_code of "ae_monthly", found 204 rows',
  );
});

test('reports the mistakes of all datasets at once', async () => {
  project.edit(councils, '217232', '7');
  project.edit('government-services/services.csv', 'Fiscal', 'Free');
  expect(await messages()).toHaveLength(2);
});

test('counts the rows that break a rule between columns, and names the first', async () => {
  project.edit('nhs-ae/ae_monthly.csv', /,0,0,1409,1409,1409,/, ',0,0,1409,1410,1409,');
  expect(await messages()).toEqual([
    expect.stringContaining(
      'ae_monthly.csv:2\n  attendances_type_1 + attendances_type_2 + attendances_type_3 = attendances: ' +
        'expected every row to keep this rule ("The attendances of the three types make up all attendances."), ' +
        'found 1 row that breaks it, the first with the key "8J094, 2025-04-01".',
    ),
    expect.stringContaining(
      'within_4_hours + over_4_hours = attendances: expected every row to keep this rule',
    ),
  ]);
});

test('takes a rule as kept where a gap leaves it open', async () => {
  project.edit('nhs-ae/dataset.yaml', 'rule: day(month) = 1', "rule: icb <> 'Nowhere'");
  expect(await messages()).toEqual([]);
});

test('explains a rule that is no condition', async () => {
  project.edit('nhs-ae/dataset.yaml', 'rule: day(month) = 1', 'rule: day(moon) = 1');
  expect(await messages()).toEqual([
    expect.stringMatching(
      /^datasets\/nhs-ae\/dataset\.yaml:\d+\n {2}tables\.0\.rules\.0\.rule: expected a condition in SQL over columns of "ae_monthly", found Binder Error: Referenced column "moon"/,
    ),
  ]);
});

test.each([
  [
    'a column that is said to be unique',
    'unique: [[nation]]',
    /nation: expected values that no two rows share, found 4\d\d rows that are not so/,
  ],
  [
    'a column that is said to determine another',
    'depends: [{ columns: [nation], determines: [region] }]',
    /nation: expected the same region wherever these are the same, found \d+ rows that are not so, the first with "England"/,
  ],
  [
    'times that are said not to overlap',
    'periods: [{ of: [nation], from: started, to: ended }]',
    /nation: expected times from started to ended that do not overlap, found \d+ rows/,
  ],
])('finds the rows that break a law: %s', async (_case, law, expected) => {
  project.edit(
    'local-authorities/dataset.yaml',
    /unique: \[\[gss_code\]\]\n {4}depends:\n {6}- \{ columns: \[region\], determines: \[nation\] \}/,
    law,
  );
  expect(await messages()).toEqual([expect.stringMatching(expected)]);
});

test('names a column in a law that the table does not have', async () => {
  project.edit(
    'local-authorities/dataset.yaml',
    'columns: [region], determines',
    'columns: [county], determines',
  );
  expect((await messages())[0]).toContain(
    'depends.0.columns: expected columns of "councils", found "county"',
  );
});

test('takes a table without a key, whose rows may repeat', async () => {
  project.edit('local-authorities/dataset.yaml', '    primaryKey: [code]\n    unique: [[gss_code]]\n', '');
  project.edit('local-authorities/dataset.yaml', 'rowCount: 470', 'rowCount: 471');
  project.edit('local-authorities/councils.csv', /(\nABD,.*)/, '$1$1');
  expect(await messages()).toEqual([]);
});

test('proves a rule over a foreign key', async () => {
  project.edit(
    'local-authorities/dataset.yaml',
    'references: { table: councils, columns: [code] }\n',
    'references: { table: councils, columns: [code] }\n        rules:\n          - rule: child.nation = parent.name\n            meaning: No council is in a county of its nation.\n',
  );
  expect(await messages()).toEqual([
    expect.stringMatching(
      /child\.nation = parent\.name: expected every row and its parent to keep this rule/,
    ),
  ]);
});
