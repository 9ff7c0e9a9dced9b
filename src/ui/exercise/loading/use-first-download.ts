import { useEffect, useState } from 'react';
import { toDownloadBytes } from '#src/engine/browser/download-size.ts';
import type { EngineStatus } from '#src/engine/engine.ts';
import { pageAssets } from '../../site/page-assets.ts';

const keptKey = 'lunchtime-code-club-engine';

/**
 * How many bytes the engine will cost this browser; undefined where it has been here before, as far as is known, and in the
 * page as the server made it.
 */
export function useFirstDownload(ids: readonly string[], { state }: EngineStatus): number | undefined {
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    const { engine, datasets } = pageAssets(ids);
    if (readKept() !== engine.modulePath) setBytes(toDownloadBytes(engine, datasets));
  }, [ids]);
  useEffect(() => {
    if (state === 'ready') keep(pageAssets(ids).engine.modulePath);
  }, [ids, state]);
  return bytes;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(keptKey);
  } catch {
    return null;
  }
}

function keep(modulePath: string): void {
  try {
    localStorage.setItem(keptKey, modulePath);
  } catch {
    // Forbidden: then it is said each time.
  }
}
