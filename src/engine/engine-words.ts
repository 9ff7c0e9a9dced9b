/** What DuckDB said of a query that failed: the kind of error and the first line of its message. */
export interface EngineWords {
  /** DuckDB's name for it, such as `Conversion`; empty when there is none. */
  readonly type: string;
  readonly message: string;
}

/** Reads an error that the engine gave, as text or, as in the browser, as JSON. */
export function toEngineWords(cause: unknown): EngineWords {
  const text = cause instanceof Error ? cause.message : String(cause);
  const field = (name: string) => new RegExp(`"${name}":\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(text)?.[1];
  const inJson = field('exception_message');
  if (inJson !== undefined) return { type: field('exception_type') ?? '', message: firstLine(inJson) };
  const [, type = '', message = text] = /^([A-Z][\w ]*?) Error: ([\s\S]*)$/.exec(text) ?? [];
  return { type, message: firstLine(message) };
}

function firstLine(text: string): string {
  return text.split(/\n|\\n/)[0]?.replaceAll('\\"', '"') ?? '';
}
