import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { CodeRunner, RunnerPlace } from '#src/ui/exercise/code-runner.ts';
import { loadChecksWithEngine } from '#src/ui/exercise/loading/load-checks-with-engine.ts';
import type { TextRunner } from '#src/ui/run/text-runner.ts';
import type { ArqueroKey } from '../answer-key.ts';
import type { ArqueroOutline } from '../outline.ts';
import { pageSandbox, pipelineParts, stopPageSandbox } from './pipeline-parts.ts';

/** Runs pipelines in the page's sandbox, on the tables of its engine. */
export function pipelineTextRunner({
  engine,
  tables,
}: Pick<RunnerPlace<unknown>, 'engine' | 'tables'>): TextRunner {
  return {
    async run(text, signal) {
      const [{ runOnPage }, sandbox] = await Promise.all([pipelineParts.runOnPage(), pageSandbox()]);
      signal.throwIfAborted();
      return runOnPage({ engine, sandbox, tables }, text, signal);
    },
    stop() {
      engine.stop();
      stopPageSandbox();
    },
  };
}

/** The same, and judges them in the engine. */
export function createPipelineRunner({
  engine,
  exercise,
  tables,
}: RunnerPlace<PanelOutline<ArqueroOutline>>): CodeRunner<ArqueroKey> {
  return {
    ...pipelineTextRunner({ engine, tables }),
    language: 'javascript',
    loadKeySchema: async () => (await pipelineParts.keySchema()).arqueroKeySchema,
    loadAhead: () => loadChecksWithEngine(loadPipelines),
    async judge(answer, signal) {
      const [{ judgePipeline }, sandbox] = await Promise.all([pipelineParts.judgePipeline(), pageSandbox()]);
      // It was stopped while these were on their way: then it is no attempt.
      signal.throwIfAborted();
      return judgePipeline({ engine, sandbox, exercise, tables, ...answer });
    },
    toModelQuery: ({ query }) => query,
  };
}

async function loadPipelines(): Promise<void> {
  const [sandbox] = await Promise.all([
    pageSandbox(),
    pipelineParts.runOnPage(),
    pipelineParts.judgePipeline(),
    pipelineParts.keySchema(),
  ]);
  // Whether it may start at all the first run says.
  sandbox.start();
}
