import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHexCsv } from '#src/charts/hexmaps/to-hex-csv.ts';
import { projectRoot } from './node/project-root.ts';

/**
 * Makes our tables of hexagons from the layouts of github.com/odileeds/hexmaps at commit
 * 5383e24a0fbfb1a53e0dcafdf902bf6213e22b75. Give it the folder with those files:
 * `node src/authoring/hexmaps-make.ts <folder>`.
 */
const layouts = [
  {
    raw: 'uk-local-authority-districts-2023.hexjson',
    sha256: 'dc1692514e184c0299619fee3377ef09cdaabd3190c408a08b337e5eb99a88d7',
    made: 'districts.csv',
  },
  {
    raw: 'uk-constituencies-2023.hexjson',
    sha256: 'c751a1b4d5709e2f2dfdefa18f1df342dcda14eb275e2b564431747814d16e87',
    made: 'constituencies.csv',
  },
];

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say where the .hexjson files are.');
for (const { raw, sha256, made } of layouts) {
  const text = await readFile(join(folder, raw), 'utf8');
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== sha256) throw new Error(`${raw}: expected the checksum ${sha256}, found ${found}.`);
  const csv = toHexCsv(text);
  await writeFile(join(projectRoot, 'src', 'charts', 'hexmaps', made), csv);
  console.log(`${made}: ${csv.split('\n').length - 2} hexagons`);
}
