import { useEffect, useState } from 'react';
import { sharedProgressStore } from '#src/progress/browser/shared-store.ts';
import type { ProgressStore, StoreStatus } from '#src/progress/browser/progress-store.ts';
import type { RecordsById } from '#src/progress/lesson-progress.ts';
import type { LastPlace } from '#src/progress/progress-file.ts';

/** All that is kept in this browser, as it stands now. */
export interface Progress {
  readonly store: ProgressStore;
  readonly records: RecordsById;
  readonly lastPlace: LastPlace | undefined;
  readonly status: StoreStatus;
  readonly setAsideCount: number;
  /** Stored work was read, or it is certain that none can be. */
  readonly hasRead: boolean;
}

/** All progress, kept up to date from every tab; undefined until it has been read. */
export function useProgress(): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    let ended = false;
    let stopListening: (() => void) | undefined;
    const refresh = async (store: ProgressStore) => {
      const records = await store.all();
      const lastPlace = await store.lastPlace();
      if (ended) return;
      setProgress({
        store,
        records,
        lastPlace,
        status: store.status(),
        setAsideCount: store.setAsideCount(),
        hasRead: store.hasRead(),
      });
    };
    void sharedProgressStore().then((store) => {
      if (ended) return;
      stopListening = store.subscribe(() => void refresh(store));
      void refresh(store);
    });
    return () => {
      ended = true;
      stopListening?.();
    };
  }, []);
  return progress;
}
