import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Mutant } from '#src/mutation/make-mutants.ts';
import type { Database } from '#src/results/database.ts';
import { findChange } from '#src/sql/find-change.ts';
import { buildWitnesses, type WitnessReport } from '#src/witnesses/build-witnesses.ts';
import { countWitnessRows, toWitnessStatements, type Witness } from '#src/witnesses/witness.ts';
import { toAnswerQuery } from '#src/checker/answer-query.ts';
import type { CompiledChecks, NearMiss } from '#src/checker/compiled-checks.ts';
import { findTextChange } from '#src/checker/causes/text-change.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { judgeSql } from '#src/checker/judge-sql.ts';
import type { CodeScorecard } from './scorecard.ts';
import { findFairVariants } from './fair-variants.ts';
import { findMutants, findNarrowedAnswers, toMutantId } from './find-mutants.ts';
import type { Finding } from '#src/authored/finding.ts';
import { proveOptimiser } from './prove-optimiser.ts';
import { rankAnswers, rankReadings } from './rank-answers.ts';
import { rememberReads } from './remember-reads.ts';
import { runAndJudge } from './run-and-judge.ts';

export interface Verification {
  readonly compiled: CompiledChecks;
  readonly scorecard: CodeScorecard;
  /**
   * What an author must mend: an alternative that a witness refuses, a wrong answer that none does, a needless mark, a
   * query whose result hangs on DuckDB's optimiser.
   */
  readonly findings: readonly Finding[];
}

/**
 * Makes what the browser needs to judge an exercise beyond the real data: ranks, witnesses and near misses; and counts
 * how many mutants each of them kills.
 *
 * @param realTables native DuckDB with the exercise's real tables under plain names
 * @param tables the descriptors of those tables
 */
export async function verifyExercise(
  realTables: Database,
  exercise: SqlExercise,
  tables: readonly TableDescriptor[],
): Promise<Verification> {
  const startedAt = performance.now();
  const database = rememberReads(realTables);
  const { solution, compare } = exercise;
  const ranks = await rankAnswers(database, exercise);
  const judged = { solution, compare, ...(ranks.ranked && { compiled: { ranked: ranks.ranked } }) };
  const work: ExerciseTask = {
    database,
    exercise,
    tables,
    isRight: (sql) => judgeSql(database, judged, sql),
  };

  const slips = await findSlips(work, ranks);
  const variants = exercise.witnesses ? await findFairVariants(database, solution, work.isRight) : [];
  const { witnesses, survivors } = await makeWitnesses(work, slips, variants);
  const readings = await rankReadings(database, [...exercise.alternatives, ...variants]);
  const surviving = survivors.flatMap((index) => slips.wanted[index] ?? []);
  const passing = survivors.flatMap((index) => slips.wrongOnWitnesses[index - slips.wanted.length] ?? []);
  const proved = await onWitnesses(database, witnesses, tables, async (number) => ({
    refused: await findRefused(exercise, work.isRight),
    nearMisses: await findNearMisses(database, exercise, slips, [...slips.wanted, ...slips.narrowedAnswers]),
    told: await findTold([...slips.equivalent, ...slips.unproven], work.isRight),
    unsure: await proveOptimiser(realTables, exercise, `witness ${number}`),
  }));

  return {
    compiled: {
      ...ranks,
      witnesses: witnesses.map((witness, index) => ({
        ...witness,
        nearMisses: proved[index]?.nearMisses ?? [],
      })),
      ...(witnesses.length > 0 && readings.length > 0 && { readings }),
      ...(slips.wrongOnWitnesses.length > 0 && { wrongOnWitnesses: slips.wrongOnWitnesses }),
      nearMisses: await findNearMisses(database, exercise, slips, slips.killed),
    },
    scorecard: toScorecard(exercise, slips, {
      witnesses,
      surviving,
      elapsedMs: performance.now() - startedAt,
    }),
    findings: [
      ...(await proveOptimiser(realTables, exercise, 'the real data')),
      ...proved.flatMap(({ unsure }) => unsure),
      ...proved.flatMap(({ refused }, index) => refused.map((answer) => toRefusedFinding(answer, index + 1))),
      ...passing.map(toPassingFinding),
      ...(exercise.witnesses && slips.printed !== undefined && witnesses.length === 0 ? [noWitness] : []),
      ...findNeedlessMarks(slips),
      ...toToldFindings(
        proved.map(({ told }) => told),
        slips.marks,
      ),
    ],
  };
}

