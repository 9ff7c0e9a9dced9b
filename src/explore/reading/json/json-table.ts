export type JsonObject = Record<string, unknown>;

/** Rows found in a JSON file. */
export interface JsonTable {
  /** Where in the file they stand, such as `result.records`; empty for the whole. */
  readonly path: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Which columns the file says are numbers, so that text in them may be figures; none where it says nothing. */
  readonly figures?: readonly boolean[];
  readonly notes: readonly string[];
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
