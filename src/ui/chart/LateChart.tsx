import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FailureNotice } from '../failure/FailureNotice.tsx';
import { toFailure, type ShownFailure } from '../failure/to-failure.ts';

interface Props<P extends object> {
  /** Fetches what draws, once for a page. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/** A chart of which the page knows what it shows before it has what draws it. */
export function LateChart<P extends object>({ load, props }: Props<P>): ReactNode {
  const [Loaded, setLoaded] = useState<ComponentType<P>>();
  const [failure, setFailure] = useState<ShownFailure>();
  useEffect(() => {
    let ended = false;
    load().then(
      (found) => ended || setLoaded(() => found),
      (cause: unknown) => {
        console.error(cause);
        if (!ended) setFailure(toFailure(cause));
      },
    );
    return () => {
      ended = true;
    };
  }, [load]);
  if (failure) return <FailureNotice {...failure} />;
  return Loaded ? <Loaded {...props} /> : <p>Getting the chart ready…</p>;
}

export const loadChartWork = createPart(async () => (await import('./ChartWork.tsx')).ChartWork);
export const loadShownFigure = createPart(async () => (await import('./ShownFigure.tsx')).ShownFigure);
