import { toPlace } from '../to-place.ts';
import { leavePartingDraft, removePartingDraft } from './parting-drafts.ts';
import { sharedProgressStore } from './shared-store.ts';

const restMs = 500;

/** Saves what is typed for one exercise: when typing rests, and when the page is left. */
export interface DraftSaver {
  /** The stored text this page starts from; later calls change nothing. */
  readonly startFrom: (stored: string | null) => void;
  readonly save: (text: string) => void;
  /** Sets a text aside. */
  readonly keep: (text: string) => void;
  /** Saves now what waits. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

export function createDraftSaver(exerciseId: string): DraftSaver {
  let started = false;
  // The text of this page that is stored. A stored text that differs came from elsewhere and is kept beside ours.
  let known: string | null = null;
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (leaving = false) => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const draft = { exerciseId, text: waiting, at: new Date().toISOString(), replaces: known };
    waiting = undefined;
    known = draft.text;
    if (leaving) leavePartingDraft(draft);
    const store = await sharedProgressStore();
    await store.saveDraft(exerciseId, draft);
    await store.setLastPlace(toPlace(exerciseId, draft.at));
    if (leaving && store.status().saving) removePartingDraft(draft);
  };
  const leave = () => void flush(true);
  const hide = () => {
    if (document.visibilityState === 'hidden') leave();
  };
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', hide);

  return {
    startFrom: (stored) => {
      if (!started && waiting === undefined) known ??= stored;
      started = true;
    },
    save: (text) => {
      waiting = text;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), restMs);
    },
    keep: (text) => {
      void flush();
      // What is typed next must not replace the text that was just set aside.
      if (known === text) known = null;
      const at = new Date().toISOString();
      void sharedProgressStore().then((store) => store.keepText(exerciseId, { text, at }));
    },
    flush,
    close: () => {
      void flush();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    },
  };
}
