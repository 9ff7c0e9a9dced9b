import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import type { Timeliness } from './quality.ts';

const dayMs = 86_400_000;

/** How long after the end of the period the figures came out. */
export function measureTimeliness({
  dates,
  frequency,
}: Pick<DatasetDescriptor, 'dates' | 'frequency'>): Timeliness {
  const { from, to, published } = dates;
  if (published === undefined) return { from, to, frequency };
  const [first, last] = periodSpan(published);
  return { from, to, frequency, lagDays: { least: daysBetween(to, first), most: daysBetween(to, last) } };
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/**
 * The first and the last day that a date known in part can be.
 *
 * @example periodSpan('2013-02') // => ['2013-02-01', '2013-02-28']
 */
export function periodSpan(known: string): [string, string] {
  const [year = '', month, day] = known.split('-');
  if (day !== undefined) return [known, known];
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return [`${known}-01`, `${known}-${last}`];
}
