import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerVerdictKind } from '#src/exercises/verdict.ts';
import type { ProgressStore } from '#src/progress/browser/progress-store.ts';
import { createDraftSaver } from '#src/progress/browser/draft-saver.ts';
import type { DraftSaver } from '#src/progress/browser/draft-saver.ts';
import { sharedProgressStore } from '#src/progress/browser/shared-store.ts';
import type { ExerciseRecord } from '#src/progress/exercise-record.ts';
import { toPlace } from '#src/progress/to-place.ts';

export interface ExerciseVersions {
  readonly exerciseVersion: string;
  readonly lessonVersion: string;
}

/** An answer that was checked. Time, versions, hints and whether the solution was seen are added here. */
export interface CheckedAnswer {
  readonly answer: string;
  readonly verdict: AnswerVerdictKind;
}

export interface ExerciseRecordHandle {
  /** What is kept of this exercise, kept up to date from other tabs; undefined before anything was done. */
  readonly record: ExerciseRecord | undefined;
  /** The stored record has been read, or it is certain that it cannot be. Put `record.draft` in the editor then, once. */
  readonly ready: boolean;
  readonly canSave: boolean;
  /** Why nothing can be saved, as a sentence for the page; undefined while saving works. */
  readonly reason: string | undefined;
  /** Call at every change of the editor's text: it is saved half a second later, and when the page is left. */
  readonly saveDraft: (text: string) => void;
  /** Sets a text aside before Reset or Show a solution takes it out of the editor: see `record.otherDrafts`. */
  readonly keepText: (text: string) => void;
  readonly addAttempt: (checked: CheckedAnswer) => Promise<void>;
  /** Remembers one more hint as shown: see `record.hintsShown`. */
  readonly showHint: () => void;
  readonly markSolutionSeen: () => void;
}

/** One person's record of one exercise, for the page that shows it. All exercises of a page share one store. */
export function useExerciseRecord(exerciseId: string, versions: ExerciseVersions): ExerciseRecordHandle {
  const [record, setRecord] = useState<ExerciseRecord>();
  const [ready, setReady] = useState(false);
  const [reason, setReason] = useState<string>();
  const saver = useRef<DraftSaver>(undefined);
  const { exerciseVersion, lessonVersion } = versions;

  useEffect(() => {
    let ended = false;
    let stopListening: (() => void) | undefined;
    const draftSaver = createDraftSaver(exerciseId);
    saver.current = draftSaver;
    const refresh = async (store: ProgressStore) => {
      const stored = await store.get(exerciseId);
      if (ended) return;
      const status = store.status();
      draftSaver.startFrom(stored?.draft ?? null);
      setRecord(stored);
      setReason(status.saving ? undefined : status.reason);
      setReady(true);
    };
    void sharedProgressStore().then(async (store) => {
      if (ended) return;
      stopListening = store.subscribe(() => void refresh(store));
      await refresh(store);
      await visitLesson(store, exerciseId);
    });
    return () => {
      ended = true;
      stopListening?.();
      draftSaver.close();
    };
  }, [exerciseId]);

  const saveDraft = useCallback((text: string) => saver.current?.save(text), []);
  const keepText = useCallback((text: string) => saver.current?.keep(text), []);
  const addAttempt = useCallback(
    async ({ answer, verdict }: CheckedAnswer) => {
      await saver.current?.flush();
      const store = await sharedProgressStore();
      const before = await store.get(exerciseId);
      const at = new Date().toISOString();
      await store.addAttempt({
        exerciseId,
        exerciseVersion,
        lessonVersion,
        at,
        answer,
        verdict,
        passed: verdict === 'correct',
        hintsUsed: before?.hintsShown ?? 0,
        solutionSeen: before?.solutionSeen ?? false,
      });
      await store.setLastPlace(toPlace(exerciseId, at));
    },
    [exerciseId, exerciseVersion, lessonVersion],
  );
  const showHint = useCallback(() => {
    void sharedProgressStore().then((store) => store.addHint(exerciseId));
  }, [exerciseId]);
  const markSolutionSeen = useCallback(() => {
    void sharedProgressStore().then((store) => store.markSolutionSeen(exerciseId));
  }, [exerciseId]);

  return {
    record,
    ready,
    canSave: reason === undefined,
    reason,
    saveDraft,
    keepText,
    addAttempt,
    showHint,
    markSolutionSeen,
  };
}

// Opening a lesson is a place to come back to, but must not wipe out the exercise somebody stopped at in it.
async function visitLesson(store: ProgressStore, exerciseId: string): Promise<void> {
  const place = toPlace(exerciseId, new Date().toISOString());
  const last = await store.lastPlace();
  if (last?.lessonId !== place.lessonId) await store.setLastPlace({ ...place, exerciseId: null });
}
