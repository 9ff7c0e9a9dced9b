import { useEffect, useReducer, useRef } from 'react';
import type { ExerciseRecordHandle } from '../progress/use-exercise-record.ts';
import { changeAnswerText, createAnswerText } from './answer-text.ts';
import type { AnswerText } from './answer-text.ts';

/** The learner's text, and what the buttons do to it. Every text that leaves the editor is kept. */
export interface Answer extends AnswerText {
  /** The text as it stands now, even when the page has not been drawn since the last key. */
  readonly current: () => string;
  readonly type: (text: string) => void;
  readonly showSolution: (solution: string) => void;
  readonly backToOwnText: () => void;
  readonly reset: () => void;
  readonly undoReset: () => void;
}

export function useAnswer(
  starter: string,
  { record, ready, saveDraft, keepText }: ExerciseRecordHandle,
): Answer {
  const [state, dispatch] = useReducer(changeAnswerText, starter, createAnswerText);
  const restored = useRef(false);
  // What the editor holds now: `state` may be a keystroke behind, so only a text from a button is taken from it.
  const latest = useRef(starter);
  useEffect(() => {
    latest.current = state.text;
  }, [state.revision]);

  // Once: later changes of the record come from other tabs and must not touch what is typed here.
  useEffect(() => {
    if (!ready || restored.current) return;
    restored.current = true;
    const typed = latest.current;
    if (typed === starter) {
      if (record?.draft != null) dispatch({ type: 'restored', text: record.draft });
      return;
    }
    // Whoever is typing already goes before the store, however slow it was; the stored text is kept beside.
    if (record?.draft != null && record.draft !== typed) keepText(record.draft);
    saveDraft(typed);
  }, [ready, record]);

  return {
    ...state,
    current: () => latest.current,
    type(text) {
      if (text === latest.current) return;
      latest.current = text;
      dispatch({ type: 'typed', text });
      saveDraft(text);
    },
    showSolution(solution) {
      if (state.ownText === null) keepText(latest.current);
      dispatch({ type: 'solution-shown', solution });
    },
    backToOwnText() {
      if (state.ownText !== null) saveDraft(state.ownText);
      dispatch({ type: 'own-text-back' });
    },
    reset() {
      keepText(latest.current);
      saveDraft(starter);
      dispatch({ type: 'reset', starter });
    },
    undoReset() {
      if (state.beforeReset !== null) saveDraft(state.beforeReset);
      dispatch({ type: 'reset-undone' });
    },
  };
}
