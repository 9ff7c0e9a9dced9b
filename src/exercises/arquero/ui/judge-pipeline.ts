import { checkPipeline } from '#src/checker/pipeline/check-pipeline.ts';
import {
  toAcceptedAnswers,
  toPipelineAnswer,
  type RunPipelineBody,
} from '#src/checker/pipeline/to-pipeline-answer.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import { timeLeftMs } from '#src/engine/time-limit.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import type { Sandbox } from '#src/sandbox/sandbox.ts';
import type { AnswerJudgement, RunAnswer } from '#src/ui/exercise/code-runner.ts';
import { toUndecidedCheck } from '#src/ui/exercise/undecided-check.ts';
import { toVerdictWords } from '../../sql/verdict-words.ts';
import type { ArqueroKey } from '../answer-key.ts';

interface GivenPipeline extends RunAnswer<ArqueroKey> {
  readonly engine: Engine;
  readonly sandbox: Sandbox;
  readonly exercise: { readonly compare: Compare };
  /** Those of the exercise's own datasets. */
  readonly tables: readonly TableDescriptor[];
}

/** More rows than a result may have that is compared: whatever is longer than the expected one is told by its count. */
const rowLimit = 400_000;
/** So much later than the sandbox the engine gives up, in milliseconds: it would be replaced, the sandbox need not be. */
const graceMs = 500;

// A check's runs on rows made for it share a worker, which no other check sees.
let lastSeries = 0;

/**
 * Checks a pipeline on the page's engine and in its sandbox, in the time that its run has left. A check that was stopped or took
 * too long is undecided, never wrong.
 */
export async function judgePipeline(given: GivenPipeline): Promise<AnswerJudgement> {
  const verdict = await toVerdict(given);
  return { verdict, words: toVerdictWords(verdict, 'javascript') };
}

async function toVerdict(given: GivenPipeline): Promise<Verdict> {
  const { engine, sandbox, exercise, key, tables, text, outcome } = given;
  if (outcome.status === 'error') return { kind: 'does-not-run', error: outcome.error };
  const limitMs = timeLeftMs(outcome.status === 'ok' ? outcome.elapsedMs : 0);
  let endsAt = performance.now() + limitMs;
  const series = ++lastSeries;
  const run: RunPipelineBody = (body, handed, place) =>
    sandbox.run(body, handed, {
      ...{ rowLimit, timeLimitMs: Math.max(1, endsAt - performance.now()) },
      ...(place === 'shared' && { series }),
    });
  const read = toPipelineAnswer(text, tables, run);
  if (!read.ok) return { kind: 'does-not-run', error: read.error };
  const { answer, explain } = read;
  const accepted = toAcceptedAnswers([key.solution, ...key.alternatives], tables, run);
  const checked = { solution: key.query, compare: exercise.compare, compiled: key.compiled };
  const used = await engine.use(
    (database) => {
      endsAt = performance.now() + limitMs;
      return checkPipeline(database, { exercise: checked, accepted, tables, answer, explain });
    },
    { timeLimitMs: limitMs + graceMs },
  );
  sandbox.endSeries(series);
  return used.status === 'ok' ? used.value : toUndecidedCheck(used, 'javascript');
}
