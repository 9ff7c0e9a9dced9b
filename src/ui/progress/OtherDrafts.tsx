import type { Draft } from '#src/progress/exercise-record.ts';
import type { ExerciseSummary } from '#src/progress/lesson-summary.ts';
import { momentWords } from '#src/words/moment-words.ts';

interface Props {
  readonly kept: readonly { readonly exercise: ExerciseSummary; readonly draft: Draft }[];
}

/** Texts that something else replaced in the editor: nothing that was typed is out of reach. */
export function OtherDrafts({ kept }: Props) {
  const shown = kept.filter(({ draft }) => draft.text.trim() !== '');
  if (shown.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Earlier versions of your answer ({shown.length})</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">Reset, another tab or an imported file replaced this text in the editor.</p>
        {shown.map(({ exercise, draft }) => (
          <figure className="app-progress__draft" key={`${exercise.id} ${draft.at} ${draft.text}`}>
            <figcaption className="govuk-body-s">
              {exercise.title}, {momentWords(draft.at)}
            </figcaption>
            <pre>
              <code>{draft.text}</code>
            </pre>
          </figure>
        ))}
      </div>
    </details>
  );
}
