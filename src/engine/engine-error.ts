/** What DuckDB says of a failure, taken apart. */
export interface EngineError {
  /** DuckDB's class of error, such as `Parser` or `Binder`; empty when the failure was not DuckDB's own. */
  readonly type: string;
  readonly message: string;
  /** Offset in bytes of UTF-8 into the SQL that was sent. */
  readonly position?: number;
  readonly subtype?: string;
  /** The name that was not found. */
  readonly name?: string;
  /** What `name` should have been: `Table`, `Scalar Function` and so on. */
  readonly entry?: string;
  /** Names that come near, by DuckDB's reckoning. */
  readonly candidates: readonly string[];
}

/**
 * Take DuckDB's error apart. It reads the JSON that `errors_as_json` asks for and, where DuckDB did not heed that
 * setting, its plain text ("Binder Error: …").
 */
export function parseEngineError(raw: string): EngineError {
  const json = parseJson(raw.slice(Math.max(0, raw.indexOf('{'))));
  if (json) {
    const read = (key: string) => (typeof json[key] === 'string' ? json[key] : undefined);
    const position = Number(read('position') ?? NaN);
    return {
      type: read('exception_type') ?? '',
      message: read('exception_message') ?? raw,
      candidates: (read('candidates') ?? '').split(',').filter(Boolean),
      ...(Number.isInteger(position) && { position }),
      ...optional('subtype', read('error_subtype')),
      ...optional('name', read('name')),
      ...optional('entry', read('type')),
    };
  }
  const plain = /^(?:Error: )?([A-Z][A-Za-z -]*?)(?: Error)?: ([\s\S]*)$/.exec(raw);
  return { type: plain?.[1] ?? '', message: plain?.[2] ?? raw, candidates: [] };
}

/** DuckDB's words for "Details", without the JSON around them. */
export function toDetails(error: EngineError): string {
  return error.type ? `${error.type} Error: ${error.message}` : error.message;
}

function parseJson(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{"exception_type"')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function optional<Key extends string>(key: Key, value: string | undefined): { [each in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [each in Key]: string });
}
