import type { Page } from '@playwright/test';
import type { ExerciseRecord } from '#src/progress/exercise-record.ts';

/** A page of this site without scripts of its own. */
const bareFile = '/favicon.svg';

/** What is in the database of this browser, read without the site's own code; undefined when there is none. */
export function storedRecord(page: Page, exerciseId: string): Promise<ExerciseRecord | undefined> {
  return page.evaluate(
    (id) =>
      new Promise<ExerciseRecord | undefined>((resolve, reject) => {
        const opening = indexedDB.open('lunchtime-code-club');
        let isThere = true;
        // To look must not make one.
        opening.onupgradeneeded = () => {
          isThere = false;
          opening.transaction?.abort();
        };
        opening.onerror = () =>
          isThere ? reject(opening.error ?? new Error('not opened')) : resolve(undefined);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').get(id);
          reading.onsuccess = () => {
            resolve(reading.result as ExerciseRecord | undefined);
            opening.result.close();
          };
        };
      }),
    exerciseId,
  );
}

/** Another tab begins a write and does not end it, until it is closed by what comes back. */
export async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  const other = await page.context().newPage();
  await other.goto(bareFile);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lunchtime-code-club');
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const places = opening.result
            .transaction(['records', 'places', 'broken'], 'readwrite')
            .objectStore('places');
          const goOn = () => (places.count().onsuccess = goOn);
          places.count().onsuccess = () => {
            goOn();
            resolve();
          };
        };
      }),
  );
  return () => other.close();
}

/** Another tab asks for the deletion of the database; it waits while others hold it open. */
export async function askForDeletion(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(bareFile);
  await other.evaluate(() => void indexedDB.deleteDatabase('lunchtime-code-club'));
}

/** Another tab opens the database and lets go of it for nobody, until it is closed by what comes back. */
export async function clingToDatabase(page: Page): Promise<() => Promise<void>> {
  const other = await page.context().newPage();
  await other.goto(bareFile);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lunchtime-code-club');
        opening.onsuccess = () => resolve();
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      }),
  );
  return () => other.close();
}
