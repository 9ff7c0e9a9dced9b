import { useState } from 'react';
import { toFailure } from '../failure/to-failure.ts';
import type { ExerciseRecordHandle } from '../progress/use-exercise-record.ts';
import type { Answer } from './use-answer.ts';

/** Asking for the model answer. */
export interface Solution {
  /** A sentence for the learner; empty when there is nothing to say. */
  readonly note: string;
  readonly ask: () => Promise<void>;
}

interface SolutionOptions {
  readonly answer: Answer;
  readonly saved: ExerciseRecordHandle;
  /** Whether an answer was checked before: then the first asking is enough. */
  readonly tried: boolean;
  /** The model answer in the form of an answer. */
  readonly loadSolution: () => Promise<string>;
}

/** Shows the model answer in the editor after an attempt, or on asking twice. The learner's own text is kept. */
export function useSolution({ answer, saved, tried, loadSolution }: SolutionOptions): Solution {
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);

  return {
    note: note === shownNote && answer.ownText === null ? '' : note,
    async ask() {
      if (!tried && !asked && saved.record?.solutionSeen !== true) {
        setAsked(true);
        setNote('Have a go first? Ask again to see it.');
        return;
      }
      setNote('');
      try {
        answer.showSolution(await loadSolution());
        saved.markSolutionSeen();
        setNote(shownNote);
      } catch (cause) {
        console.error(cause);
        setNote(toFailure(cause).failure);
      }
    },
  };
}

const shownNote = 'This is one way to do it. “Back to my answer” brings your own back.';
