import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { createRiverProject, type RiverProject, riversCsv } from '#src/testing/river-project.ts';
import { makeDataset } from './make-dataset.ts';
import { refreshDataset } from './refresh-dataset.ts';

let project: RiverProject;
beforeEach(async () => {
  project = createRiverProject();
  // The first making keeps the form of the publisher's file, which later ones are held against.
  expect(await makeDataset(project.root, await rivers(), [project.raw])).toMatchObject({ findings: [] });
});
afterEach(() => project.remove());

async function rivers() {
  const { datasets } = await loadDatasets(project.root);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('No dataset.');
  return dataset;
}

async function refresh(accept: string[] = []) {
  const dataset = await rivers();
  const from = { folder: project.raw };
  return refreshDataset({ root: project.root, dataset, from, write: true, accept, today: '2026-11-27' });
}

/** A checksum over every file of the project's datasets. */
function onDisk(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(project.root, 'datasets/rivers')).sort())
    hash.update(name).update(readFileSync(join(project.root, 'datasets/rivers', name)));
  return hash.digest('hex');
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const rows = riversCsv.split('\n');
const swapped = (line: string) => line.replace(/^(\w+),(\w+),(\d+),(\d+)$/, '$1,$2,$4,$3');

test.each<[string, string | Buffer, string[]]>([
  ['an empty file', '', ['rivers.csv empty', 'recipe']],
  ['a file with headings alone', `${rows[0]}\n`, ['rivers.csv empty', 'rivers rows']],
  ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', ['rivers.csv web-page', 'recipe']],
  ['a file that ends in the middle of a row', riversCsv.slice(0, -7), ['rivers.csv cut-short']],
  [
    'a file that ends in the middle of a figure',
    riversCsv.replace('Wear,North,96,\n', '').slice(0, -3),
    ['rivers.csv cut-short'],
  ],
  [
    'a file that lost its last rows',
    rows.slice(0, 3).join('\n') + '\n',
    ['rivers rows', 'rivers region groups'],
  ],
  ['a file in UTF-16', utf16(riversCsv), ['rivers.csv encoding']],
  [
    'a file in Windows-1252',
    Buffer.from(riversCsv.replace('Wear', 'Weàr'), 'latin1'),
    ['rivers.csv encoding'],
  ],
  ['another heading', riversCsv.replace('region', 'area'), ['rivers.csv headings', 'recipe']],
  ['a heading more', riversCsv.replace('measured', 'measured,source'), ['rivers.csv headings']],
  [
    'values under the wrong headings',
    [rows[0], ...rows.slice(1).map(swapped)].join('\n'),
    ['rivers km measured swapped'],
  ],
  ['line ends of two kinds', riversCsv.replace('2020\n', '2020\r\n'), ['rivers.csv line-ends']],
  ['a value that breaks a rule', riversCsv.replace(',96,', ',9,'), ['rivers.csv km > 10']],
  ['text in place of a number', riversCsv.replace(',96,', ',long,'), ['rivers.csv km']],
  ['figures in another unit', riversCsv.replace(',118,', ',11,').replace(',148,', ',14,'), ['rivers km sum']],
  ['a group that is gone', riversCsv.replace('East', 'North'), ['rivers region groups']],
  ['a year that is gone', riversCsv.replace(',2021', ',2020'), ['rivers measured periods']],
])('refuses %s and leaves everything as it was', async (_case, content, expected) => {
  writeFileSync(join(project.raw, 'rivers.csv'), content);
  const before = onDisk();
  const { findings, written } = await refresh();
  expect(findings.map(({ name }) => name)).toEqual(expect.arrayContaining(expected));
  expect(written).toEqual([]);
  expect(onDisk()).toBe(before);
  for (const { says } of findings) expect(says).not.toMatch(/Error:|LINE \d|FROM clause|\n\s+at /);
});

test('refuses a packed file that is damaged, in a sentence', async () => {
  rmSync(join(project.raw, 'rivers.csv'));
  writeFileSync(join(project.raw, 'rivers.csv.gz'), gzipSync(riversCsv).subarray(0, 40));
  const before = onDisk();
  await expect(refresh()).rejects.toThrow(
    /rivers\.csv\.gz cannot be unpacked: it was cut short or damaged\.$/,
  );
  expect(onDisk()).toBe(before);
});

