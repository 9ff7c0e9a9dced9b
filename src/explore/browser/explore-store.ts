import { z } from 'zod';
import { savedQuerySchema, workspaceSchema } from '../stored-schemas.ts';
import type { SavedQuery, Workspace } from '../stored-schemas.ts';

// localStorage writes at once, so that what was typed last is there even when the page is closed in the same moment.
const workspaceKey = 'lunchtime-code-club-explore';
const queriesKey = 'lunchtime-code-club-queries';
const brokenKey = 'lunchtime-code-club-queries-unread';

/** What the page held last; undefined where nothing is stored, it cannot be read or storing is forbidden. */
export function loadWorkspace(): Workspace | undefined {
  return workspaceSchema.safeParse(readStored(workspaceKey)).data;
}

/** False when the browser would not keep it. */
export function saveWorkspace(workspace: Workspace): boolean {
  return writeStored(workspaceKey, workspace);
}

/** The named queries, newest first. Entries that cannot be read are set aside as they are, not overwritten. */
export function loadQueries(): readonly SavedQuery[] {
  const stored = z.array(z.unknown()).safeParse(readStored(queriesKey) ?? []);
  const entries = stored.success ? stored.data : [];
  const parsed = entries.map((entry) => savedQuerySchema.safeParse(entry).data);
  const unread = stored.success
    ? entries.filter((_entry, index) => parsed[index] === undefined)
    : [readText(queriesKey)];
  if (unread.length > 0) setAside(unread);
  return parsed.filter((query) => query !== undefined);
}

/** False when the browser would not keep them. */
export function saveQueries(queries: readonly SavedQuery[]): boolean {
  return writeStored(queriesKey, queries);
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
  try {
    for (const key of [workspaceKey, queriesKey, brokenKey]) localStorage.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there either.
  }
}

function setAside(unread: readonly unknown[]): void {
  const before = z.array(z.unknown()).safeParse(readStored(brokenKey)).data ?? [];
  const known = new Set(before.map((entry) => JSON.stringify(entry)));
  const added = unread.filter((entry) => !known.has(JSON.stringify(entry)));
  if (added.length > 0) writeStored(brokenKey, [...before, ...added]);
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function readStored(key: string): unknown {
  const text = readText(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
