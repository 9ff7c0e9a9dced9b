import type { OwnColumn, OwnType } from '../own-table.ts';

/** A column of a person's own table with the type that was found for it. */
export interface TypedColumn extends OwnColumn {
  readonly type: OwnType;
}

/** What one column holds. */
export interface ColumnProfile extends TypedColumn {
  readonly missing: number;
  readonly distinct: number;
  /** The smallest and largest value as text; null where there is none. */
  readonly smallest: string | null;
  readonly largest: string | null;
  /** Sentences on what looks wrong. */
  readonly faults: readonly string[];
  /** What kind of personal data the column may hold, such as "email addresses". */
  readonly personal: string | undefined;
}

/** What a table holds, and what in it looks wrong. */
export interface TableProfile {
  readonly rowCount: number;
  readonly columns: readonly ColumnProfile[];
  /** Columns, alone or together, whose values tell every row from the others. */
  readonly keys: readonly (readonly string[])[];
  /** Sentences on whole rows. */
  readonly faults: readonly string[];
}