/** What the steps of a verification share. */
interface ExerciseTask {
  readonly database: Database;
  readonly exercise: SqlExercise;
  readonly tables: readonly TableDescriptor[];
  /** Whether a query gives the model answer's result on the current tables. */
  readonly isRight: (sql: string) => Promise<boolean>;
}

/** The wrong queries that an exercise should refuse, by what it takes to tell them. */
interface Slips {
  readonly killed: readonly Mutant[];
  readonly survived: readonly Mutant[];
  readonly marks: readonly AuthorMark[];
  /** Mutants that survive the real data and are marked as ones that can never differ. */
  readonly equivalent: readonly Mutant[];
  /** Mutants that survive the real data and are marked as ones that may differ: a witness that kills them is welcome. */
  readonly unproven: readonly Mutant[];
  /** All others that survive the real data: a witness must kill them. */
  readonly wanted: readonly Mutant[];
  /** Places of the declared wrong answers that only a witness can tell. */
  readonly wrongOnWitnesses: readonly number[];
  readonly narrowedAnswers: readonly Mutant[];
  /** The model answer as DuckDB prints it; undefined when its tree makes no mutants. */
  readonly printed: string | undefined;
}

/** What an author says of a mutant: that it can never differ, or that nothing was found that shows it. */
interface AuthorMark {
  readonly kind: 'equivalent' | 'unproven';
  /** Where it stands in the exercise's file. */
  readonly path: string;
  /** The mutant's id. */
  readonly id: string;
}

async function findSlips(
  { database, exercise, tables, isRight }: ExerciseTask,
  ranks: Pick<CompiledChecks, 'ranked' | 'rankedWrong'>,
): Promise<Slips> {
  const mutants = await findMutants(database, exercise, tables, isRight);
  const { killed = [], survived = [] } = mutants ?? {};
  const marks = (['equivalent', 'unproven'] as const).flatMap((kind) =>
    exercise[kind].map(({ mutant }, index): AuthorMark => ({ kind, path: `${kind}.${index}`, id: mutant })),
  );
  const markOf = (mutant: Mutant) => marks.find(({ id }) => id === toMutantId(mutant))?.kind;
  return {
    killed,
    survived,
    marks,
    equivalent: survived.filter((mutant) => markOf(mutant) === 'equivalent'),
    unproven: survived.filter((mutant) => markOf(mutant) === 'unproven'),
    wanted: survived.filter((mutant) => markOf(mutant) === undefined),
    wrongOnWitnesses: await findRightHere(database, exercise, ranks, isRight),
    narrowedAnswers: exercise.witnesses ? await findNarrowedAnswers(database, exercise, tables, isRight) : [],
    printed: mutants?.printed,
  };
}

