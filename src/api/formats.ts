import { numberWords } from '#src/words/number-words.ts';

/** The formats that a table or a dataset may come in. */
export const formats = {
  csv: {
    label: 'CSV',
    mediaType: 'text/csv',
    fileType: 'CSV',
  },
  'csv.gz': {
    label: 'CSV, packed with gzip',
    mediaType: 'application/gzip',
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
 * The most bytes that a table may take in a format, before a server compresses it. A larger table comes as CSV packed with
 * gzip, and without JSON pages, which take many times the room of Parquet. Every table comes as Parquet and inside its
 * dataset's DuckDB file.
 */
export const byteLimits = { csv: 5_000_000, json: 1_500_000 } as const;

/** @example fitsFormat('csv', 60_699_152) // => false */
export function fitsFormat(format: keyof typeof byteLimits, bytes: number): boolean {
  return bytes <= byteLimits[format];
}

/** The formats that a table comes without, each with the reason in a sentence. */
export function leftOut({
  pages,
}: {
  readonly pages?: readonly unknown[];
}): { format: 'json'; reason: string }[] {
  if (pages !== undefined) return [];
  const most = numberWords(byteLimits.json / 1e6, 1);
  return [
    {
      format: 'json',
      reason: `JSON pages are for tables of up to ${most} MB in that form. Take CSV, Parquet or DuckDB.`,
    },
  ];
}

/** Endings of published files that servers often do not know, and documents that have a type of their own. */
const ownTypes: readonly [RegExp, string][] = [
  [/\/csv-metadata\.json$/, 'application/csvm+json'],
  [/\.jsonld$/, 'application/ld+json'],
  [/\.json$/, formats.json.mediaType],
  [/\.csv$/, `${formats.csv.mediaType}; charset=utf-8; header=present`],
  [/\.csv\.gz$/, formats['csv.gz'].mediaType],
  [/\.parquet$/, formats.parquet.mediaType],
  [/\.duckdb$/, formats.duckdb.mediaType],
];

/** The media type of a file of the API by its path, with the parameters that a server should send. */
export function mediaTypeOf(path: string): string | undefined {
  return ownTypes.find(([pattern]) => pattern.test(path))?.[1];
}
