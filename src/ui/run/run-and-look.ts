import type { Engine } from '#src/engine/engine.ts';
import { findSuspicions } from '#src/engine/find-suspicions.ts';
import { runText } from '#src/engine/run-text.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';

/** Run a text, and say what in it looks like a slip although it ran. `columns` are the names it may use. */
export async function runAndLook(
  engine: Engine,
  text: string,
  columns: readonly string[],
): Promise<{ readonly outcome: RunOutcome; readonly suspicions: readonly string[] }> {
  const outcome = await runText(engine, text);
  const suspicions = outcome.status === 'ok' ? findSuspicions(text, columns) : [];
  return { outcome, suspicions: suspicions.map(({ message }) => message) };
}
