import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { makeTables } from '#src/datasets/node/making/make-tables.ts';
import { projectRoot } from './node/project-root.ts';

const usage =
  "Write: npm run datasets:make -- <dataset> --from <folder with the publisher's files> [--from <another>]";

const { values, positionals } = parseArgs({
  options: { from: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [id] = positionals;
if (id === undefined || values.from === undefined) stop(usage);
const rawFolders = values.from.map((folder) => resolve(folder));
const absent = rawFolders.find((folder) => !existsSync(folder));
if (absent !== undefined) stop(`The folder ${absent} is not there.\n${usage}`);

const { datasets, problems } = await loadDatasets(projectRoot);
const dataset = datasets.find(({ descriptor }) => descriptor.id === id);
if (dataset === undefined) {
  const own = problems.filter(({ file }) => file.startsWith(`datasets/${id}/`));
  const known = datasets.map(({ descriptor }) => descriptor.id).join(', ');
  stop(
    own.length > 0 ? own.map(toProblemText).join('\n') : `There is no dataset "${id}". There are: ${known}.`,
  );
}

for (const made of await makeTables(dataset, rawFolders)) {
  const table = dataset.descriptor.tables.find(({ name }) => name === made.name);
  const same = table?.sha256 === made.sha256 && table.rowCount === made.rowCount;
  console.log(
    `datasets/${id}/${made.file}: ${made.rowCount} rows${same ? ', as the descriptor says.' : '.'}`,
  );
  if (!same)
    console.log(`  Put into ${dataset.file}:\n    rowCount: ${made.rowCount}\n    sha256: ${made.sha256}`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
