import { toReport, toReportTable, toReportWords } from '#src/exercises/report.ts';
import type { PlainVerdict } from '#src/exercises/verdict.ts';
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

/** A check without an engine that came out against the learner. */
export interface ReportedPlainCheck {
  readonly exercise: { readonly id: string; readonly version: string };
  readonly data: Readonly<Record<string, string>>;
  readonly text: string;
  readonly verdict: PlainVerdict;
  readonly words: VerdictWords;
}

/** The report of an answer that is no query, as text. */
export async function makePlainReport(check: ReportedPlainCheck): Promise<string> {
  const { exercise, data, text, verdict, words } = check;
  const { id, version } = exercise;
  const report = {
    exercise: id,
    version,
    data,
    verdict: verdict.kind,
    words: toReportWords(words),
    answer: text,
  };
  return Promise.resolve(toReport(report, { isQuery: false }));
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
    answer: text,
    ...(outcome.status === 'ok' && { found: toReportTable(outcome.table) }),
    ...(expected.status === 'ok' && { expected: toReportTable(expected.table) }),
  });
}
