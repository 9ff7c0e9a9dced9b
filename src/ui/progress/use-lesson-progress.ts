import { useEffect, useState } from 'react';
import { toLessonProgress } from '#src/progress/lesson-progress.ts';
import type { LessonProgress } from '#src/progress/lesson-progress.ts';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';

/** How much of a lesson is done, kept up to date from every tab; undefined before it is read or where it cannot be. */
export function useLessonProgress(lesson: LessonSummary): LessonProgress | undefined {
  const [progress, setProgress] = useState<LessonProgress>();
  useEffect(() => {
    let ended = false;
    let stopListening: (() => void) | undefined;
    const show = async () => {
      // Fetched on its own: the page is there before any of it.
      const { sharedProgressStore } = await import('#src/progress/browser/shared-store.ts');
      const store = await sharedProgressStore();
      const refresh = async () => {
        const next = toLessonProgress(lesson, await store.all(), await store.lastPlace());
        // What has not been read yet is not "not started".
        if (!ended && store.hasRead()) setProgress(next);
      };
      if (!ended) stopListening = store.subscribe(() => void refresh());
      await refresh();
    };
    show().catch((cause: unknown) => console.error('The progress of the lesson could not be shown.', cause));
    return () => {
      ended = true;
      stopListening?.();
    };
  }, [lesson]);
  return progress;
}