test.each<[string, string]>([
  ['line ends of Windows', riversCsv.replaceAll('\n', '\r\n')],
  ['line ends of old Macs', riversCsv.replaceAll('\n', '\r')],
  ['a mark of byte order', `\ufeff${riversCsv}`],
  ['columns in another order', rows.map((row) => row.split(',').reverse().join(',')).join('\n')],
])('takes %s for the same figures', async (_case, content) => {
  writeFileSync(join(project.raw, 'rivers.csv'), content);
  const { findings, tables, written } = await refresh();
  expect(findings).toEqual([]);
  expect(tables[0]).toMatchObject({ added: 0, removed: 0, changed: 0 });
  expect(written).toContain('datasets/rivers/dataset.yaml');
});

const fewer = riversCsv.replace('Yare,East,85,2021\n', 'Cam,East,69,2021\n');

test('goes on where each finding is accepted with a reason, and records it', async () => {
  writeFileSync(join(project.raw, 'rivers.csv'), fewer);
  expect((await refresh()).findings.map(({ name }) => name)).toEqual(['rivers rows']);
  const { accepted, written } = await refresh(['rivers rows: The gauge on the Yare was closed.']);
  expect(accepted).toEqual([{ finding: 'rivers rows', reason: 'The gauge on the Yare was closed.' }]);
  expect(written).toEqual([
    'datasets/rivers/dataset.yaml',
    'datasets/rivers/rivers.csv',
    'datasets/rivers/source-forms.json',
  ]);
  const { descriptor } = await rivers();
  expect(descriptor.accepted).toEqual([
    { finding: 'rivers rows', reason: 'The gauge on the Yare was closed.', on: '2026-11-27' },
  ]);
  // A second acceptance stands beside the first.
  writeFileSync(join(project.raw, 'rivers.csv'), riversCsv);
  await refresh(['rivers rows: The gauge on the Cam was closed.']);
  expect((await rivers()).descriptor.accepted).toHaveLength(2);
});

test('a reason alone is enough for one finding, and an unknown name accepts nothing', async () => {
  writeFileSync(join(project.raw, 'rivers.csv'), riversCsv.replace('Yare,East,85', 'Cam,North,8'));
  const before = onDisk();
  const { unknown, written } = await refresh(['rivers lengths: They are right.']);
  expect([unknown, written]).toEqual([['rivers lengths: They are right.'], []]);
  expect(onDisk()).toBe(before);
  writeFileSync(join(project.raw, 'rivers.csv'), fewer);
  expect((await refresh(['The gauge on the Yare was closed.'])).written).not.toEqual([]);
});

test('a name stands for one finding, where two are alike', async () => {
  writeFileSync(
    join(project.raw, 'rivers.csv'),
    riversCsv.replace(',85,', ',9,').replace('Tyne,North,118', 'Tyne,,9000'),
  );
  const names = (await refresh()).findings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('limits of the descriptor decide how much may go', async () => {
  const text = project.read('datasets/rivers/dataset.yaml');
  project.write(
    'datasets/rivers/dataset.yaml',
    text.replace('    rules:', '    mayShrink: { rows: 25 }\n    rules:'),
  );
  writeFileSync(join(project.raw, 'rivers.csv'), fewer);
  expect((await refresh()).findings).toEqual([]);
});

test('datasets:make refuses what breaks a rule, and writes nothing', async () => {
  const broken = riversCsv.replace(',96,', ',9,');
  writeFileSync(join(project.raw, 'rivers.csv'), broken);
  const sha256 = createHash('sha256').update(broken).digest('hex');
  const text = project.read('datasets/rivers/dataset.yaml');
  project.write(
    'datasets/rivers/dataset.yaml',
    text.replace(/sha256: [0-9a-f]{64} \}/, `sha256: ${sha256} }`),
  );
  const before = onDisk();
  const { findings, made } = await makeDataset(project.root, await rivers(), [project.raw]);
  expect(findings.map(({ name }) => name)).toContain('rivers.csv km > 10');
  expect(made).toEqual([]);
  expect(onDisk()).toBe(before);
});
