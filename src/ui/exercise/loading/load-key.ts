import type { ZodMiniType } from 'zod/mini';
import { connectionAdvice } from '#src/engine/browser/connection-words.ts';

/** What every answer key holds, so that it is not taken for another one. */
interface KeyOwner {
  readonly id: string;
  readonly version: string;
}

/** The answer key did not come; `message` is a sentence for the learner. */
export class KeyError extends Error {
  override name = 'KeyError';
}

/** Keys as they came, by their address: a page fetches them all at once, and reads each when it is needed. */
const fetched = new Map<string, Promise<unknown>>();
const kept = new Map<string, Promise<KeyOwner>>();

/**
 * Fetch an exercise's answer key, once for each page. An address has one `schema`. Rejects with a KeyError; asking
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
  const value = await fetchOnce(url).catch((cause: unknown) => {
    throw new KeyError(`The model answer could not be downloaded. ${connectionAdvice()}`, { cause });
  });
  const { data, error } = schema.safeParse(value);
  if (!data || data.id !== id) {
    throw new KeyError(
      'The model answer arrived in a form this page cannot read. Reload the page, then try again.',
      {
        cause: error,
      },
    );
  }
  if (data.version !== version) {
    throw new KeyError(
      'This exercise has changed since you opened the page. Reload the page: your text is kept.',
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
  const promise = fetchJson(url);
  fetched.set(url, promise);
  promise.catch(() => fetched.delete(url));
  return promise;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}.`);
  return response.json();
}
