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
  { record, ready, settled, startFrom, saveDraft, keepText }: ExerciseRecordHandle,
): Answer {
  const [state, dispatch] = useReducer(changeAnswerText, starter, createAnswerText);
  const restored = useRef(false);
  const touched = useRef(false);
  // What was typed before anything could be saved. It stands beside a stored text that comes later.
  const early = useRef<string>(undefined);
  // What the editor holds now: `state` may be a keystroke behind, so only a text from a button is taken from it.
  const latest = useRef(starter);
  useEffect(() => {
    latest.current = state.text;
  }, [state.revision]);

  // Once: later changes of the record come from other tabs and must not touch what is typed here. Nor must a record that
  // comes late, since a slow store keeps nobody from typing.
  useEffect(() => {
    if (!ready || restored.current) return;
    if (early.current !== undefined) saveDraft(early.current);
    early.current = undefined;
    const draft = record?.draft ?? null;
    restored.current = settled || draft !== null || touched.current;
    if (draft === null || touched.current) return;
    startFrom(draft);
    dispatch({ type: 'restored', text: draft });
  }, [ready, settled, record, startFrom, saveDraft]);

  return {
    ...state,
    current: () => latest.current,
    type(text) {
      if (text === latest.current) return;
      touched.current = true;
      latest.current = text;
      dispatch({ type: 'typed', text });
      if (!ready) early.current = text;
      saveDraft(text);
    },
    showSolution(solution) {
      touched.current = true;
      if (state.ownText === null) keepText(latest.current);
      dispatch({ type: 'solution-shown', solution });
    },
    backToOwnText() {
      if (state.ownText !== null) saveDraft(state.ownText);
      dispatch({ type: 'own-text-back' });
    },
    reset() {
      touched.current = true;
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
