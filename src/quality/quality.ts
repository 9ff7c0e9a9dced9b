/** Figures about one dataset, all measured on its published files. Shares are left to the reader: parts and wholes are here. */
export interface DatasetQuality {
  readonly id: string;
  readonly tables: readonly TableQuality[];
  readonly timeliness: Timeliness;
  readonly controlTotals: readonly MeasuredTotal[];
}

/** Every dataset's figures by id, as the build keeps them in `.cache/quality.json`. */
export type Quality = Readonly<Record<string, DatasetQuality>>;

export interface TableQuality {
  readonly name: string;
  readonly rows: number;
  /** Completeness and variety, in the order of the descriptor. */
  readonly columns: readonly MeasuredColumn[];
  /** Rows with a value in every column. */
  readonly wholeRows: number;
  readonly uniqueness: Uniqueness;
  readonly links: readonly MeasuredLink[];
  readonly rules: readonly MeasuredRule[];
  readonly validity: readonly ValidityCheck[];
  readonly numbers: readonly MeasuredNumbers[];
  /** Rows over time, where the table has a column of dates or years. */
  readonly time?: RowsOverTime;
}

export interface MeasuredColumn {
  readonly name: string;
  /** Gaps, and texts that stand for one; values that are withheld are no gaps. */
  readonly missing: number;
  /** Different values, gaps left out. */
  readonly distinct: number;
  /** The least and the most value of a number or a date, as text. */
  readonly least?: string;
  readonly most?: string;
  readonly withheld?: MeasuredWithheld;
}

/** Values that are there and that we do not show. */
export interface MeasuredWithheld {
  readonly rows: number;
  /** What stands in those rows, and in all, of the column that is named for it. */
  readonly amount?: number;
  readonly total?: number;
  readonly unit?: string;
}

export interface Uniqueness {
  readonly key: readonly string[];
  /** Rows whose key stands on another row already. */
  readonly repeatedKeys: number;
  /** Rows that equal an earlier one in every column outside the key; undefined when the key is all there is. */
  readonly repeatedApartFromKey?: number;
}

export interface MeasuredLink {
  /** A foreign key must match in full; a link is only measured. */
  readonly kind: 'foreign key' | 'link';
  readonly columns: readonly string[];
  readonly to: { readonly dataset: string; readonly table: string; readonly columns: readonly string[] };
  readonly meaning?: string;
  /** Rows with a value in every column of the link, and those of them that match. */
  readonly rows: number;
  readonly matchedRows: number;
  /** The same in different values. */
  readonly values: number;
  readonly matchedValues: number;
  /** Some values that match nothing, the most frequent first. */
  readonly unmatched: readonly string[];
}

export interface MeasuredRule {
  readonly rule: string;
  readonly meaning: string;
  /** True for a sum or a product that must come out: it tells of accuracy as well. */
  readonly reconciles: boolean;
  readonly kept: number;
  readonly broken: number;
  /** Rows where a gap leaves the rule open. */
  readonly open: number;
}

export interface ValidityCheck {
  readonly column: string;
  readonly kind: 'type' | 'required' | 'allowed' | 'range';
  /** What is expected, such as `BIGINT` or `0 to 500`. */
  readonly expected: string;
  readonly checked: number;
  readonly outside: number;
}

export interface MeasuredNumbers {
  readonly column: string;
  readonly count: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  readonly zeros: number;
  readonly negatives: number;
  /** True where each bar is ten times as wide as the one before. */
  readonly tenfold: boolean;
  readonly bins: readonly { readonly label: string; readonly rows: number }[];
}

export type TimeStep = 'day' | 'month' | 'quarter' | 'year';

export interface RowsOverTime {
  readonly column: string;
  readonly step: TimeStep;
  /** Every period from the first to the last, those without rows too: `2025-04`, `2025 Q2`, `1997`. */
  readonly periods: readonly { readonly period: string; readonly rows: number }[];
  /** Rows without a date. */
  readonly undated: number;
}

export interface Timeliness {
  readonly from: string;
  readonly to: string;
  readonly frequency: string;
  /** Days from the last day of the figures to publication: the least and the most that the known date allows. */
  readonly lagDays?: { readonly least: number; readonly most: number };
}

export interface MeasuredTotal {
  readonly meaning: string;
  readonly source: string;
  readonly expected: number;
  readonly tolerance: number;
  /** Null where the query gives no number. */
  readonly found: number | null;
  readonly agrees: boolean;
  /** DuckDB's words when the query does not run. */
  readonly error?: string;
}
