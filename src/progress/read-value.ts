/**
 * Readers of stored values, whose form nobody vouches for. Every lesson page carries these, so they are as small as what is
 * stored: Zod would weigh fifteen times as much.
 */
export type Reader<T> = (value: unknown) => T;

/** The value is not of the form that was asked for. It never leaves this file. */
class Unreadable extends Error {}

function refuse(): never {
  throw new Unreadable();
}

/** The value as `reader` reads it, with nothing in it that was not asked for; undefined when it has another form. */
export function readValue<T>(reader: Reader<T>, value: unknown): T | undefined {
  try {
    return reader(value);
  } catch (cause) {
    if (cause instanceof Unreadable) return undefined;
    throw cause;
  }
}

export const readText: Reader<string> = (value) => (typeof value === 'string' ? value : refuse());

export const readTruth: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : refuse());

/** A whole number, 0 or more. */
export const readCount: Reader<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse();

/** A path such as `asking-questions/01-first-question/busiest`. */
export const readId: Reader<string> = (value) =>
  typeof value === 'string' && value.length >= 1 && value.length <= 300 ? value : refuse();

/** A moment in UTC to the millisecond, so that the order of the text is the order of the moments. */
export const readMoment: Reader<string> = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-/.test(value)) return refuse();
  const moment = new Date(value);
  // A day that no month has reads as another one.
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value ? value : refuse();
};

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : reader(value));
}

/** What cannot be read takes `fallback`: it must not cost the person all that stands beside it. */
export function orElse<T>(reader: Reader<T>, fallback: T): Reader<T> {
  return (value) => readValue(reader, value) ?? fallback;
}

export function readOneOf<const T extends string>(known: readonly T[]): Reader<T> {
  return (value) => known.find((each) => each === value) ?? refuse();
}

export function readList<T>(reader: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map(reader) : refuse());
}

/** Each field by its own reader. Other fields are left out. */
export function readFields<T extends object>(fields: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  const entries = Object.entries(fields) as [string, Reader<unknown>][];
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse();
    const found = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      entries.map(([name, reader]) => [name, reader(Object.hasOwn(found, name) ? found[name] : undefined)]),
    ) as T;
  };
}
