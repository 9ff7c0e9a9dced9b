import { z } from 'zod/mini';
import { idSchema, momentSchema } from '../attempt.ts';
import type { DraftChange } from '../edit-record.ts';

// A page that is being left may not live long enough for IndexedDB to answer. localStorage writes at once.
const prefix = 'lunchtime-code-club-draft:';

const partingDraftSchema = z.object({
  exerciseId: idSchema,
  text: z.string(),
  at: momentSchema,
  replaces: z.nullable(z.string()),
});

export type PartingDraft = DraftChange & { readonly exerciseId: string };

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
    return partingDraftSchema.safeParse(JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
}
