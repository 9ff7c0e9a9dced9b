import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDatasets } from '../load-datasets.ts';
import { makeTables } from './make-tables.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';

const heading = `Farfield / Farfield School from May 2024
Location 100000E 200000N 30m amsl to April 2024
& from May 2024 110000E 210000N, Lat 51.500 Lon -0.250, 42m amsl
Estimated data is marked with a * after the value.
   yyyy  mm   tmax    tmin      af    rain     sun
              degC    degC    days      mm   hours
`;
const january = '   2024   1    7.1    -0.4*     12*   85.0    ---';

let project: TemporaryProject;
beforeEach(() => {
  project = createTemporaryProject(['weather']);
  mkdirSync(join(project.root, 'raw'));
});
afterEach(() => project.remove());

/** The monthly figures that the recipe makes of one station's file, as CSV without the station's name. */
async function make(lines: readonly string[]): Promise<string[]> {
  const text = heading + lines.join('\r\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(project.root, 'raw/farfielddata.txt'), text);
  const files = `files: [{ path: farfielddata.txt, sha256: ${sha256} }]\nlicence:`;
  project.edit('weather/dataset.yaml', /files:\n[^]*?licence:/, files);
  project.edit('weather/dataset.yaml', 'weather_monthly.parquet', 'weather_monthly.csv');
  const { datasets, problems } = await loadDatasets(project.root);
  expect(problems).toEqual([]);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('The dataset did not load.');
  await makeTables(dataset, [join(project.root, 'raw')]);
  return readTable('weather_monthly.csv').map((line) => line.replace('Farfield,', ''));
}

function readTable(file: string): string[] {
  return readFileSync(join(project.root, 'datasets/weather', file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
}

test('takes lines apart: gaps, marks, words at the end, and lines that stop before the sunshine', async () => {
  const made = await make([
    january,
    '  2024    2   10.0     2.0       0   568.8   101.5#',
    '   2024   3   ---     ---     ---     ---     --- ||',
    '   2024   4   12.9     5.3    ---     18.0',
    '   2024   5   19.5*   10.1       0    30.5*  210.0* Change to Monckton Ave',
    '   2024   6   20.1    11.0       0    20.0    --- #  Provisional',
    'Site closed',
  ]);
  expect(made).toEqual([
    '2024-01-01,7.1,-0.4,12,85.0,,false,true,true,false,false,false,false',
    '2024-02-01,10.0,2.0,0,568.8,101.5,false,false,false,false,false,true,false',
    '2024-03-01,,,,,,false,false,false,false,false,false,false',
    '2024-04-01,12.9,5.3,,18.0,,false,false,false,false,false,false,false',
    '2024-05-01,19.5,10.1,0,30.5,210.0,true,false,false,true,true,false,false',
    '2024-06-01,20.1,11.0,0,20.0,,false,false,false,false,false,false,true',
  ]);
  expect(readTable('weather_stations.csv')).toEqual([
    'Farfield,51.500,-0.250,42,2024-01-01,2024-06-01,true,true',
  ]);
});

test.each([
  ['a word in place of a figure', '   2024   2    mild    2.0       0    20.0    50.0'],
  ['a line that ends too early', '   2024   2   10.0     2.0'],
  ['a remark that is new', '   2024   2   10.0     2.0       0    20.0    50.0 Roof repaired'],
])('stops at %s and names the line', async (_case, line) => {
  await expect(make([january, line])).rejects.toThrow(`Farfield, line 8: ${line}`);
});
