import { ArrivalError } from './arrival-error.ts';
import { isOffline } from './connection-words.ts';

/** So long a part may take before a person is told, in milliseconds. Of a script no bytes can be counted. */
const patienceMs = 20_000;

/**
 * A part of the page's code, fetched when it is first asked for and then kept. It rejects with an ArrivalError where it does
 * not come, and as the code itself does where that is at fault.
 *
 * Firefox and Safari remember an import that failed, for as long as the page stands: there trying again can never help, and
 * only loading the page again does. So nothing is asked for while the browser is known to be offline.
 */
export function createPart<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  let isHere = false;

  async function begin(): Promise<T> {
    try {
      const part = await load();
      isHere = true;
      return part;
    } catch (cause) {
      loading = undefined;
      throw isMissingScript(cause) ? new ArrivalError(missingWords(), { cause, reload: true }) : cause;
    }
  }

  return async () => {
    if (!isHere && isOffline())
      throw new ArrivalError(
        'A part of this page is still to be downloaded. Your text is kept. You are offline. Try again once you are connected.',
      );
    return withPatience((loading ??= begin()));
  };
}

function missingWords(): string {
  return isOffline()
    ? 'A part of this page could not be downloaded. You are offline. Once you are connected, reload the page: your text is kept.'
    : 'A part of this page could not be downloaded. Check your connection, then reload the page: your text is kept.';
}

async function withPatience<T>(wait: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ArrivalError(
            `A part of this page has not arrived after ${patienceMs / 1000} seconds. Try again to wait longer. If that does not help, reload the page: your text is kept.`,
            { reload: true },
          ),
        ),
      patienceMs,
    );
  });
  try {
    return await Promise.race([wait, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a script did not arrive. Browsers say so in words of their own: Chromium and Firefox, Safari, the build. */
function isMissingScript(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /dynamically imported module|Importing a module script|Unable to preload/i.test(cause.message)
  );
}
