import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '#src/checker/verdict.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { openDatasets } from '#src/engine/node/open-datasets.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { makeMutants } from '#src/mutation/make-mutants.ts';
import { toMutantId } from '#src/verifying/find-mutants.ts';
import { findNeighbours } from '#src/verifying/find-neighbours.ts';
import type { LessonJudge } from '#src/verifying/node/open-lesson-judge.ts';
import type { FoundDifference } from './find-differences.ts';
import { openLawfulJudge, type LawfulJudgeOptions } from './judge-exercise.ts';
import type { Cause } from './name-cause.ts';
import type { ArenaDataset } from './open-arena.ts';

/** An answer that the checker takes for right, and a lawful database on which it is wrong. */
export interface AcceptedWrong extends FoundDifference {
  readonly name: string;
  readonly sql: string;
  readonly cause: Cause;
}

/** What comes of judging the answers to one exercise twice: by the checker, and by random lawful databases. */
export interface BankReport {
  readonly exercise: string;
  /** How many answers are named right, how many wrong, and how many mutants were judged. */
  readonly counts: { readonly right: number; readonly wrong: number; readonly mutants: number };
  readonly acceptedWrong: readonly AcceptedWrong[];
  /** Mutants that the author calls equivalent, where what the descriptor declares does not make them so. */
  readonly notEquivalent: readonly AcceptedWrong[];
  /** Answers named right that differ on no database, and that the checker refuses all the same. */
  readonly refusedFair: readonly { readonly name: string; readonly verdict: Verdict['kind'] }[];
  /** Answers named right that differ on a lawful database: misnamed, or the task allows two readings. */
  readonly notRight: readonly AcceptedWrong[];
  /** Answers named wrong that the checker refuses by their result, and that differed on no database. */
  readonly notShown: readonly string[];
}

export interface BankOptions extends LawfulJudgeOptions {
  readonly mutants: boolean;
}

/**
 * Judges the answers to an exercise that stand in a folder as `right-….sql` and `wrong-….sql`, and the model answer's mutants.
 *
 * @param folder one that is not there holds no answers
 * @param lessonJudge the checker, as the page has it
 */
export async function judgeBank(
  root: string,
  exercise: SqlExercise,
  folder: string,
  lessonJudge: LessonJudge,
  { mutants, ...options }: BankOptions,
): Promise<BankReport> {
  const { datasets } = await loadDatasets(root);
  const used = datasets
    .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
    .map(({ descriptor: { id, tables } }) => ({ id, tables }));
  const answers = await readAnswers(folder);
  const slips = mutants ? await readMutants(root, exercise, used) : new Map<string, string>();
  const all = new Map([...answers, ...slips]);
  const judge = await openLawfulJudge(root, exercise, used, options);
  try {
    const differences = await judge.judge(all);
    const verdicts = new Map<string, Verdict['kind']>();
    for (const [name, sql] of all) {
      const { verdict } = await lessonJudge.judge(exercise, sql);
      verdicts.set(name, verdict.kind as Verdict['kind']);
    }
    const acceptedWrong: AcceptedWrong[] = [];
    const notEquivalent: AcceptedWrong[] = [];
    const notRight: AcceptedWrong[] = [];
    for (const [name, difference] of differences) {
      const sql = all.get(name) ?? '';
      const isAccepted = verdicts.get(name) === 'correct';
      if (!isAccepted && !isNamed('right', name)) continue;
      const explained = { name, sql, ...(await judge.explain(sql, difference)) };
      if (isNamed('right', name)) notRight.push(explained);
      else if (isNamed('equivalent', name)) notEquivalent.push(explained);
      else acceptedWrong.push(explained);
    }
    const named = (side: 'right' | 'wrong') => [...answers.keys()].filter((name) => isNamed(side, name));
    const isBySight = (name: string) =>
      ['correct', 'other-means', 'does-not-run'].includes(verdicts.get(name) ?? '');
    return {
      exercise: exercise.id,
      counts: { right: named('right').length, wrong: named('wrong').length, mutants: slips.size },
      acceptedWrong,
      notEquivalent,
      notRight,
      refusedFair: named('right').flatMap((name) => {
        const verdict = verdicts.get(name) ?? 'undecided';
        return verdict === 'correct' || differences.has(name) ? [] : [{ name, verdict }];
      }),
      notShown: named('wrong').filter(
        (name) => !differences.has(name) && (verdicts.get(name) === 'correct' || !isBySight(name)),
      ),
    };
  } finally {
    judge.close();
  }
}

const isNamed = (side: 'right' | 'wrong' | 'equivalent', name: string) => name.startsWith(`${side}-`);

async function readAnswers(folder: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  if (!existsSync(folder)) return answers;
  for (const name of (await readdir(folder)).sort())
    if (/^(right|wrong)-.*\.sql$/.test(name)) answers.set(name, await readFile(join(folder, name), 'utf8'));
  return answers;
}

/** The mutants of the model answer that are not marked, by their ids. */
async function readMutants(
  root: string,
  { solution, compare, datasets, equivalent, unproven }: SqlExercise,
  used: readonly ArenaDataset[],
): Promise<Map<string, string>> {
  const tables = used.flatMap((dataset) => dataset.tables);
  const { database, close } = await openDatasets(root, datasets);
  try {
    const neighbours = await findNeighbours(database, solution, tables);
    const made = (await makeMutants(database, solution, tables, neighbours, { compare })) ?? [];
    const known = new Set(unproven.map(({ mutant }) => mutant));
    const ids = new Set(equivalent.map(({ mutant }) => mutant));
    return new Map(
      made.flatMap((mutant): [string, string][] => {
        const id = toMutantId(mutant);
        return known.has(id) ? [] : [[`${ids.has(id) ? 'equivalent-' : ''}mutant ${id}`, mutant.sql]];
      }),
    );
  } finally {
    close();
  }
}
