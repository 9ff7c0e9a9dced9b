import { loadWithEngine } from '../../run/page-engine.ts';
import { pageParts } from './page-parts.ts';

/**
 * Has all that a check needs fetched beside the engine: the code that judges and reports, and the answer keys of the whole
 * page. So once the engine is ready, nothing more is asked of the network.
 *
 * @param loadJudging - Fetches what judges answers of one kind: the same function for each exercise of it.
 */
export function loadChecksWithEngine(loadJudging: () => Promise<unknown>): void {
  loadWithEngine(loadJudging);
  loadWithEngine(loadReports);
}

async function loadReports(): Promise<void> {
  const [{ fetchKeys }] = await Promise.all([pageParts.loadKey(), pageParts.makeReport()]);
  // `ExerciseWork.astro` leaves them: panels further down may not be alive yet.
  const places = document.querySelectorAll<HTMLElement>('[data-answer-key]');
  await fetchKeys([...places].map(({ dataset }) => dataset['answerKey'] ?? ''));
}
