import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { AnswerVerdictKind } from '#src/exercises/verdict.ts';
import type { ProgressStore, StoreStatus } from '#src/progress/browser/progress-store.ts';
import { createDraftSaver, leaveDraft } from '#src/progress/browser/draft-saver.ts';
import type { DraftSaver } from '#src/progress/browser/draft-saver.ts';
import { sharedProgressStore } from '#src/progress/browser/shared-store.ts';
import type { ExerciseRecord } from '#src/progress/exercise-record.ts';
import type { LastPlace } from '#src/progress/progress-file.ts';
import { momentAfter, toMoment } from '#src/progress/moment.ts';
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
  /** The exercise can be used: the stored record has been read, or it takes too long. */
  readonly ready: boolean;
  /** No older record will come any more. */
  readonly settled: boolean;
  readonly canSave: boolean;
  /** Why nothing can be saved, or what happened to what was saved, as sentences for the page; undefined while all is well. */
  readonly reason: string | undefined;
  /** Call once the stored text stands in the editor: what is typed then replaces it. */
  readonly startFrom: (text: string) => void;
  /**
   * Call at every change of the editor's text: it is saved soon, and when the page is left. A text that came before `ready`
   * is only left for the next page: call again then.
   */
  readonly saveDraft: (text: string) => void;
  /** Sets a text aside before Reset or Show a solution takes it out of the editor: see `record.otherDrafts`. */
  readonly keepText: (text: string) => void;
  readonly addAttempt: (checked: CheckedAnswer) => void;
  /** Remembers how many hints are shown: see `record.hintsShown`. */
  readonly showHints: (shown: number) => void;
  readonly markSolutionSeen: () => void;
}

interface Seen {
  readonly record: ExerciseRecord | undefined;
  readonly status: StoreStatus;
  readonly settled: boolean;
}

/** What was done on this page, known at once, also while the store is slow. */
interface DoneHere {
  hintsShown: number;
  solutionSeen: boolean;
  lastAttemptAt: string | null;
}

/** One person's record of one exercise, for the page that shows it. All exercises of a page share one store. */
export function useExerciseRecord(exerciseId: string, versions: ExerciseVersions): ExerciseRecordHandle {
  const [seen, setSeen] = useState<Seen>();
  const open = useRef<{ readonly store: ProgressStore; readonly saver: DraftSaver }>(undefined);
  const latest = useRef<ExerciseRecord>(undefined);
  const here = useRef<DoneHere>({ hintsShown: 0, solutionSeen: false, lastAttemptAt: null });
  const { exerciseVersion, lessonVersion } = versions;

  useEffect(() => {
    let ended = false;
    let close = () => {};
    void sharedProgressStore().then(async (store) => {
      if (ended) return;
      const saver = createDraftSaver(exerciseId, store);
      open.current = { store, saver };
      const refresh = async () => {
        const record = await store.get(exerciseId);
        if (ended) return;
        latest.current = record;
        setSeen({ record, status: store.status(), settled: store.hasRead() });
      };
      const stopListening = store.subscribe(() => void refresh());
      close = () => {
        stopListening();
        saver.close();
      };
      await refresh();
      await visitLesson(store, exerciseId);
    });
    return () => {
      ended = true;
      close();
    };
  }, [exerciseId]);

  const startFrom = useCallback((text: string) => open.current?.saver.startFrom(text), []);
  const early = useEarlyDraft(exerciseId);
  const saveDraft = useCallback((text: string) => {
    early.current = open.current === undefined ? text : undefined;
    open.current?.saver.save(text);
  }, []);
  const keepText = useCallback((text: string) => open.current?.saver.keep(text), []);
  const addAttempt = useCallback(
    ({ answer, verdict }: CheckedAnswer) => {
      if (open.current === undefined) return;
      const { store, saver } = open.current;
      saver.flush();
      const done = here.current;
      const before = latest.current;
      const at = momentAfter(laterMoment(done.lastAttemptAt, before?.attempts.at(-1)?.at), new Date());
      done.lastAttemptAt = at;
      const attempt = {
        exerciseId,
        exerciseVersion,
        lessonVersion,
        at,
        answer,
        verdict,
        passed: verdict === 'correct',
        hintsUsed: Math.max(before?.hintsShown ?? 0, done.hintsShown),
        solutionSeen: done.solutionSeen || (before?.solutionSeen ?? false),
      };
      void store.edit(exerciseId, { kind: 'attempt', attempt });
      void store.changePlace(() => toPlace(exerciseId, at));
    },
    [exerciseId, exerciseVersion, lessonVersion],
  );
  const showHints = useCallback(
    (shown: number) => {
      here.current.hintsShown = shown;
      void open.current?.store.edit(exerciseId, { kind: 'hints', shown });
    },
    [exerciseId],
  );
  const markSolutionSeen = useCallback(() => {
    here.current.solutionSeen = true;
    void open.current?.store.edit(exerciseId, { kind: 'solution-seen' });
  }, [exerciseId]);

  return {
    record: seen?.record,
    ready: seen !== undefined,
    settled: seen?.settled ?? false,
    canSave: seen?.status.saving ?? true,
    reason: seen && (seen.status.saving ? seen.status.note : seen.status.reason),
    startFrom,
    saveDraft,
    keepText,
    addAttempt,
    showHints,
    markSolutionSeen,
  };
}

/** Holds what was typed before the store was there: should the page be left before that, the next page has it. */
function useEarlyDraft(exerciseId: string): RefObject<string | undefined> {
  const early = useRef<string>(undefined);
  useEffect(() => {
    const leave = () => {
      if (early.current !== undefined) leaveDraft(exerciseId, early.current);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [exerciseId]);
  return early;
}

function laterMoment(a: string | null, b: string | undefined): string | null {
  return a !== null && (b === undefined || a > b) ? a : (b ?? null);
}

// Opening a lesson is a place to come back to, but must not wipe out the exercise somebody stopped at in it.
async function visitLesson(store: ProgressStore, exerciseId: string): Promise<void> {
  const place = toPlace(exerciseId, toMoment(new Date()));
  const isHere = (last: LastPlace | undefined) => last?.lessonId === place.lessonId;
  if (isHere(await store.lastPlace())) return;
  // Somebody may have begun an exercise since that look.
  await store.changePlace((last) => (isHere(last) ? last : { ...place, exerciseId: null }));
}
