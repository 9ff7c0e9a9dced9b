import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { toTotal } from '#src/verifying/scorecard.ts';
import { toScorecardText } from './node/scorecard-text.ts';
import { projectRoot } from './node/project-root.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const startedAt = performance.now();
const { lessonCount, problems, scorecards } = await verifyLessons(projectRoot, {
  cacheDir: join(projectRoot, '.cache'),
});
const seconds = (performance.now() - startedAt) / 1000;

if (values.json) {
  console.log(JSON.stringify({ problems, scorecards, total: toTotal(scorecards), seconds }, null, 2));
} else {
  console.log(toScorecardText(scorecards));
}
if (problems.length > 0) {
  console.error(`\n${problems.map(toProblemText).join('\n\n')}`);
  console.error(
    `\n${problems.length} problem${problems.length === 1 ? '' : 's'} in lessons/. ${seconds.toFixed(1)} s.`,
  );
  process.exitCode = 1;
} else if (!values.json) {
  const total = toTotal(scorecards);
  console.log(
    `${lessonCount} lessons, ${total.exercises} exercises check what they say, ${total.queries} of them queries. Of ${total.mutants} mutants, ` +
      `${total.equivalent} are marked equivalent; the real data catch ${percent(total.shareKilledOnRealData)} of the rest, ` +
      `with witnesses ${percent(total.shareKilled)}. ${seconds.toFixed(1)} s.`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