/** Witnesses that kill what the real data do not. `survivors` are places in `wanted` and then `wrongOnWitnesses`. */
async function makeWitnesses(
  { database, exercise, tables, isRight }: ExerciseTask,
  { wanted, wrongOnWitnesses, unproven, narrowedAnswers }: Slips,
  variants: readonly string[],
): Promise<Pick<WitnessReport, 'witnesses' | 'survivors'>> {
  const { solution } = exercise;
  const needed = [
    ...wanted.map(({ sql }) => sql),
    ...wrongOnWitnesses.map((index) => exercise.wrong[index]?.answer ?? ''),
  ];
  if (!exercise.witnesses) return { witnesses: [], survivors: needed.map((_, index) => index) };
  const optional = [...unproven, ...narrowedAnswers];
  const build = (fair: readonly string[]) =>
    buildWitnesses({
      database,
      tables,
      solution,
      mutants: [...needed, ...optional.map(({ sql }) => sql)],
      optional: optional.map((_, index) => needed.length + index),
      alternatives: fair,
      separates: async (_solution, mutant) => !(await isRight(mutant)),
    });
  const report = await build([...exercise.alternatives, ...variants]);
  const isWhole = !report.survivors.some((index) => index < needed.length);
  // What only rows tell that an alternative fails on shows that the two answer different questions.
  return isWhole || exercise.alternatives.length === 0 ? report : build(variants);
}

function toScorecard(
  exercise: SqlExercise,
  { killed, survived, equivalent, unproven, wanted, wrongOnWitnesses, printed }: Slips,
  found: {
    readonly witnesses: readonly Witness[];
    readonly surviving: readonly Mutant[];
    readonly elapsedMs: number;
  },
): CodeScorecard {
  const { witnesses, surviving, elapsedMs } = found;
  return {
    kind: 'sql',
    exercise: exercise.id,
    resultsOnly: printed === undefined,
    mutants: killed.length + survived.length,
    equivalent: equivalent.length,
    unproven: unproven.length,
    killedOnRealData: killed.length,
    killedOnWitnesses: wanted.length - surviving.length,
    survivors: surviving.map((mutant) => ({
      id: toMutantId(mutant),
      sentence: mutant.sentence,
      text: mutant.sql,
      ...findChange(printed ?? exercise.solution, mutant.sql),
    })),
    realDataOnly: !exercise.witnesses,
    witnesses: witnesses.length,
    witnessRows: witnesses.reduce((sum, witness) => sum + countWitnessRows(witness), 0),
    alternatives: exercise.alternatives.length,
    wrongAnswers: exercise.wrong.length,
    wrongOnWitnesses: wrongOnWitnesses.length,
    elapsedMs,
  };
}

function toPassingFinding(index: number): Finding {
  return {
    path: `wrong.${index}.answer`,
    expected: 'an answer that is refused',
    found: 'one that gives the right result on the real data and on every lawful table that was tried',
    remedy: 'Choose a question or a column where the mistake does harm, or remove the answer.',
  };
}

/** The marks of mutants that a witness kills, each once. `told` has those that each witness kills. */
function toToldFindings(told: readonly (readonly Mutant[])[], marks: readonly AuthorMark[]): Finding[] {
  return marks.flatMap(({ kind, path, id }) => {
    const place = told.findIndex((mutants) => mutants.some((mutant) => toMutantId(mutant) === id));
    if (place < 0) return [];
    return [
      {
        path,
        expected:
          kind === 'equivalent'
            ? 'a mutant that no lawful data tell from the model answer'
            : 'a mutant that no small lawful table was found to tell from the model answer',
        found: `"${id}", which witness ${place + 1} tells apart`,
        remedy: 'Take the mark out: the mutant is killed.',
      },
    ];
  });
}

const noWitness: Finding = {
  path: 'solution',
  expected: 'small lawful tables on which it gives a result that every alternative gives too',
  found: 'none',
  remedy:
    'Does it divide by a column that may hold 0? Then use NULLIF. If it holds for the real data alone, say witnesses: false, and why.',
};

