import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkProse } from '#src/lessons/node/check-prose.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { findAsked } from '#src/verifying/find-asked.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { toTotal } from '#src/verifying/scorecard.ts';
import { countWords } from '#src/words/count-words.ts';
import { findDrafts, toDraftText } from './node/find-drafts.ts';
import { toProseText } from './node/prose-text.ts';
import { toScorecardText } from './node/scorecard-text.ts';
import { projectRoot } from './node/project-root.ts';

const { values, positionals } = readArguments();
const only = positionals.length === 0 ? undefined : await findExercises(positionals);
const startedAt = performance.now();
const cacheDir = join(projectRoot, '.cache');
const verified = await verifyLessons(projectRoot, { cacheDir, ...(only && { only }) });
const { lessonCount, scorecards } = verified;
const prose = await checkAskedProse();
const problems = [...verified.problems, ...prose.problems];
const drafts = await findDrafts(projectRoot);
const seconds = (performance.now() - startedAt) / 1000;

if (values.json) {
  console.log(
    JSON.stringify(
      { problems, scorecards, prose: prose.reports, total: toTotal(scorecards), seconds },
      null,
      2,
    ),
  );
} else {
  console.log(toScorecardText(scorecards, { all: values.all || only !== undefined }));
  console.log(toProseText(prose.reports, { all: values.all }));
  if (drafts.datasets.length > 0) console.log(toDraftText(drafts));
}
if (problems.length > 0) {
  console.error(`\n${problems.map(toProblemText).join('\n\n')}`);
  console.error(`\n${countWords(problems.length, 'problem')} in lessons/. ${seconds.toFixed(1)} s.`);
  process.exitCode = 1;
} else if (!values.json) {
  const total = toTotal(scorecards);
  console.log(
    `${lessonCount} lessons, ${total.exercises} exercises check what they say, ${total.queries} of them queries and ${total.pipelines} pipelines. Of ${total.mutants} mutants, ` +
      `${total.equivalent} are marked equivalent${total.unproven > 0 ? ` and ${total.unproven} unproven` : ''}; the real data catch ${percent(total.shareKilledOnRealData)} of the rest, ` +
      `with witnesses ${percent(total.shareKilled)}. ${seconds.toFixed(1)} s.`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function readArguments() {
  try {
    const options = {
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    return fail(
      `${cause instanceof Error ? cause.message : String(cause)}\n` +
        'Write: npm run lessons:check [-- <exercise, lesson or file> …] [--all] [--json]',
    );
  }
}

async function findExercises(names: readonly string[]): Promise<readonly string[]> {
  const { files } = await loadCatalogue(projectRoot);
  // By their files: one that cannot be read is asked for too.
  const ids = Object.keys(files).flatMap((path) => /^lessons\/(.+\/.+\/.+)\.yaml$/.exec(path)?.[1] ?? []);
  const asked = findAsked(names, ids);
  return asked.ok ? asked.ids : fail(asked.sentence);
}

async function checkAskedProse() {
  const { tracks, files } = await loadCatalogue(projectRoot);
  const asked = tracks
    .flatMap(({ lessons }) => lessons)
    .filter(({ exercises }) => only === undefined || exercises.some(({ id }) => only.includes(id)));
  return checkProse(asked, { root: projectRoot, files, cacheDir });
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
