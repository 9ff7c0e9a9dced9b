import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { Engine } from './engine.ts';
import { runQuery } from './run-query.ts';

/** Run a learner's text on the page's engine. Every way it can end is an outcome. */
export async function runText(
  engine: Engine,
  text: string,
  options: { readonly rowLimit?: number; readonly timeLimitMs?: number } = {},
): Promise<RunOutcome> {
  const { rowLimit, timeLimitMs } = options;
  const used = await engine.use(
    async (database, spoil) => {
      const run = await runQuery(database, text, rowLimit === undefined ? {} : { rowLimit });
      if (run.spoiled) spoil();
      return run.outcome;
    },
    timeLimitMs === undefined ? {} : { timeLimitMs },
  );
  switch (used.status) {
    case 'ok':
      return used.value;
    case 'failed':
      return { status: 'error', error: { message: used.message, details: used.message } };
    default:
      return used;
  }
}
