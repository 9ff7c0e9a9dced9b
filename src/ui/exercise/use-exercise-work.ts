import { useEffect, useState } from 'react';
import type { AnswerKeyBase } from '#src/exercises/exercise-base.ts';
import { useExerciseRecord } from '../progress/use-exercise-record.ts';
import type {
  CheckedAnswer,
  ExerciseRecordHandle,
  ExerciseVersions,
} from '../progress/use-exercise-record.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';
import { useSolution } from './use-solution.ts';
import type { Solution } from './use-solution.ts';
import { watchLateExercises } from './loading/watch-late-exercises.ts';

/** A person's work on one exercise of any kind: what is kept, the answer as text, hints and the model answer. */
export interface ExerciseWork {
  readonly saved: ExerciseRecordHandle;
  readonly answer: Answer;
  readonly solution: Solution;
  readonly hints: Hints;
  /** What the last button did, as screen readers say it; empty at first. */
  readonly said: string;
  /** Call for every verdict: it is kept, and the model answer may then be seen. */
  readonly addAttempt: (checked: CheckedAnswer) => void;
}

export interface Hints {
  /** Those that were asked for; they stay. */
  readonly shown: readonly string[];
  readonly total: number;
  readonly showNext: () => void;
}

interface WorkOptions {
  readonly exercise: { readonly id: string; readonly hints: readonly string[] };
  readonly versions: ExerciseVersions;
  /** The answer before anything is done, in the form that the exercise's kind writes answers in. */
  readonly starter: string;
  readonly loadKey: () => Promise<Pick<AnswerKeyBase, 'solution'>>;
}

export function useExerciseWork({ exercise, versions, starter, loadKey }: WorkOptions): ExerciseWork {
  useEffect(watchLateExercises, []);
  const saved = useExerciseRecord(exercise.id, versions);
  const answer = useAnswer(starter, saved);
  const hints = useHints(exercise.hints, saved);
  const [checked, setChecked] = useState(false);
  const [said, setSaid] = useState('');
  const solution = useSolution({
    answer,
    saved,
    tried: checked || (saved.record?.attempts.length ?? 0) > 0,
    loadSolution: async () => (await loadKey()).solution,
  });

  return {
    saved,
    answer: {
      ...answer,
      backToOwnText() {
        answer.backToOwnText();
        setSaid('Your own answer is back.');
      },
      reset() {
        answer.reset();
        setSaid('Your answer is as it was at the start. “Undo reset” brings yours back.');
      },
      undoReset() {
        answer.undoReset();
        setSaid('Your answer is back.');
      },
    },
    solution,
    hints,
    said,
    addAttempt(attempt) {
      setChecked(true);
      saved.addAttempt(attempt);
    },
  };
}

function useHints(hints: readonly string[], { record, showHints }: ExerciseRecordHandle): Hints {
  const [asked, setAsked] = useState(0);
  const count = Math.min(Math.max(asked, record?.hintsShown ?? 0), hints.length);
  return {
    shown: hints.slice(0, count),
    total: hints.length,
    showNext() {
      setAsked(count + 1);
      showHints(count + 1);
    },
  };
}
