import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { makeDataset } from '#src/quality/node/make-dataset.ts';
import { projectRoot } from './node/project-root.ts';
import { readArguments } from './node/read-arguments.ts';
import { toFindingsText } from './node/findings-text.ts';

const usage = `Write: npm run datasets:make -- <dataset> --from <folder with the publisher's files> [options]
  --from <folder>    another folder, as often as there are any
  --accept "<finding>: <reason>"  go on in spite of one finding, as often as there are any
  --details          print the engine's own words where the recipe does not run`;

const { values, positionals } = readArguments(
  {
    from: { type: 'string', multiple: true },
    accept: { type: 'string', multiple: true },
    details: { type: 'boolean' },
  },
  usage,
);
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

const result = await makeDataset(projectRoot, dataset, rawFolders, values.accept).catch((error: unknown) =>
  stop(`The tables were not made, and nothing was written. ${error instanceof Error ? error.message : ''}`),
);
const against = toFindingsText(result, values.details === true);
if (against !== undefined) stop(against);
for (const made of result.made) {
  const table = dataset.descriptor.tables.find(({ name }) => name === made.name);
  const same = table?.sha256 === made.sha256 && table.rowCount === made.rowCount;
  console.log(
    `datasets/${id}/${made.file}: ${made.rowCount} rows${same ? ', as the descriptor says.' : '.'}`,
  );
  if (!same)
    console.log(`  Put into ${dataset.file}:\n    rowCount: ${made.rowCount}\n    sha256: ${made.sha256}`);
}
for (const { finding, reason } of result.accepted)
  console.log(`Accepted: ${finding} (${reason}). Put it under "accepted" in ${dataset.file}.`);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
