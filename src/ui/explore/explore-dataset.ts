import type { DatasetAsset } from '#src/datasets/assets.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';

/** A dataset as the Explore page needs it. */
export interface ExploreDataset {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly publisher: string;
  readonly period: string;
  readonly asset: DatasetAsset;
  readonly tables: readonly TableDescriptor[];
}
