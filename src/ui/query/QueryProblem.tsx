import type { ReactNode } from 'react';
import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { toTextPosition } from '../editor/text-position.ts';
import { RichText } from '../text/RichText.tsx';

interface Props {
  readonly error: QueryError;
  /** The text that was run: places in the error count in it. */
  readonly text: string;
  readonly language: CodeLanguage;
  /** Puts the cursor on the place; undefined once the text has changed. */
  readonly onGoTo: ((place: TextRange) => void) | undefined;
}

/** Why a text did not run, where, and what to try. */
export function QueryProblem({ error, text, language, onGoTo }: Props): ReactNode {
  const { answer, engine } = codeWords[language];
  const { message, advice, place, details } = error;
  return (
    <div className="app-notice app-notice--bad">
      <p className="app-notice__title">Your {answer} did not run</p>
      <p>
        <RichText text={message} />
      </p>
      {advice && (
        <p>
          <RichText text={advice} />
        </p>
      )}
      {place && <ProblemPlace place={place} text={text} onGoTo={onGoTo} />}
      <details className="govuk-details app-notice__details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Details</span>
        </summary>
        <div className="govuk-details__text">
          <p>{engine} says:</p>
          <pre className="app-notice__engine-words">{details}</pre>
        </div>
      </details>
    </div>
  );
}

function ProblemPlace({
  place,
  text,
  onGoTo,
}: { readonly place: TextRange } & Omit<Props, 'error' | 'language'>): ReactNode {
  const { line, column } = toTextPosition(text, place.start);
  const words = text.slice(place.start, place.end).trim();
  return (
    <p>
      Line {line}, column {column}
      {words && words.length <= 40 && (
        <>
          : <code>{words}</code>
        </>
      )}{' '}
      {onGoTo && (
        <button type="button" className="app-link-button" onClick={() => onGoTo(place)}>
          Go to it
        </button>
      )}
    </p>
  );
}
