import { periodWords } from '#src/words/date-words.ts';

/** How long a period is. */
export type PeriodStep = 'year' | 'financial year' | 'quarter' | 'month' | 'day';

export interface Period {
  /** Its first day, in milliseconds since 1970, by Greenwich. */
  readonly start: number;
  readonly step: PeriodStep;
}

const year = '(1[6-9]\\d\\d|20\\d\\d)';
const patterns: readonly (readonly [RegExp, (parts: readonly string[]) => Period | undefined])[] = [
  [new RegExp(`^${year}$`), ([y]) => at('year', y)],
  [
    new RegExp(`^${year} ?[-/–] ?(\\d\\d|${year})$`),
    // 2023-24 and 2023-2024, but not 2023-12, which is a month.
    ([y, next]) =>
      Number(next?.slice(-2)) === (Number(y) + 1) % 100 ? at('financial year', y, 4) : undefined,
  ],
  [new RegExp(`^${year}:? ?[-/]? ?Q([1-4])$`, 'i'), ([y, q]) => at('quarter', y, Number(q) * 3 - 2)],
  [new RegExp(`^Q([1-4]),? ?[-/]? ?${year}$`, 'i'), ([q, y]) => at('quarter', y, Number(q) * 3 - 2)],
  [new RegExp(`^${year}-(0[1-9]|1[0-2])$`), ([y, m]) => at('month', y, Number(m))],
  [
    new RegExp(`^${year}-(0[1-9]|1[0-2])-([0-3]\\d)(?:[T ][\\d:.+Z]*)?$`),
    ([y, m, d]) => at('day', y, Number(m), Number(d)),
  ],
];

function at(step: PeriodStep, yearText = '', month = 1, day = 1): Period {
  return { start: Date.UTC(Number(yearText), month - 1, day), step };
}

/**
 * Reads a period as British figures write it: 2023, 2023-24, 2024 Q1, Q1 2024, 2024-01 or a day.
 *
 * @returns undefined for any other text
 * @example
 * parsePeriod('2024 Q2') // => { start: Date.UTC(2024, 3, 1), step: 'quarter' }
 */
export function parsePeriod(text: string): Period | undefined {
  for (const [pattern, read] of patterns) {
    const parts = pattern.exec(text.trim());
    const period = parts && read(parts.slice(1));
    if (period) return period;
  }
  return undefined;
}

/** A period as a sentence names it: a first day of a month where all are such days is that month. */
export function toPeriodLabel(text: string, step: PeriodStep): string {
  if (step === 'month') return periodWords(text.slice(0, 7));
  return step === 'day' ? periodWords(text.slice(0, 10)) : text;
}

const monthsShort = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A period as an axis names it. */
export function toPeriodTick(start: number, step: PeriodStep, text: string): string {
  const date = new Date(start);
  const month = monthsShort[date.getUTCMonth()] ?? '';
  if (step === 'month') return `${month} ${date.getUTCFullYear()}`;
  if (step === 'day') return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
  return text;
}
