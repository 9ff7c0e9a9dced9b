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
  /** To start from; the first is written when the dataset is picked. */
  readonly questions: readonly { readonly question: string; readonly query: string }[];
  /** Words beside its own that people search it by. */
  readonly searchWords: readonly string[];
}
