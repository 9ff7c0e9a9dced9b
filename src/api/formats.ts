import { numberWords } from '#src/words/number-words.ts';

/** The formats that a table or a dataset may come in. */
export const formats = {
  csv: {
    label: 'CSV',
    mediaType: 'text/csv',
    fileType: 'CSV',
  },
  json: {
    label: 'JSON pages',
    mediaType: 'application/json',
    fileType: 'JSON',
  },
  parquet: {
    label: 'Parquet',
    mediaType: 'application/vnd.apache.parquet',
    fileType: 'PARQUET',
  },
  duckdb: {
    label: 'DuckDB',
    // No media type is registered for DuckDB's files.
    mediaType: 'application/octet-stream',
    fileType: undefined,
  },
} as const;

export type Format = keyof typeof formats;

export const rowsPerPage = 1000;

/**
 * Tables with more rows come without these formats, which take many times the room of Parquet. Every table comes as
 * Parquet and inside its dataset's DuckDB file.
 */
export const rowLimits = { csv: 50_000, json: 10_000 } as const;

/** @example fitsFormat('csv', 345283) // => false */
export function fitsFormat(format: keyof typeof rowLimits, rows: number): boolean {
  return rows <= rowLimits[format];
}

/** The formats that a table of this size comes without, each with the reason in a sentence. */
export function leftOut(rows: number): { format: keyof typeof rowLimits; reason: string }[] {
  return (['csv', 'json'] as const)
    .filter((format) => !fitsFormat(format, rows))
    .map((format) => ({
      format,
      reason: `${format === 'csv' ? 'CSV is' : 'JSON pages are'} for tables of up to ${numberWords(rowLimits[format])} rows. Take Parquet or DuckDB.`,
    }));
}
