import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { findAsked } from '#src/verifying/find-asked.ts';
import { openLessonJudge } from '#src/verifying/node/open-lesson-judge.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { countWords } from '#src/words/count-words.ts';
import { toBankText, toCauseText } from './lawful/bank-text.ts';
import { judgeBank, type BankReport } from './lawful/judge-bank.ts';

const usage =
  'Write: npm run judge:answers [-- <exercise, lesson or file> …] [--folder <answers>] [--databases <number>] [--no-mutants]';
const { values, positionals } = readArguments();
const shared = Number(values.databases);
if (!Number.isInteger(shared) || shared < 1) fail(`--databases takes a whole number from 1 on. ${usage}`);

const { tracks } = await loadCatalogue(projectRoot);
const exercises = sqlExercisesOf(tracks);
const asked = findAsked(
  positionals.length > 0 ? positionals : exercises.map(({ id }) => id),
  exercises.map(({ id }) => id),
);
if (!asked.ok) fail(asked.sentence);
const { built } = await verifyLessons(projectRoot, { cacheDir: join(projectRoot, '.cache') });
const lessonJudge = await openLessonJudge(projectRoot, (id) => Promise.resolve(built[id]));
const reports: BankReport[] = [];
for (const exercise of exercises.filter(({ id }) => asked.ids.includes(id))) {
  const options = { shared, own: Math.ceil(shared / 3), mutants: !values['no-mutants'] };
  const folder = join(values.folder, exercise.id);
  const report = await judgeBank(projectRoot, exercise, folder, lessonJudge, options);
  console.log(toBankText(report));
  reports.push(report);
}
lessonJudge.close();

const count = (of: (report: BankReport) => number) => reports.reduce((sum, report) => sum + of(report), 0);
const odd = count(
  ({ notRight, notShown, notEquivalent }) => notRight.length + notShown.length + notEquivalent.length,
);
const accepted = count(({ acceptedWrong }) => acceptedWrong.length);
const refused = count(({ refusedFair }) => refusedFair.length);
if (accepted > 0) console.log(`\nAccepted wrong answers by what tells them apart:\n${toCauseText(reports)}`);
console.log(
  `\n${countWords(reports.length, 'exercise')}: ${count(({ counts }) => counts.right)} right and ${count(({ counts }) => counts.wrong)} wrong answers, ` +
    `${countWords(
      count(({ counts }) => counts.mutants),
      'mutant',
    )}. ` +
    `${accepted} accepted that are wrong, ${refused} refused that are fair, ${odd} called otherwise than the databases say.`,
);
if (accepted + refused + odd > 0) process.exitCode = 1;

function readArguments() {
  try {
    const options = {
      folder: { type: 'string', default: join(projectRoot, 'e2e/answers') },
      databases: { type: 'string', default: '150' },
      'no-mutants': { type: 'boolean', default: false },
    } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`);
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
