import { useEffect, useState } from 'react';
import { toLessonProgress } from '#src/progress/lesson-progress.ts';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { toLessonNote } from './progress-words.ts';

interface Props {
  readonly lesson: LessonSummary;
}

/** How much of a lesson is done, for its card. Nothing until something is, and nothing where it cannot be read. */
export function LessonProgressNote({ lesson }: Props) {
  const [note, setNote] = useState('');
  useEffect(() => {
    let ended = false;
    let stopListening: (() => void) | undefined;
    const show = async () => {
      // Fetched on its own: the card is there before any of it.
      const { sharedProgressStore } = await import('#src/progress/browser/shared-store.ts');
      const store = await sharedProgressStore();
      const refresh = async () => {
        const progress = toLessonProgress(lesson, await store.all(), await store.lastPlace());
        if (!ended) setNote(toLessonNote(progress));
      };
      if (!ended) stopListening = store.subscribe(() => void refresh());
      await refresh();
    };
    show().catch((cause: unknown) => console.error('The progress note could not be shown.', cause));
    return () => {
      ended = true;
      stopListening?.();
    };
  }, [lesson]);

  return note === '' ? null : <span className="app-progress-note">{note}</span>;
}
