import type { ChartField } from './chart-data.ts';
import { toPeriodTick } from './parse-period.ts';

/** Steps that people count in. */
const roundSteps = {
  year: [1, 2, 5, 10, 20, 50, 100],
  'financial year': [1, 2, 5, 10, 20, 50, 100],
  quarter: [1, 2, 4, 8, 20, 40, 80, 200],
  month: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600],
  day: [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652],
} as const;

export interface PeriodTick {
  /** In milliseconds since 1970. */
  readonly start: number;
  readonly words: string;
}

/**
 * Which periods an axis names: those of the table, thinned to a round step, so that years end in 0 or 5 and months begin in
 * January where there are many.
 *
 * @param most - how many there is room for
 */
export function toPeriodTicks(
  { domain, step = 'day', labels }: ChartField,
  most: number,
): readonly PeriodTick[] {
  const all = domain.map(Number);
  if (step === 'day') {
    const every = Math.max(1, Math.ceil(all.length / most));
    return all.filter((_start, index) => index % every === 0).map(toTick);
  }
  const numbered = all.map((start) => ({ start, number: toNumber(start, step) }));
  for (const every of roundSteps[step]) {
    const kept = numbered.filter(({ number }) => number % every === 0);
    const fallback = numbered.filter((_each, index) => index % every === 0);
    // A step that names fewer than two periods says nothing of the time between.
    const ticks = kept.length > 1 ? kept : fallback;
    if (ticks.length <= most) return ticks.map(({ start }) => toTick(start));
  }
  return [all[0] ?? 0, all.at(-1) ?? 0].map(toTick);

  function toTick(start: number): PeriodTick {
    return { start, words: toPeriodTick(start, step, labels?.get(start) ?? String(start)) };
  }
}

/** A period counted from the year 0. */
function toNumber(start: number, step: 'year' | 'financial year' | 'quarter' | 'month'): number {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  if (step === 'quarter') return year * 4 + Math.floor(date.getUTCMonth() / 3);
  return step === 'month' ? year * 12 + date.getUTCMonth() : year;
}
