import type { DatasetAsset } from '#src/datasets/assets.ts';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';

/** A dataset's description together with the file that the build made from it. */
export interface PublishedDataset {
  readonly descriptor: DatasetDescriptor;
  readonly asset: DatasetAsset;
}
