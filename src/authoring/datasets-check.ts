import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { measureDatasets } from '#src/quality/node/measure-datasets.ts';
import { findBrokenTotals, toQualityReport, toReportLine } from '#src/quality/to-quality-report.ts';
import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { findDrafts, toDraftText } from './node/find-drafts.ts';
import { printSuggestions } from './node/print-suggestions.ts';
import { projectRoot } from './node/project-root.ts';

const { values: options } = parseArgs({
  options: { report: { type: 'boolean' }, json: { type: 'boolean' }, suggest: { type: 'boolean' } },
});
const startedAt = performance.now();
const { problems, datasets } = await checkDatasets(projectRoot);
if (problems.length > 0) {
  stop([...problems.map(toProblemText), `${countWords(problems.length, 'problem')} in datasets/.`]);
}
if (options.suggest === true) {
  await printSuggestions((await loadDatasets(projectRoot)).datasets);
  process.exit(0);
}
const quality = await measureDatasets({ root: projectRoot, cacheDir: join(projectRoot, '.cache') });
const broken = Object.values(quality).flatMap(findBrokenTotals);
if (broken.length > 0) stop([...broken, `${countWords(broken.length, 'problem')} in datasets/.`]);

if (options.json === true) {
  console.log(JSON.stringify(quality, null, 2));
} else {
  const loaded = await loadDatasets(projectRoot);
  for (const { descriptor } of loaded.datasets) {
    const measured = quality[descriptor.id];
    if (measured === undefined) continue;
    console.log(
      options.report === true ? `${toQualityReport(descriptor, measured)}\n` : toReportLine(measured),
    );
  }
  const drafts = await findDrafts(projectRoot);
  if (drafts.datasets.length > 0) console.log(toDraftText(drafts));
  const tables = datasets.flatMap((dataset) => dataset.tables);
  const rows = numberWords(tables.reduce((sum, table) => sum + table.rows, 0));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${datasets.length} datasets, ${tables.length} tables, ${rows} rows are as described. ${seconds} s.` +
      (options.report === true ? '' : ' For the whole quality report: npm run datasets:check -- --report'),
  );
}

function stop(messages: readonly string[]): never {
  console.error(messages.join('\n\n'));
  process.exit(1);
}
