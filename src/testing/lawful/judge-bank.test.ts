import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Verdict } from '#src/checker/verdict.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { LessonJudge } from '#src/verifying/node/open-lesson-judge.ts';
import { toBankText, toCauseText } from './bank-text.ts';
import { judgeBank } from './judge-bank.ts';

const root = join(import.meta.dirname, '../../..');
const id = 'asking-questions/01-first-question/over-the-threshold';
const exercise = sqlExercisesOf((await loadCatalogue(root)).tracks).find((each) => each.id === id);
if (!exercise) throw new Error(`There is no exercise ${id}.`);

const start = "SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions";
const folder = mkdtempSync(join(tmpdir(), 'answers-'));
const answers = { right: '> 100000', wrong: '>= 100000', misnamed: '> 200000' };
writeFileSync(join(folder, 'right-plain.sql'), `${start} ${answers.right}`);
writeFileSync(join(folder, 'wrong-at-least.sql'), `${start} ${answers.wrong}`);
afterAll(() => rmSync(folder, { recursive: true }));

/** A checker that says the same of every answer. */
function checkerThat(verdict: Verdict): LessonJudge {
  return {
    ...{ ids: [], find: () => undefined, dataOf: () => ({}), prepare: () => Promise.resolve() },
    judge: ({ id: of }) =>
      Promise.resolve({ exercise: of, verdict, words: { headline: '', body: '' }, elapsedMs: 0 }),
    close: () => undefined,
  };
}

const options = { shared: 40, own: 0, sizes: 'small', mutants: false } as const;

test(
  'a wrong answer that is accepted is told with the smallest database and its cause',
  { timeout: 120_000 },
  async () => {
    const report = await judgeBank(root, exercise, folder, checkerThat({ kind: 'correct' }), options);
    expect(report).toMatchObject({ notRight: [], refusedFair: [], notShown: [] });
    const [found] = report.acceptedWrong;
    expect(found?.name).toBe('wrong-at-least.sql');
    expect(found?.database.get('services')).toHaveLength(1);
    expect(found?.database.get('services')?.[0]).toEqual(expect.arrayContaining(['Home Office', '100000']));
    expect(found?.cause.words).toContain('transactions is 100000');
    expect(toBankText(report)).toContain('accepted, and wrong: wrong-at-least.sql');
    expect(toCauseText([report])).toContain('over-the-threshold/wrong-at-least.sql');
  },
);

test(
  'a fair answer that is refused is told, and so is a name that the databases deny',
  { timeout: 120_000 },
  async () => {
    writeFileSync(join(folder, 'right-misnamed.sql'), `${start} ${answers.misnamed}`);
    const refuses = checkerThat({ kind: 'wrong-order', unsorted: true });
    const report = await judgeBank(root, exercise, folder, refuses, options);
    expect(report.acceptedWrong).toEqual([]);
    expect(report.refusedFair).toEqual([{ name: 'right-plain.sql', verdict: 'wrong-order' }]);
    expect(report.notRight.map(({ name }) => name)).toEqual(['right-misnamed.sql']);
  },
);
