import '#src/progress/parse-without-eval.ts';
import { z } from 'zod';
import { compiledChecksSchema } from '#src/checker/parse-compiled-checks.ts';
import type { CheckKey } from './check-key.ts';

const keySchema = z.object({
  id: z.string(),
  version: z.string(),
  solution: z.string(),
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ answer: z.string(), feedback: z.string() })),
  explain: z.string(),
  compiled: compiledChecksSchema,
});

/** The model answer did not come; `message` is a sentence for the learner. */
export class KeyError extends Error {
  override name = 'KeyError';
}

const kept = new Map<string, Promise<CheckKey>>();

/**
 * Fetch an exercise's model answer and feedback, once for each page. Rejects with a KeyError; asking again then tries
 * again.
 */
export function loadKey(
  url: string,
  exercise: { readonly id: string; readonly version: string },
): Promise<CheckKey> {
  const found = kept.get(url);
  if (found) return found;
  const promise = fetchKey(url, exercise);
  kept.set(url, promise);
  promise.catch(() => kept.delete(url));
  return promise;
}

async function fetchKey(url: string, { id, version }: { readonly id: string; readonly version: string }) {
  let value: unknown;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}.`);
    value = await response.json();
  } catch (cause) {
    throw new KeyError('The model answer could not be downloaded. Check your connection, then try again.', {
      cause,
    });
  }
  const { data, error } = keySchema.safeParse(value);
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
