/**
 * What gave way: the `query` itself, the `memory` or the `files` of the machine, or the `engine`; or somebody `stopped`
 * the query. Only the first is the learner's to mend.
 */
export type Fault = 'query' | 'memory' | 'files' | 'stopped' | 'engine';

/** What DuckDB says of a failure, taken apart. */
export interface EngineError {
  /** DuckDB's class of error, such as `Parser` or `Binder`; empty when the failure was not DuckDB's own. */
  readonly type: string;
  readonly message: string;
  readonly fault: Fault;
  /** Offset into the SQL that was sent: in characters (code points) when `type` is `Parser`, else in bytes of UTF-8. */
  readonly position?: number;
  readonly subtype?: string;
  /** The name that was not found. */
  readonly name?: string;
  /** What `name` should have been: `Table`, `Scalar Function` and so on. */
  readonly entry?: string;
  /** Names that come near, by DuckDB's reckoning. */
  readonly candidates: readonly string[];
}

/** The classes that are not the query's doing. */
const faults: Readonly<Record<string, Fault>> = {
  '': 'engine',
  INTERNAL: 'engine',
  FATAL: 'engine',
  INTERRUPT: 'stopped',
  IO: 'files',
  'Out of Memory': 'memory',
};

/**
 * Take apart what the engine threw. It reads the JSON that `errors_as_json` asks for (DuckDB puts "Parser Error: " before
 * some of it) and, where DuckDB did not heed that setting, its plain text ("Binder Error: …").
 */
export function parseEngineError(cause: unknown): EngineError {
  const raw = cause instanceof Error ? cause.message : String(cause);
  const json = parseErrorJson(raw.slice(Math.max(0, raw.indexOf('{'))));
  if (json) {
    const read = (key: string) => (typeof json[key] === 'string' ? json[key] : undefined);
    const type = read('exception_type') ?? '';
    const message = read('exception_message') ?? raw;
    // A query that is run in slices has the parser's words wrapped twice.
    if (parseErrorJson(message)?.['exception_type'] === type) return parseEngineError(message);
    const position = Number(read('position') ?? NaN);
    return {
      type,
      message,
      fault: findFault(type, message),
      candidates: (read('candidates') ?? '').split(',').filter(Boolean),
      ...(Number.isInteger(position) && { position }),
      ...optional('subtype', read('error_subtype')),
      ...optional('name', read('name')),
      ...optional('entry', read('type')),
    };
  }
  const [, type = '', message = raw] = /^(?:Error: )?([A-Z][A-Za-z -]*?) Error: ([\s\S]*)$/.exec(raw) ?? [];
  return { type, message, fault: findFault(type, message), candidates: [] };
}

/** After these the engine may answer wrongly or not at all; memory that WebAssembly has taken it never gives back. */
export function isFatal({ fault }: EngineError): boolean {
  return fault === 'engine' || fault === 'memory';
}

/** DuckDB's words for "Details", without the JSON around them. */
export function toDetails(error: EngineError): string {
  return error.type ? `${error.type} Error: ${error.message}` : error.message;
}

/** The first line of DuckDB's message: the others point into SQL that is not the learner's. */
export function toHeadline({ message }: EngineError): string {
  return message.split('\n', 1)[0] ?? message;
}

function findFault(type: string, message: string): Fault {
  // The other classes quote the learner's own values, which may say anything.
  const isUnnamed = type === '' || type === 'Invalid';
  if (isUnnamed && /bad_alloc|memory access out of bounds|failed to allocate/i.test(message)) return 'memory';
  return faults[type] ?? 'query';
}

function parseErrorJson(text: string): Record<string, unknown> | undefined {
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
