import type { Engine } from '#src/engine/engine.ts';
import { pageParts } from '../exercise/loading/page-parts.ts';
import type { TextRunner } from './text-runner.ts';

/**
 * Runs queries on a page's engine, and looks for slips in them. The code that does it is fetched when it is first needed.
 *
 * @param columns - The names that a query may use.
 */
export function queryRunner(engine: Engine, columns: readonly string[]): TextRunner {
  return {
    async run(text, signal) {
      const { runAndLook } = await pageParts.runAndLook();
      signal.throwIfAborted();
      const { outcome, suspicions } = await runAndLook(engine, text, columns);
      const status = engine.status();
      // The engine never started: that is no fault of the query.
      return status.state === 'failed'
        ? { failure: status.message, reload: status.reload ?? false }
        : { outcome, suspicions };
    },
    stop: () => engine.stop(),
  };
}
