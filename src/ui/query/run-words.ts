import type { EngineStatus } from '#src/engine/engine.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import type { Doing, ShownRun } from '../run/shown-run.ts';

/** How long a query took, so that a person can compare: milliseconds below a second. */
export function durationWords(elapsedMs: number): string {
  if (elapsedMs < 1) return 'less than a millisecond';
  if (elapsedMs < 1000) return countWords(Math.round(elapsedMs), 'millisecond');
  return `${(elapsedMs / 1000).toFixed(1)} seconds`;
}

/** How many rows there are, and how many of them are shown when the table was cut. */
export function rowCountWords({ rows, rowCount }: ResultTable): string {
  return rows.length < rowCount
    ? `The first ${numberWords(rows.length)} of ${countWords(rowCount, 'row')}`
    : countWords(rowCount, 'row');
}

/** One sentence on a run, for those who cannot see the table appear. */
export function outcomeWords(outcome: RunOutcome, language: CodeLanguage = 'sql'): string {
  const { answer, cuts } = codeWords[language];
  switch (outcome.status) {
    case 'ok':
      return outcome.table.columns.length === 0
        ? `The ${answer} ran. It gives no table.`
        : `Your ${answer} gave ${countWords(outcome.table.rowCount, 'row')} in ${durationWords(outcome.elapsedMs)}.`;
    case 'error':
      return `Your ${answer} did not run. ${outcome.error.message}`;
    case 'timeout':
      return `Stopped after ${countWords(outcome.limitMs / 1000, 'second')}: the ${answer} was still running. Try fewer rows first, for example with ${cuts}, or look for a step that never ends.`;
    case 'cancelled':
      return 'Stopped. Your text is as you left it.';
  }
}

/**
 * What the page says of the query engine; empty when there is nothing to wait for.
 *
 * @param firstBytes what it costs a browser that has never had it
 */
export function engineWords(status: EngineStatus, firstBytes?: number): string {
  switch (status.state) {
    case 'idle':
      return firstBytes === undefined
        ? ''
        : `Run needs the query engine: ${wholeMegabytes(firstBytes)} MB, once.`;
    case 'busy':
      return '';
    case 'starting': {
      const { loadedBytes, totalBytes } = status;
      if (totalBytes === 0) return 'Getting the query engine ready…';
      if (loadedBytes >= totalBytes) return 'Starting the query engine…';
      return `Getting the query engine ready (${wholeMegabytes(loadedBytes)} of ${wholeMegabytes(totalBytes)} MB${firstBytes === undefined ? '' : ', once'})…`;
    }
    case 'ready':
      return 'The query engine is ready.';
    case 'failed':
      return status.message;
  }
}

function wholeMegabytes(bytes: number): string {
  return numberWords(bytes / 1_000_000, 0);
}

/** What screen readers say as things change: one sentence, and nothing for every megabyte. */
export function toRunAnnouncement(state: {
  readonly doing: Doing;
  readonly shown: ShownRun | undefined;
  readonly engine: EngineStatus;
  readonly language?: CodeLanguage;
}): string {
  const { doing, shown, engine, language = 'sql' } = state;
  if (doing !== 'nothing') {
    if (engine.state === 'starting' || engine.state === 'idle') return 'Getting the query engine ready.';
    return doing === 'run' ? `Running your ${codeWords[language].answer}.` : 'Checking your answer.';
  }
  if (shown?.failure) return shown.failure;
  if (shown?.outcome) return outcomeWords(shown.outcome, language);
  return '';
}
