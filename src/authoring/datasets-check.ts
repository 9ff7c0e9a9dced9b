import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import { projectRoot } from './node/project-root.ts';

const startedAt = performance.now();
const { problems, datasets } = await checkDatasets(projectRoot);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

if (problems.length > 0) {
  console.error(problems.map(toProblemText).join('\n\n'));
  console.error(`\n${problems.length} problem${problems.length === 1 ? '' : 's'} in datasets/.`);
  process.exitCode = 1;
} else {
  for (const { id, tables } of datasets) {
    console.log(
      `${id}: ${tables.map(({ name, rows }) => `${name} ${rows.toLocaleString('en-GB')} rows`).join(', ')}`,
    );
  }
  const tables = datasets.flatMap((dataset) => dataset.tables);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('en-GB');
  console.log(
    `${datasets.length} datasets, ${tables.length} tables, ${rows} rows are as described. ${seconds} s.`,
  );
}
