import { toMoment } from '../moment.ts';
import { toPlace } from '../to-place.ts';
import { tryKeeping } from './kept-text.ts';
import type { ProgressStore } from './progress-store.ts';
import { createUnsavedEdits, toPageName } from './unsaved-edits.ts';

/** So long typing must rest before it is saved, and so long it may go on without being saved. */
const restMs = 500;
const longestMs = 1_000;
/** Where somebody works is noted no more often than this. */
const placeMs = 60_000;

/** Saves what is typed for one exercise: when typing rests, every second while it does not, and when the page is left. */
export interface DraftSaver {
  /** The stored text this page starts from; nothing once something was typed, or another text was taken. */
  readonly startFrom: (stored: string) => void;
  readonly save: (text: string) => void;
  /** Sets a text aside. */
  readonly keep: (text: string) => void;
  /** Saves now what waits. */
  readonly flush: () => void;
  readonly close: () => void;
}

export function createDraftSaver(exerciseId: string, store: ProgressStore): DraftSaver {
  // The text of this page that was handed over. A stored text that differs came from elsewhere and is kept beside ours.
  let known: string | null = null;
  let waiting: { readonly text: string; readonly since: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let placedAt = -Infinity;

  const flush = () => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const { text } = waiting;
    const at = toMoment(new Date());
    waiting = undefined;
    // At once it stands where the next page finds it: this one may be gone before the database answers.
    void store.edit(exerciseId, { kind: 'draft', text, at, replaces: known });
    known = text;
    if (performance.now() - placedAt < placeMs) return;
    placedAt = performance.now();
    void store.changePlace(() => toPlace(exerciseId, at));
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') flush();
  };
  // What the tab keeps by itself is taken up before the page is left; else `pagehide` is soon enough, and spares the page
  // a listener that keeps some browsers from putting it aside.
  if (tryKeeping() !== 'browser') window.addEventListener('beforeunload', flush);
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', hide);

  return {
    startFrom: (stored) => {
      if (waiting === undefined) known ??= stored;
    },
    save: (text) => {
      const now = performance.now();
      waiting = { text, since: waiting?.since ?? now };
      clearTimeout(timer);
      timer = setTimeout(flush, Math.min(restMs, waiting.since + longestMs - now));
    },
    keep: (text) => {
      flush();
      // What is typed next must not replace the text that was just set aside.
      if (known === text) known = null;
      void store.edit(exerciseId, { kind: 'kept', text, at: toMoment(new Date()) });
    },
    flush,
    close: () => {
      flush();
      window.removeEventListener('beforeunload', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hide);
    },
  };
}

/** Leaves a text for the next page where this one has no store yet. */
export function leaveDraft(exerciseId: string, text: string): void {
  const at = toMoment(new Date());
  createUnsavedEdits(toPageName(new Date())).add(exerciseId, { kind: 'draft', text, at, replaces: null });
}
