import type { ReactNode } from 'react';
import { ActionButton } from '../query/ActionButton.tsx';
import type { ExerciseWork } from './use-exercise-work.ts';

interface Props {
  readonly work: ExerciseWork;
  /** The buttons of the exercise's kind, the first of them the main one. */
  readonly children: ReactNode;
}

/** What can be done with an answer. */
export function ExerciseButtons({ work, children }: Props): ReactNode {
  const { saved, answer, solution, hints } = work;
  const noMoreHints = hints.shown.length === hints.total;
  const link = { enabled: saved.ready, className: 'app-link-button' };
  return (
    <div className="app-buttons">
      <div className="app-buttons__main">{children}</div>
      <div className="app-buttons__more">
        <ActionButton {...link} waiting={noMoreHints} onUse={hints.showNext}>
          {noMoreHints ? 'No more hints' : 'Hint'}
        </ActionButton>
        {answer.ownText === null ? (
          <ActionButton {...link} onUse={() => void solution.ask()}>
            Show a solution
          </ActionButton>
        ) : (
          <ActionButton {...link} onUse={answer.backToOwnText}>
            Back to my answer
          </ActionButton>
        )}
        {answer.beforeReset === null ? (
          <ActionButton {...link} onUse={answer.reset}>
            Reset
          </ActionButton>
        ) : (
          <ActionButton {...link} onUse={answer.undoReset}>
            Undo reset
          </ActionButton>
        )}
      </div>
    </div>
  );
}
