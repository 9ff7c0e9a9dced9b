import type { RowPlaces } from '../row-places.ts';
import type { CsvFormat, FoundTable, OwnColumn, OwnType, ReadingStep, UnseenParts } from '../own-table.ts';

/** A table as one of the readers gives it. */
export interface ReadTable {
  readonly columns: readonly OwnColumn[];
  readonly types: readonly (OwnType | undefined)[];
  /** CSV without headings. */
  readonly parts: readonly (string | Uint8Array<ArrayBuffer>)[];
  readonly delimiter: CsvFormat['delimiter'];
  readonly longestRow: number;
  readonly notes: readonly string[];
  readonly remarks: readonly string[];
  readonly steps: readonly ReadingStep[];
  readonly tables: readonly FoundTable[];
  readonly table: string;
  readonly places: RowPlaces;
  readonly unseen?: UnseenParts;
}
