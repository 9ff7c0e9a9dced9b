import type { Finding } from '#src/authored/finding.ts';
import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import type { ArrowDatabase, Database } from '#src/results/database.ts';
import { findChange } from '#src/sql/find-change.ts';
import type { CodeScorecard } from '../scorecard.ts';
import { verifyModelAnswer } from '../verify-answers.ts';
import { verifyExercise } from '../verify-exercise.ts';
import { toPipelineMutantId, toSqlExercise, verifyPipeline, type RunBody } from './verify-pipeline.ts';

export interface ArqueroVerification {
  readonly findings: readonly Finding[];
  /** Absent where the model answer in SQL is refused: then nothing else can be judged. */
  readonly made?: { readonly compiled: PipelineChecks; readonly scorecard: CodeScorecard };
}

/**
 * Proves an exercise whose answer is a pipeline. The model answer in SQL is proven first, and gives the witnesses; then the
 * pipelines are judged by it.
 *
 * @param learner - With the tables as learners have them, idle.
 * @param stored - With the tables themselves.
 * @param tables - The descriptors of those tables.
 */
export async function verifyArquero(
  { learner, stored }: { readonly learner: ArrowDatabase; readonly stored: Database },
  exercise: ArqueroExercise,
  { tables, run }: { readonly tables: readonly TableDescriptor[]; readonly run: RunBody },
): Promise<ArqueroVerification> {
  const startedAt = performance.now();
  const asSql = toSqlExercise(exercise);
  const model = await verifyModelAnswer(learner, asSql);
  if (model.length > 0) return { findings: model };
  const sql = await verifyExercise(stored, asSql, tables);
  const { ranked, witnesses } = sql.compiled;
  const order = ranked && { ranked };
  const unnamed = {
    ...order,
    slips: [],
    witnesses: witnesses.map((witness) => ({ tables: witness.tables, slips: [] })),
  };
  const pipeline = await verifyPipeline(learner, exercise, { tables, checks: unnamed, run });
  const compiled: PipelineChecks = {
    ...order,
    slips: pipeline.slips,
    witnesses: witnesses.map((witness, index) => ({
      tables: witness.tables,
      slips: pipeline.witnessSlips[index] ?? [],
    })),
  };
  const scorecard: CodeScorecard = {
    ...sql.scorecard,
    kind: 'arquero',
    mutants: sql.scorecard.mutants + pipeline.mutants,
    equivalent: sql.scorecard.equivalent + pipeline.equivalent,
    unproven: sql.scorecard.unproven + pipeline.unproven,
    killedOnRealData: sql.scorecard.killedOnRealData + pipeline.killedOnRealData,
    killedOnWitnesses: sql.scorecard.killedOnWitnesses + pipeline.killedOnWitnesses,
    survivors: [
      ...sql.scorecard.survivors,
      ...pipeline.survivors.map((mutant) => ({
        id: toPipelineMutantId(mutant),
        sentence: mutant.sentence,
        text: mutant.text,
        ...findChange(exercise.arquero, mutant.text),
      })),
    ],
    alternatives: exercise.alternatives.length,
    wrongAnswers: exercise.wrong.length,
    wrongOnWitnesses: pipeline.wrongOnWitnesses,
    elapsedMs: performance.now() - startedAt,
  };
  return { findings: [...sql.findings, ...pipeline.findings], made: { compiled, scorecard } };
}
