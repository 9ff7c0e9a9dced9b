import type { DatasetAsset, EngineAsset, PackedCopy } from '#src/datasets/assets.ts';

/** Whether this browser unpacks what it fetches: all do that came out after May 2023. */
export const canUnpack = 'DecompressionStream' in globalThis;

/** How many bytes of a file travel: packed where this browser unpacks it. */
export function toTravelBytes({
  bytes,
  packed,
}: {
  readonly bytes: number;
  readonly packed?: Pick<PackedCopy, 'bytes'> | undefined;
}): number {
  return packed && canUnpack ? packed.bytes : bytes;
}

/** How many bytes an engine with these datasets costs the first time. */
export function toDownloadBytes(assets: EngineAsset, datasets: readonly DatasetAsset[]): number {
  const module = { bytes: assets.moduleBytes, packed: assets.modulePacked };
  const script = { bytes: assets.scriptBytes, packed: assets.scriptPacked };
  return [module, script, ...datasets].reduce((sum, file) => sum + toTravelBytes(file), 0);
}
