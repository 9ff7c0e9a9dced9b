import type { ZodMiniType } from 'zod/mini';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { downloadJson } from '#src/engine/browser/download-json.ts';

/** What every answer key holds, so that it is not taken for another one. */
interface KeyOwner {
  readonly id: string;
  readonly version: string;
}

/** Keys as they came, by their address: a page fetches them all at once, and reads each when it is needed. */
const fetched = new Map<string, Promise<unknown>>();
const failed = new Set<string>();
const kept = new Map<string, Promise<KeyOwner>>();

/**
 * Fetch an exercise's answer key, once for each page. An address has one `schema`. Rejects with an ArrivalError; asking
 * again then tries again.
 */
export function loadKey<Key extends KeyOwner>(
  url: string,
  exercise: KeyOwner,
  schema: ZodMiniType<Key>,
): Promise<Key> {
  const found = kept.get(url);
  if (found) return found as Promise<Key>;
  const promise = fetchKey(url, exercise, schema);
  kept.set(url, promise);
  promise.catch(() => kept.delete(url));
  return promise;
}

async function fetchKey<Key extends KeyOwner>(
  url: string,
  { id, version }: KeyOwner,
  schema: ZodMiniType<Key>,
): Promise<Key> {
  const { data, error } = schema.safeParse(await fetchOnce(url));
  if (!data || data.id !== id) {
    forget(url);
    throw new ArrivalError(
      'The model answer arrived in a form this page cannot read. Reload the page: your text is kept. If it happens again, tell whoever runs this site.',
      { cause: error, reload: true },
    );
  }
  if (data.version !== version) {
    forget(url);
    throw new ArrivalError(
      'This exercise has changed since you opened the page. Reload the page: your text is kept.',
      { reload: true },
    );
  }
  return data;
}

/** Fetches the keys at these addresses ahead, so that they are here without a connection. One that fails is left for later. */
export async function fetchKeys(urls: readonly string[]): Promise<void> {
  await Promise.allSettled(urls.map(fetchOnce));
}

function fetchOnce(url: string): Promise<unknown> {
  const found = fetched.get(url);
  if (found) return found;
  // A broken one may lie in the browser's cache, and would come again.
  const promise = downloadJson(url, { label: 'The model answer', afresh: failed.has(url) });
  fetched.set(url, promise);
  promise.catch(() => forget(url));
  return promise;
}

function forget(url: string): void {
  fetched.delete(url);
  failed.add(url);
}
