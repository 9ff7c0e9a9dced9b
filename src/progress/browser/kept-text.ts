/**
 * How well a text is kept: in this `browser`, also when the page is closed; in this `tab`, also when it is reloaded; or
 * only on this `page`, while it is open.
 */
export type Keeping = 'browser' | 'tab' | 'page';

const worstLast: readonly Keeping[] = ['browser', 'tab', 'page'];
const trialKey = 'lunchtime-code-club-trial';
// Of all that a page can write to, only this survives a reload where every store is full or forbidden.
const stateField = 'lunchtimeCodeClubKept';

/** Keeps a text at once, before the next line runs, as well as the browser lets it. */
export function keepText(key: string, text: string): Keeping {
  try {
    localStorage.setItem(key, text);
    if (Object.hasOwn(readState(), key)) dropFromState(key);
    return 'browser';
  } catch {
    return changeState((kept) => ({ ...kept, [key]: text })) ? 'tab' : 'page';
  }
}

/** The texts whose keys begin with `prefix`, by key. They stay until they are dropped. */
export function keptTexts(prefix: string): Map<string, string> {
  // A text that this tab had to keep by itself is newer than the one of the browser.
  const all = [...readBrowser(prefix), ...Object.entries(readState())];
  return new Map(all.filter(([key]) => key.startsWith(prefix)));
}

/** The text under one key; undefined where none is kept. */
export function keptText(key: string): string | undefined {
  return keptTexts(key).get(key);
}

export function dropText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there either.
  }
  if (Object.hasOwn(readState(), key)) dropFromState(key);
}

/** How well this browser would keep a text now. */
export function tryKeeping(): Keeping {
  const keeping = keepText(trialKey, '');
  dropText(trialKey);
  return keeping;
}

export function worseKeeping(a: Keeping, b: Keeping): Keeping {
  return worstLast.indexOf(a) < worstLast.indexOf(b) ? b : a;
}

function dropFromState(key: string): void {
  changeState((kept) => Object.fromEntries(Object.entries(kept).filter(([each]) => each !== key)));
}

function readBrowser(prefix: string): [string, string][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}

function readState(): Readonly<Record<string, string>> {
  const state: unknown = history.state;
  const kept = isObject(state) ? state[stateField] : undefined;
  const entries = isObject(kept) ? Object.entries(kept) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function changeState(
  edit: (kept: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): boolean {
  const state: unknown = history.state;
  try {
    history.replaceState({ ...(isObject(state) && state), [stateField]: edit(readState()) }, '');
    return true;
  } catch {
    // Too large, or too often for this browser.
    return false;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
