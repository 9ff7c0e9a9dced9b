import type { Finding } from '#src/authored/finding.ts';
import { checkPipeline } from '#src/checker/pipeline/check-pipeline.ts';
import type { CheckedPipelineExercise } from '#src/checker/pipeline/compare-pipeline.ts';
import { askPipeline } from '#src/checker/pipeline/pipeline-answer.ts';
import { findNamedChange, findPipelineChange } from '#src/checker/pipeline/pipeline-change.ts';
import type { PipelineChecks, PipelineSlip } from '#src/checker/pipeline/pipeline-checks.ts';
import { toPipelineAnswer, type ReadAnswer } from '#src/checker/pipeline/to-pipeline-answer.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import { onWitness } from '#src/checker/witnesses/witness-check.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { toContentHash } from '#src/authored/content-hash.ts';
import { makePipelineMutants, type PipelineMutant } from '#src/mutation/pipeline/make-pipeline-mutants.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import type { HandedTable } from '#src/sandbox/pipeline-reply.ts';
import { readPipeline } from '#src/sandbox/read-pipeline.ts';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';

/** Runs the body of a pipeline that an author wrote. */
export type RunBody = (body: string, tables: readonly HandedTable[]) => Promise<SandboxOutcome>;

/** What was proven of the pipelines of an exercise. */
export interface PipelineVerification {
  readonly slips: readonly PipelineSlip[];
  /** For each witness, in their order. */
  readonly witnessSlips: readonly (readonly PipelineSlip[])[];
  readonly findings: readonly Finding[];
  readonly mutants: number;
  readonly killedOnRealData: number;
  readonly killedOnWitnesses: number;
  readonly equivalent: number;
  readonly unproven: number;
  readonly survivors: readonly PipelineMutant[];
  /** How many of the declared wrong answers are right on the real data, so that only a witness tells them. */
  readonly wrongOnWitnesses: number;
}

/** The id by which an author marks a mutant. */
export function toPipelineMutantId({ operator, text }: PipelineMutant): string {
  return `${operator}/${toContentHash(text).slice(0, 6)}`;
}

/** Marks of both languages stand in one list. */
export function isPipelineMutantId(id: string): boolean {
  return id.startsWith('pipeline-');
}

/**
 * Proves the pipelines of an exercise: the model answer and the alternatives are accepted, each wrong answer and each mutant is
 * refused, on the real data or on a witness. The results of both are kept, so that a learner's slip is named.
 *
 * @param database - With the tables as learners have them, idle.
 * @param checks - What was made of the model answer in SQL.
 */
export async function verifyPipeline(
  database: ArrowDatabase,
  exercise: ArqueroExercise,
  {
    tables,
    checks,
    run,
  }: {
    readonly tables: readonly TableDescriptor[];
    readonly checks: PipelineChecks;
    readonly run: RunBody;
  },
): Promise<PipelineVerification> {
  const work: PipelineWork = {
    database,
    tables,
    run,
    exercise: { solution: exercise.solution, compare: exercise.compare, compiled: checks },
  };
  const findings: Finding[] = [];
  const accepted = [exercise.arquero, ...exercise.alternatives];
  for (const [index, text] of accepted.entries()) {
    const verdict = await judge(work, text);
    if (verdict.kind !== 'correct')
      findings.push(toRefused(index === 0 ? 'arquero' : `alternatives.${index - 1}`, verdict));
  }
  // Without a right model answer nothing else says anything.
  if (findings.length > 0) return { ...nothingProven, findings };

  for (const [path, text] of [
    ['starter', exercise.starter],
    ['task', ''],
  ] as const)
    if ((await judge(work, text)).kind === 'correct') findings.push(toUnfinished(path));
  const declared: NamedSlip[] = [];
  let wrongOnWitnesses = 0;
  for (const [index, { answer, feedback }] of exercise.wrong.entries()) {
    const { kind } = await judge(work, answer);
    if (kind === 'correct') findings.push(toPassing(`wrong.${index}.answer`));
    else
      declared.push({
        ...{ text: answer, words: feedback, declared: true },
        ...findNamedChange(feedback, exercise.arquero, answer),
      });
    if (kind === 'right-here-only') wrongOnWitnesses++;
  }
  const sorted = await sortMutants(work, exercise);
  const slips = [
    ...declared,
    ...sorted.killed.map(({ text, sentence }): NamedSlip => ({
      ...{ text, words: sentence, declared: false },
      ...findPipelineChange(exercise.arquero, text),
    })),
  ];
  return {
    slips: await findResults(work, slips),
    witnessSlips: await findWitnessResults(work, slips),
    findings: [...findings, ...sorted.findings],
    ...sorted.counts,
    survivors: sorted.survivors,
    wrongOnWitnesses,
  };
}

