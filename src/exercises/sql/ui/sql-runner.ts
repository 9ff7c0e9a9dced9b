import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { CodeRunner, RunnerPlace } from '#src/ui/exercise/code-runner.ts';
import { loadChecksWithEngine } from '#src/ui/exercise/loading/load-checks-with-engine.ts';
import { pageParts } from '#src/ui/exercise/loading/page-parts.ts';
import { queryRunner } from '#src/ui/run/query-runner.ts';
import type { SqlKey } from '../answer-key.ts';
import type { SqlOutline } from '../outline.ts';

/** Runs queries on the page's engine, and judges them there. */
export function createSqlRunner({
  engine,
  exercise,
  tables,
}: RunnerPlace<PanelOutline<SqlOutline>>): CodeRunner<SqlKey> {
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  return {
    ...queryRunner(engine, columns),
    language: 'sql',
    loadKeySchema: async () => (await pageParts.sqlKeySchema()).sqlKeySchema,
    loadAhead: () => loadChecksWithEngine(loadSqlChecks),
    async judge(answer, signal) {
      const { judgeAnswer } = await pageParts.judgeAnswer();
      // It was stopped while this was on its way: then it is no attempt.
      signal.throwIfAborted();
      return judgeAnswer({ engine, exercise, tables, ...answer });
    },
    toModelQuery: ({ solution }) => solution,
  };
}

async function loadSqlChecks(): Promise<void> {
  await Promise.all([pageParts.sqlKeySchema(), pageParts.judgeAnswer()]);
}
