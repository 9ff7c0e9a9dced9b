import type { ReactNode, RefObject } from 'react';
import type { Answer } from './use-answer.ts';
import type { Solution } from './use-solution.ts';

interface Props {
  /** False in the page as the server made it, until the stored text has been read. */
  readonly enabled: boolean;
  readonly busy: boolean;
  readonly runButton: RefObject<HTMLButtonElement | null>;
  readonly answer: Answer;
  readonly solution: Solution;
  readonly hintsLeft: number;
  readonly onRun: () => void;
  readonly onCheck: () => void;
  readonly onHint: () => void;
}

/** What can be done with an answer. A button that cannot be used now keeps the focus and its place. */
export function ExerciseButtons(props: Props): ReactNode {
  const { enabled, busy, answer, solution, hintsLeft, onRun, onCheck, onHint } = props;
  return (
    <div className="app-buttons">
      <div className="app-buttons__main">
        <button {...whenever(enabled, busy, onRun)} ref={props.runButton} className="govuk-button">
          Run
        </button>
        <button {...whenever(enabled, busy, onCheck)} className="govuk-button govuk-button--secondary">
          Check my answer
        </button>
      </div>
      <div className="app-buttons__more">
        <button {...whenever(enabled, hintsLeft === 0, onHint)} className="app-link-button">
          {hintsLeft === 0 ? 'No more hints' : 'Hint'}
        </button>
        {answer.ownText === null ? (
          <button {...whenever(enabled, false, () => void solution.ask())} className="app-link-button">
            Show a solution
          </button>
        ) : (
          <button {...whenever(enabled, false, answer.backToOwnText)} className="app-link-button">
            Back to my text
          </button>
        )}
        {answer.beforeReset === null ? (
          <button {...whenever(enabled, false, answer.reset)} className="app-link-button">
            Reset
          </button>
        ) : (
          <button {...whenever(enabled, false, answer.undoReset)} className="app-link-button">
            Undo reset
          </button>
        )}
      </div>
    </div>
  );
}

/** `disabled` would drop the keyboard's focus, so a button that only waits says so with `aria-disabled`. */
function whenever(enabled: boolean, waiting: boolean, action: () => void) {
  return {
    type: 'button' as const,
    disabled: !enabled,
    'aria-disabled': waiting || undefined,
    onClick: waiting ? undefined : action,
  };
}
