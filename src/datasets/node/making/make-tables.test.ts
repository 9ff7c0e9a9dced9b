import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDatasets } from '../load-datasets.ts';
import { makeTables } from './make-tables.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';

// Two services in the publisher's form: enough to see what the recipe does to each field.
const raw = JSON.stringify([
  {
    'Name of service': 'Pipeline  Consents   ',
    Department: 'Department of Energy and Climate Change',
    'Department Abbreviation': 'DECC',
    'Body/Agency': 'Oil & Gas (DECC)',
    'Agency Abbreviation': '',
    'Service Type': '',
    'Customer type': 'Business',
    'Business model': 'Fiscal',
    '2012 Q4: volume': null,
    '2012 Q4: digital volume': null,
    '2012 Q4: cost per transaction': null,
    '2013 Q1: volume': '12',
    '2013 Q1: digital volume': '0',
    '2013 Q1: cost per transaction': '2.5',
    '2013 Q2: volume': null,
    'Other notes': 'Free text, which is never published.',
  },
  {
    'Name of service': 'Boat licences',
    Department: 'Department for Transport',
    'Department Abbreviation': 'DfT',
    'Body/Agency': 'Maritime and Coastguard Agency',
    'Agency Abbreviation': 'MCA',
    'Service Type': 'Registering',
    'Customer type': '',
    'Business model': '',
    '2012 Q4: volume': '4500',
  },
]);

let project: TemporaryProject;
let rawFolder: string;
beforeEach(() => {
  project = createTemporaryProject();
  rawFolder = join(project.root, 'raw');
  mkdirSync(rawFolder);
  writeFileSync(join(rawFolder, 'services-2013-08.json'), raw);
});
afterEach(() => project.remove());

async function make() {
  const { datasets } = await loadDatasets(project.root);
  const dataset = datasets.find(({ descriptor }) => descriptor.id === 'government-services');
  if (dataset === undefined) throw new Error('The dataset did not load.');
  return makeTables(dataset, [rawFolder]);
}

function acceptRawFile(): void {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  project.edit('government-services/dataset.yaml', /182a73a2[0-9a-f]+/, sha256);
}

test("runs the recipe on the publisher's file and writes sorted, tidy tables", async () => {
  acceptRawFile();
  const made = await make();
  const read = (file: string) =>
    readFileSync(join(project.root, 'datasets/government-services', file), 'utf8');
  expect(read('services.csv').split('\n').slice(1)).toEqual([
    'Boat licences,Department for Transport,DfT,Maritime and Coastguard Agency,MCA,Registering,,,4500,,',
    'Pipeline Consents,Department of Energy and Climate Change,DECC,Oil & Gas (DECC),,,Business,Fiscal,,,',
    '',
  ]);
  expect(read('service_periods.csv').split('\n').slice(1)).toEqual([
    'Boat licences,2012-12-31,4500,,',
    'Pipeline Consents,2013-03-31,12,0,2.50',
    '',
  ]);
  expect(made.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['services', 2],
    ['service_periods', 2],
  ]);
  expect(await make()).toEqual(made);
});

test('refuses raw files that are not those which the descriptor names', async () => {
  await expect(make()).rejects.toThrow(
    /does not hold these files[^]*search\/search\.json \(SHA-256 182a73a2/,
  );
});