/** Places of the declared wrong answers that the real data do not refuse. */
async function findRightHere(
  database: Database,
  exercise: SqlExercise,
  ranks: Pick<CompiledChecks, 'ranked' | 'rankedWrong'>,
  isRight: (sql: string) => Promise<boolean>,
): Promise<number[]> {
  const places: number[] = [];
  const compiled = { ...ranks, witnesses: [], nearMisses: [] };
  const undeclared = { ...exercise, wrong: [] };
  for (const [index, { answer }] of exercise.wrong.entries()) {
    const query = toAnswerQuery(answer);
    // Most are told at a look.
    if (!query || query.changes.length > 0 || !(await isRight(query.query))) continue;
    const { kind } = await runAndJudge(database, undeclared, answer, { compiled });
    if (kind === 'correct') places.push(index);
  }
  return places;
}

/** Those of the mutants that give another result than the model answer on the current tables. */
async function findTold(
  mutants: readonly Mutant[],
  isRight: (sql: string) => Promise<boolean>,
): Promise<Mutant[]> {
  const told: Mutant[] = [];
  for (const mutant of mutants) if (!(await isRight(mutant.sql))) told.push(mutant);
  return told;
}

function toRefusedFinding({ path, found }: RefusedAnswer, witness: number): Finding {
  return {
    path,
    expected: `the model answer's result on witness ${witness} too`,
    found,
    remedy:
      'If the two answer different questions, mend the answer or the task. If they differ only on impossible data, ' +
      'add a rule to the dataset that says so.',
  };
}

function findNeedlessMarks({ marks, killed, survived }: Slips): Finding[] {
  const [told, untold] = [killed.map(toMutantId), survived.map(toMutantId)];
  return marks.flatMap(({ path, id }) => {
    if (untold.includes(id)) return [];
    return [
      {
        path,
        expected: 'a mutant that the real data do not catch',
        found: `"${id}", which ${told.includes(id) ? 'they do' : 'is not made from this model answer'}`,
        remedy: 'Take the mark out.',
      },
    ];
  });
}

/** Does the same work on each witness, with its tables under their plain names. Witnesses count from 1. */
async function onWitnesses<T>(
  database: Database,
  witnesses: readonly Witness[],
  tables: readonly TableDescriptor[],
  work: (number: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const [index, witness] of witnesses.entries()) {
    const schema = `witness_${index + 1}`;
    for (const statement of toWitnessStatements(witness, tables, schema)) await database.query(statement);
    await database.query(`USE ${schema}`);
    done.push(await work(index + 1));
    await database.query('USE main');
    await database.query(`DROP SCHEMA ${schema} CASCADE`);
  }
  return done;
}

interface RefusedAnswer {
  readonly path: string;
  readonly found: string;
}

/** The fair answers that are not right on the current tables: the model answer itself, and each alternative. */
async function findRefused(
  { solution, alternatives }: SqlExercise,
  isRight: (sql: string) => Promise<boolean>,
): Promise<RefusedAnswer[]> {
  const refused: RefusedAnswer[] = [];
  const answers = alternatives.map((sql, index) => ({ path: `alternatives.${index}`, sql }));
  for (const { path, sql } of [{ path: 'solution', sql: solution }, ...answers]) {
    const found = await isRight(sql).then(
      (right) => (right ? undefined : 'another result'),
      (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error)),
    );
    if (found !== undefined) refused.push({ path, found });
  }
  return refused;
}

/**
 * What the mutants give on the current tables, where it is not the model answer's result. Several may give the same:
 * then the learner's text tells which it is.
 */
async function findNearMisses(
  database: Database,
  { solution, compare }: SqlExercise,
  { printed }: Pick<Slips, 'printed'>,
  mutants: readonly Mutant[],
): Promise<NearMiss[]> {
  const nearMisses = new Map<string, NearMiss>();
  const own = await toFingerprint(database, solution, compare);
  for (const { sql, sentence } of mutants) {
    const fingerprint = await toFingerprint(database, sql, compare);
    if (fingerprint === undefined || fingerprint === own) continue;
    const nearMiss = { fingerprint, sentence, change: findTextChange([printed ?? solution, solution], sql) };
    nearMisses.set(JSON.stringify(nearMiss), nearMiss);
  }
  return [...nearMisses.values()];
}
