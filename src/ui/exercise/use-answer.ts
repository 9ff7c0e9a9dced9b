import { useEffect, useReducer, useRef, useState } from 'react';
import type { ExerciseRecordHandle } from '../progress/use-exercise-record.ts';
import { changeAnswerText, createAnswerText } from './answer-text.ts';
import type { AnswerText } from './answer-text.ts';

/** The learner's text, and what the buttons do to it. Every text that leaves the editor is kept. */
export interface Answer extends AnswerText {
  /** The text as it stands now, even when the page has not been drawn since the last key. */
  readonly current: () => string;
  /** An answer of an earlier visit came when another was being given already, and was set aside. */
  readonly foundEarlier: boolean;
  readonly type: (text: string) => void;
  readonly showSolution: (solution: string) => void;
  readonly backToOwnText: () => void;
  readonly reset: () => void;
  readonly undoReset: () => void;
}

export function useAnswer(starter: string, saved: ExerciseRecordHandle): Answer {
  const { record, ready, settled, startFrom, saveDraft, keepText } = saved;
  const earlier = useEarlierAnswer(starter, saved);
  const [state, dispatch] = useReducer(changeAnswerText, starter, createAnswerText);
  const restored = useRef(false);
  const touched = useRef(false);
  // What was typed before anything could be saved. It stands beside a stored text that comes later.
  const early = useRef<string>(undefined);
  // What the editor holds now: `state` may be a keystroke behind, so only a text from a button is taken from it.
  const latest = useRef(starter);
  useEffect(() => {
    // At first it is the starter already, or what was typed before the scripts were there.
    if (state.revision > 0) latest.current = state.text;
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
    foundEarlier: earlier.isFound,
    current: () => latest.current,
    type(text) {
      if (text === latest.current) return;
      touched.current = true;
      latest.current = text;
      earlier.addOwn(text);
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

/** Looks, once all that is stored has come, for an answer that the page does not show since another was being given already. */
function useEarlierAnswer(starter: string, { record, ready, settled }: ExerciseRecordHandle) {
  const own = useRef(new Set([starter]));
  const isLate = useRef(false);
  const hasLooked = useRef(false);
  const [isFound, setFound] = useState(false);
  useEffect(() => {
    if (!ready || hasLooked.current) return;
    isLate.current ||= !settled;
    if (!settled) return;
    hasLooked.current = true;
    if (record === undefined || own.current.size === 1) return;
    // What comes late has been put together with what this page saved meanwhile.
    const others = isLate.current ? record.otherDrafts.map(({ text }) => text) : [];
    setFound([record.draft ?? '', ...others].some((text) => text.trim() !== '' && !own.current.has(text)));
  }, [ready, settled, record]);
  return {
    isFound,
    addOwn: (text: string) => {
      if (!hasLooked.current) own.current.add(text);
    },
  };
}
