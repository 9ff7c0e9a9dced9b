import { useEffect, useState } from 'react';
import { toDownloadBytes } from '#src/engine/browser/download-size.ts';
import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { EngineStatus } from '#src/engine/engine.ts';

const keptKey = 'lunchtime-code-club-engine';

/**
 * How many bytes the engine will cost this browser; undefined where it has been here before, as far as is known, and in the
 * page as the server made it.
 */
export function useFirstDownload(
  assets: EngineAsset,
  datasets: readonly DatasetAsset[],
  { state }: EngineStatus,
): number | undefined {
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    if (readKept() !== assets.modulePath) setBytes(toDownloadBytes(assets, datasets));
  }, [assets, datasets]);
  useEffect(() => {
    if (state === 'ready') keep(assets.modulePath);
  }, [assets, state]);
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
