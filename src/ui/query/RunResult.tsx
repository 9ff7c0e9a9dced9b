import type { ReactNode } from 'react';
import type { RunOutcome, TextRange } from '#src/results/run-outcome.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import { QueryProblem } from './QueryProblem.tsx';
import { outcomeWords } from './run-words.ts';
import { ResultView } from './ResultView.tsx';

interface Props {
  readonly outcome: RunOutcome;
  /** The text that was run. */
  readonly text: string;
  readonly language: CodeLanguage;
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
  /** Ids of those that it may read. */
  readonly datasets: readonly string[];
}

/** What came of the last run. Draws; decides nothing. */
export function RunResult({ outcome, text, language, fileName, onGoTo, datasets }: Props): ReactNode {
  switch (outcome.status) {
    case 'ok':
      return (
        <ResultView
          table={outcome.table}
          elapsedMs={outcome.elapsedMs}
          language={language}
          fileName={fileName}
          text={text}
          datasets={datasets}
        />
      );
    case 'error':
      return <QueryProblem error={outcome.error} text={text} language={language} onGoTo={onGoTo} />;
    case 'timeout':
    case 'cancelled':
      return (
        <div className="app-notice app-notice--warn">
          <p>{outcomeWords(outcome, language)}</p>
        </div>
      );
  }
}