const nothingProven = {
  slips: [],
  witnessSlips: [],
  mutants: 0,
  killedOnRealData: 0,
  killedOnWitnesses: 0,
  equivalent: 0,
  unproven: 0,
  survivors: [],
  wrongOnWitnesses: 0,
};

/** The model answer in SQL as an exercise of its own, for its witnesses. */
export function toSqlExercise(exercise: ArqueroExercise): SqlExercise {
  const { id, version, title, task, skills, difficulty, datasets, hints, explain } = exercise;
  const { solution, compare, equivalent, unproven } = exercise;
  const ofSql = <M extends { readonly mutant: string }>(marks: readonly M[]) =>
    marks.filter(({ mutant }) => !isPipelineMutantId(mutant));
  return {
    ...{ kind: 'sql', id, version, title, task, skills, difficulty, datasets, hints, explain },
    ...{ starter: '', broken: false, solution, alternatives: [], wrong: [], compare },
    ...{ requires: [], refuses: [], witnesses: true },
    equivalent: ofSql(equivalent),
    unproven: ofSql(unproven),
  };
}

interface PipelineWork {
  readonly database: ArrowDatabase;
  readonly tables: readonly TableDescriptor[];
  readonly run: RunBody;
  readonly exercise: CheckedPipelineExercise;
}

/** A slip before its result is known. */
interface NamedSlip extends Omit<PipelineSlip, 'fingerprint'> {
  readonly text: string;
}

function read({ tables, run }: PipelineWork, text: string): ReadAnswer | undefined {
  const answer = toPipelineAnswer(text, tables, run);
  return answer.ok ? answer : undefined;
}

async function judge(work: PipelineWork, text: string): Promise<Verdict> {
  const { database, exercise, tables, run } = work;
  const answer = toPipelineAnswer(text, tables, run);
  if (!answer.ok) return { kind: 'does-not-run', error: answer.error };
  return checkPipeline(database, { exercise, tables, answer: answer.answer, explain: answer.explain });
}

