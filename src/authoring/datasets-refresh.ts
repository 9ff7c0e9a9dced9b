import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { DownloadProblem } from '#src/quality/node/download-file.ts';
import { type Refresh, refreshDataset } from '#src/quality/node/refresh-dataset.ts';
import { toTableReport } from '#src/quality/to-refresh-report.ts';
import { inNumber } from '#src/words/count-words.ts';
import { toFindingsText } from './node/findings-text.ts';
import { projectRoot } from './node/project-root.ts';
import { readArguments } from './node/read-arguments.ts';

const usage = `Write: npm run datasets:refresh -- <dataset> [options]
  --from <folder>    take the publisher's files from this folder instead of fetching them
  --commit <commit>  fetch another version of the repository, by its 40 hexadecimal digits
  --mirror <address> fetch from another server that has the same files at the same paths
  --limit <MB>       refuse a file that is larger; 200 unless told
  --write            put the new tables and their checksums into datasets/; else nothing is changed
  --accept "<finding>: <reason>"  go on in spite of one finding, which the descriptor then records
  --details          print the engine's own words where the recipe does not run`;

const { values, positionals } = readArguments(
  {
    from: { type: 'string' },
    commit: { type: 'string' },
    mirror: { type: 'string' },
    limit: { type: 'string' },
    write: { type: 'boolean' },
    accept: { type: 'string', multiple: true },
    details: { type: 'boolean' },
  },
  usage,
);
const [id] = positionals;
if (id === undefined || positionals.length > 1) stop(usage);
const limit = Number(values.limit ?? 200);
if (!(limit > 0)) stop(`--limit: expected a number of megabytes, found "${values.limit}".\n${usage}`);
if (values.commit !== undefined && !/^[0-9a-f]{40}$/.test(values.commit))
  stop(`--commit: expected 40 hexadecimal digits, found "${values.commit}".\n${usage}`);
const folder = values.from === undefined ? undefined : resolve(values.from);
if (folder !== undefined && !existsSync(folder)) stop(`The folder ${folder} is not there.\n${usage}`);

const { datasets, problems } = await loadDatasets(projectRoot);
const dataset = datasets.find(({ descriptor }) => descriptor.id === id);
if (dataset === undefined) {
  const own = problems.filter(({ file }) => file.startsWith(`datasets/${id}/`));
  const known = datasets.map(({ descriptor }) => descriptor.id).join(', ');
  stop(
    own.length > 0 ? own.map(toProblemText).join('\n') : `There is no dataset "${id}". There are: ${known}.`,
  );
}

let refresh: Refresh;
try {
  refresh = await refreshDataset({
    root: projectRoot,
    dataset,
    from:
      folder === undefined
        ? { commit: values.commit, mirror: values.mirror, maxBytes: limit * 1e6, onProgress: showProgress }
        : { folder },
    write: values.write === true,
    ...(values.accept === undefined ? {} : { accept: values.accept }),
  });
} catch (error) {
  if (error instanceof DownloadProblem) stop(error.message);
  stop(`The edition was not made, and nothing was written. ${error instanceof Error ? error.message : ''}`);
}

const { files, tables, answers, accepted, written } = refresh;
const isNew = files.filter((file) => file.isNew);
console.log(
  isNew.length === 0
    ? `The publisher's ${inNumber(files.length, 'file is', `${files.length} files are`)} the same as those in ${dataset.file}.`
    : `${isNew.length} of ${files.length} files differ from those in ${dataset.file}:\n${isNew.map(({ path, sha256 }) => `  ${path} (SHA-256 ${sha256})`).join('\n')}`,
);
for (const table of tables) console.log(toTableReport(table));
console.log(
  `Exercises: ${answers.changed.length} of ${answers.compared} model answers that use "${id}" change${answers.changed.length === 0 ? '.' : ':'}`,
);
for (const { exerciseId, before, after } of answers.changed)
  console.log(`  lessons/${exerciseId}.yaml\n    before: ${before}\n    now:    ${after}`);
for (const { finding, reason } of accepted) console.log(`Accepted: ${finding} (${reason}).`);
const against = toFindingsText(refresh, values.details === true);
if (against !== undefined) stop(against);
if (written.length > 0) {
  console.log(
    `Written: ${written.join(', ')}.\nNow correct period, published, problems and ranges in ${dataset.file}, and run "npm run datasets:check" and "npm run lessons:check".`,
  );
} else if (values.write === true) console.log('Nothing had to be written.');
else console.log('Nothing was written. To put the new tables in place, add --write.');

/** One line that grows on a terminal; a line a file elsewhere. */
function showProgress(name: string, bytes: number, total: number | undefined): void {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  const words = `${name}: ${megabytes(bytes)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB`;
  const done = total !== undefined && bytes >= total;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}${done ? '\n' : ''}`);
  else if (done) process.stderr.write(`${words}\n`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
