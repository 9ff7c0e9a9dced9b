import type { TrackSummary } from '#src/progress/lesson-summary.ts';
import { hasBeenHere } from './has-been-here.ts';

/**
 * Turns the link that starts the first lesson into the way on for somebody who comes back. Whoever comes for the first
 * time loads nothing for it.
 */
export async function showResume(page: Document): Promise<void> {
  const block = page.querySelector<HTMLElement>('[data-resume]');
  const link = block?.querySelector<HTMLAnchorElement>('[data-resume-link]');
  if (!block || !link || !(await hasBeenHere())) return;
  const [{ sharedProgressStore }, { toResumeWords }, tracks] = await Promise.all([
    import('#src/progress/browser/shared-store.ts'),
    import('./resume-words.ts'),
    // Our own build wrote it, for this very page.
    fetch(block.dataset['resume'] ?? '').then((response) => response.json() as Promise<TrackSummary[]>),
  ]);
  const store = await sharedProgressStore();
  const words = toResumeWords(tracks, await store.all(), await store.lastPlace());
  if (!words) return;
  link.href = words.url;
  link.querySelector('[data-resume-words]')?.replaceChildren(words.link);
  block.querySelector('[data-resume-note]')?.replaceChildren(words.note);
}
