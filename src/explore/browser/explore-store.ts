import { dropText, keepText, keptText } from '#src/progress/browser/kept-text.ts';
import type { Keeping } from '#src/progress/browser/kept-text.ts';
import { savedQuerySchema, workspaceSchema } from '../stored-schemas.ts';
import type { SavedQuery, Workspace } from '../stored-schemas.ts';

const workspaceKey = 'lunchtime-code-club-explore';
const queriesKey = 'lunchtime-code-club-queries';
const brokenKey = 'lunchtime-code-club-queries-unread';

/** What the page held last; undefined where nothing is stored or nothing can be read. What cannot be is set aside. */
export function loadWorkspace(): Workspace | undefined {
  const stored = readStored(workspaceKey);
  if (stored === undefined) return undefined;
  const workspace = workspaceSchema.safeParse(stored).data;
  if (JSON.stringify(workspace) !== JSON.stringify(stored)) setAside([stored]);
  return workspace;
}

/** Keeps what the page holds, at once, as well as the browser lets it. */
export function saveWorkspace(workspace: Workspace): Keeping {
  return writeStored(workspaceKey, workspace);
}

/** The named queries, newest first. Entries that cannot be read are set aside as they are, not overwritten. */
export function loadQueries(): readonly SavedQuery[] {
  const { queries, unread } = readQueries();
  setAside(unread);
  return queries;
}

/** Keeps the named queries as well as the browser lets it. */
export function saveQueries(queries: readonly SavedQuery[]): Keeping {
  const { unread } = readQueries();
  return writeStored(queriesKey, setAside(unread) ? queries : [...queries, ...unread]);
}

/** Calls back when another tab changed the named queries; returns the way to stop. */
export function subscribeQueries(listener: () => void): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === queriesKey || key === null) listener();
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/** Removes all that the Explore page keeps in this browser. */
export function deleteExploreData(): void {
  for (const key of [workspaceKey, queriesKey, brokenKey]) dropText(key);
}

function readQueries(): { readonly queries: SavedQuery[]; readonly unread: readonly unknown[] } {
  const stored = readStored(queriesKey) ?? [];
  if (!Array.isArray(stored)) return { queries: [], unread: [stored] };
  const parsed = stored.map((entry) => savedQuerySchema.safeParse(entry).data);
  return {
    queries: parsed.filter((query) => query !== undefined),
    unread: stored.filter((_entry, index) => parsed[index] === undefined),
  };
}

/** False when the browser would not keep them there. */
function setAside(unread: readonly unknown[]): boolean {
  const stored = readStored(brokenKey) ?? [];
  const before = Array.isArray(stored) ? stored : [stored];
  const known = new Set(before.map((entry) => JSON.stringify(entry)));
  const added = unread.filter((entry) => !known.has(JSON.stringify(entry)));
  return added.length === 0 || writeStored(brokenKey, [...before, ...added]) === 'browser';
}

function readStored(key: string): unknown {
  const text = keptText(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function writeStored(key: string, value: unknown): Keeping {
  return keepText(key, JSON.stringify(value));
}