async function sortMutants(work: PipelineWork, { arquero, equivalent, unproven }: ArqueroExercise) {
  const model = readPipeline(arquero);
  const mutants = model.ok ? makePipelineMutants(model.pipeline) : [];
  const killed: PipelineMutant[] = [];
  const survivors: PipelineMutant[] = [];
  const marked = { equivalent: 0, unproven: 0 };
  let [ran, onRealData] = [0, 0];
  for (const mutant of mutants) {
    const id = toPipelineMutantId(mutant);
    const { kind } = await judge(work, mutant.text);
    // What does not run is no answer that anybody could take for right.
    if (kind === 'does-not-run') continue;
    ran++;
    if (kind !== 'correct') {
      killed.push(mutant);
      if (kind !== 'right-here-only') onRealData++;
    } else if (equivalent.some((mark) => mark.mutant === id)) marked.equivalent++;
    else if (unproven.some((mark) => mark.mutant === id)) marked.unproven++;
    else survivors.push(mutant);
  }
  const ids = [...killed, ...survivors].map(toPipelineMutantId);
  const made = mutants.map(toPipelineMutantId);
  const marks = [
    ...equivalent.map(({ mutant }, index) => ({ mutant, path: `equivalent.${index}` })),
    ...unproven.map(({ mutant }, index) => ({ mutant, path: `unproven.${index}` })),
  ].filter(({ mutant }) => isPipelineMutantId(mutant));
  const needless = marks.filter(({ mutant }) => ids.includes(mutant) || !made.includes(mutant));
  return {
    killed,
    survivors,
    counts: {
      ...marked,
      mutants: ran,
      killedOnRealData: onRealData,
      killedOnWitnesses: killed.length - onRealData,
    },
    findings: [
      ...survivors.map((mutant) => toSurvived(mutant)),
      ...needless.map(({ mutant, path }): Finding => ({
        path,
        expected: 'a mutant that nothing tells from the model answer',
        found: `"${mutant}", which ${made.includes(mutant) ? 'is refused' : 'is not made from this model answer'}`,
        remedy: 'Take the mark out.',
      })),
    ],
  };
}

/** The results of slips on the tables as they stand, without that of the model answer. */
async function findResults(work: PipelineWork, slips: readonly NamedSlip[]): Promise<PipelineSlip[]> {
  const { database, exercise } = work;
  const own = await toFingerprint(database, exercise.solution, exercise.compare);
  const found: PipelineSlip[] = [];
  for (const { text, ...slip } of slips) {
    const fingerprint = await findResult(work, text);
    if (fingerprint !== undefined && fingerprint !== own) found.push({ fingerprint, ...slip });
  }
  return found;
}

async function findResult(work: PipelineWork, text: string): Promise<string | undefined> {
  const { database, exercise } = work;
  const answer = read(work, text)?.answer;
  if (!answer || answer.tables.length === 0) return undefined;
  const table = `_slip_${toContentHash(text).slice(0, 12)}`;
  try {
    const query = await askPipeline(database, answer, table);
    return await toFingerprint(database, query, exercise.compare);
  } catch {
    return undefined;
  } finally {
    await database.query(`DROP TABLE IF EXISTS temp.${table}`);
  }
}

async function findWitnessResults(
  work: PipelineWork,
  slips: readonly NamedSlip[],
): Promise<(readonly PipelineSlip[])[]> {
  const found: (readonly PipelineSlip[])[] = [];
  for (const witness of work.exercise.compiled.witnesses)
    found.push(
      await onWitness(work.database, { tables: work.tables, name: '_proof' }, witness, () =>
        findResults(work, slips),
      ),
    );
  return found;
}

function toRefused(path: string, verdict: Verdict): Finding {
  return {
    path,
    expected:
      'a pipeline that gives the result of the solution in SQL, on the real data and on every witness',
    found: verdict.kind === 'does-not-run' ? verdict.error.message : `one that is refused (${verdict.kind})`,
    remedy: 'Mind missing values, which count as 0 in JavaScript, and rounding.',
  };
}

function toUnfinished(path: 'starter' | 'task'): Finding {
  return {
    path,
    expected: 'a task that takes some work',
    found: path === 'starter' ? 'a starter that is right already' : 'an empty answer that is right',
    remedy: 'Leave something to do.',
  };
}

function toPassing(path: string): Finding {
  return {
    path,
    expected: 'a pipeline that is refused',
    found: 'one that gives the right result on the real data and on every witness',
    remedy: 'Choose a question or a column where the mistake does harm, or remove the answer.',
  };
}

function toSurvived(mutant: PipelineMutant): Finding {
  return {
    path: 'arquero',
    expected: 'every mutant to give another result somewhere',
    found: `${toPipelineMutantId(mutant)} passes: ${mutant.text}`,
    remedy: 'Mend the task, or mark it under "equivalent" or "unproven" with the reason.',
  };
}
