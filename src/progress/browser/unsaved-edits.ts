import { joinEdits, parseEdit } from '../record-edit.ts';
import type { ExerciseEdit, RecordEdit } from '../record-edit.ts';
import { dropText, keepText, keptTexts, tryKeeping, worseKeeping } from './kept-text.ts';
import type { Keeping } from './kept-text.ts';

const prefix = 'lunchtime-code-club-draft:';

/** An edit that is not known to be stored, and the key under which it waits where the next page finds it. */
export interface UnsavedEdit extends ExerciseEdit {
  readonly key: string;
  readonly keeping: Keeping;
}

/**
 * What was done and is not known to be stored in the database. Each edit is written at once to where the next page finds
 * it, and removed only when it is stored: a page may be closed, put aside or killed at any moment.
 */
export interface UnsavedEdits {
  readonly add: (exerciseId: string, edit: RecordEdit) => void;
  /** The edits of one exercise in their order. */
  readonly of: (exerciseId: string) => readonly UnsavedEdit[];
  /** The exercises that have any. */
  readonly exerciseIds: () => readonly string[];
  /** The edits of one exercise, to be stored now: say by `settle` how that went. */
  readonly take: (exerciseId: string) => readonly UnsavedEdit[];
  readonly settle: (taken: readonly UnsavedEdit[], stored: boolean) => void;
  /** Takes over what earlier pages left, and gives back what of it cannot be read: by key, as it was found. */
  readonly takeOver: () => ReadonlyMap<string, string>;
  /** How well the edits are kept until they are stored: the worst of them. */
  readonly keeping: () => Keeping;
  /** Removes all, of every page. */
  readonly forget: () => void;
}

/** @param pageName a text that no other page has; the names of later pages come later in the alphabet */
export function createUnsavedEdits(pageName: string): UnsavedEdits {
  let edits: readonly UnsavedEdit[] = [];
  let taken: ReadonlySet<UnsavedEdit> = new Set();
  let count = 0;

  function keep(exerciseId: string, edit: RecordEdit): UnsavedEdit {
    count += 1;
    const key = `${prefix}${pageName}:${String(count).padStart(6, '0')}`;
    return { key, exerciseId, edit, keeping: keepText(key, JSON.stringify({ exerciseId, ...edit })) };
  }

  const of = (exerciseId: string) => edits.filter((each) => each.exerciseId === exerciseId);

  return {
    add(exerciseId, edit) {
      const last = of(exerciseId).at(-1);
      const joined = last && !taken.has(last) ? joinEdits(last.edit, edit) : undefined;
      const added = keep(exerciseId, joined ?? edit);
      if (last && joined) dropText(last.key);
      edits = [...edits.filter((each) => !joined || each !== last), added];
    },
    of,
    exerciseIds: () => [...new Set(edits.map(({ exerciseId }) => exerciseId))],
    take(exerciseId) {
      const now = of(exerciseId);
      taken = new Set([...taken, ...now]);
      return now;
    },
    settle(settled, stored) {
      taken = new Set([...taken].filter((each) => !settled.includes(each)));
      if (!stored) return;
      edits = edits.filter((each) => !settled.includes(each));
      for (const { key } of settled) dropText(key);
    },
    takeOver() {
      const known = new Set(edits.map(({ key }) => key));
      const found = [...keptTexts(prefix)].filter(
        ([key]) => !known.has(key) && !key.startsWith(prefix + pageName),
      );
      const parsed = found.map(([key, text]) => ({ key, text, edit: parseEdit(parseJson(text)) }));
      const left = parsed.flatMap(({ key, edit }) =>
        edit ? [{ ...edit, key, keeping: 'browser' as const }] : [],
      );
      edits = [...left.sort((a, b) => (a.key < b.key ? -1 : 1)), ...edits];
      return new Map(parsed.flatMap(({ key, text, edit }) => (edit ? [] : [[key, text] as const])));
    },
    keeping: () => edits.reduce((worst, each) => worseKeeping(worst, each.keeping), tryKeeping()),
    forget() {
      for (const key of keptTexts(prefix).keys()) dropText(key);
      edits = [];
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
