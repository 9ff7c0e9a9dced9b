import type { DraftChange } from '../edit-record.ts';
import { orNull, readFields, readId, readMoment, readText, readValue } from '../read-value.ts';

// A page that is being left may not live long enough for IndexedDB to answer. localStorage writes at once.
const prefix = 'lunchtime-code-club-draft:';

export type PartingDraft = DraftChange & { readonly exerciseId: string };

const readDraft = readFields<PartingDraft>({
  exerciseId: readId,
  text: readText,
  at: readMoment,
  replaces: orNull(readText),
});

/** Leaves a typed text where the next page finds it. Best effort: where it is forbidden, nothing happens. */
export function leavePartingDraft(draft: PartingDraft): void {
  try {
    localStorage.setItem(toDraftKey(draft), JSON.stringify(draft));
  } catch {
    // Full or forbidden: the page already tries IndexedDB, and says so when that fails too.
  }
}

/** The texts that earlier pages left. They stay until they are removed, so that a failure to save them loses nothing. */
export function readPartingDrafts(): PartingDraft[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => parse(localStorage.getItem(key)))
      .filter((draft) => draft !== undefined);
  } catch {
    return [];
  }
}

export function removePartingDraft(draft: PartingDraft): void {
  try {
    localStorage.removeItem(toDraftKey(draft));
  } catch {
    // Forbidden: nothing was left there either.
  }
}

export function removeAllPartingDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Forbidden: nothing was left there either.
  }
}

// With the time in the key, two tabs leave two texts.
function toDraftKey({ at, exerciseId }: PartingDraft): string {
  return `${prefix}${at}:${exerciseId}`;
}

function parse(text: string | null): PartingDraft | undefined {
  try {
    return readValue(readDraft, JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}
