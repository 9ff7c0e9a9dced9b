import { toReport, toReportTable, toReportWords } from '#src/exercises/report.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import { runText } from '#src/engine/run-text.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';

/** A check that came out against the learner, with all that it takes to do it again. */
export interface ReportedCheck {
  readonly engine: Engine;
  readonly exercise: { readonly id: string; readonly version: string };
  readonly solution: string;
  readonly tables: readonly TableDescriptor[];
  readonly text: string;
  readonly outcome: RunOutcome;
  readonly verdict: Verdict;
  readonly words: VerdictWords;
}

/** The report as text. Runs the model answer for its result; when that fails, the report goes without it. */
export async function makeReport(check: ReportedCheck): Promise<string> {
  const { engine, exercise, solution, tables, text, outcome, verdict, words } = check;
  const expected = await runText(engine, solution, { rowLimit: 20 });
  return toReport({
    exercise: exercise.id,
    version: exercise.version,
    data: Object.fromEntries(tables.map(({ name, sha256 }) => [name, sha256])),
    verdict: verdict.kind,
    words: toReportWords(words),
    query: text,
    ...(outcome.status === 'ok' && { found: toReportTable(outcome.table) }),
    ...(expected.status === 'ok' && { expected: toReportTable(expected.table) }),
  });
}
