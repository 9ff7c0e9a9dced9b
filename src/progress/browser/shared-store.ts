import { openProgressStore } from './open-progress-store.ts';
import type { ProgressStore } from './progress-store.ts';

let store: Promise<ProgressStore> | undefined;

/** The one store of this page, opened at the first call. */
export function sharedProgressStore(): Promise<ProgressStore> {
  store ??= openProgressStore();
  return store;
}
