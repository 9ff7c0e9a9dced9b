import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';

// The pages still ask here for these.
export { countWords as amountWords } from '#src/words/count-words.ts';
export { listWords } from '#src/words/list-words.ts';
export { numberWords as countWords } from '#src/words/number-words.ts';

/**
 * A measured value, with no more places than a person can use.
 *
 * @example
 * valueText(11545.25) // => '11,545'
 * valueText(0.01234) // => '0.0123'
 */
export function valueText(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
  if (size >= 1) return numberWords(value);
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
}

/**
 * A share that never says "all" or "none" unless it is so.
 *
 * @example
 * shareWords(42619, 42619) // => '100%'
 * shareWords(42618, 42619) // => 'over 99.9%'
 * shareWords(1, 3) // => '33.3%'
 */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return 'none to count';
  if (part === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (100 * part) / whole;
  if (percent < 0.05) return 'under 0.1%';
  if (percent > 99.95) return 'over 99.9%';
  return `${percent.toFixed(1)}%`;
}

/** A number of days as a person would say it. */
export function daysWords(days: number): string {
  if (days < 62) return countWords(days, 'day');
  const months = Math.round(days / 30.44);
  return months < 24
    ? `${countWords(days, 'day')} (about ${months} months)`
    : `${countWords(days, 'day')} (about ${Math.round(days / 365.25)} years)`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * @example
 * periodWords('2025-04') // => 'April 2025'
 * periodWords('2025-04-17') // => '17 April 2025'
 * periodWords('2025 Q2') // => 'April to June 2025'
 */
export function periodWords(period: string): string {
  const quarter = /^(\d+) Q(\d)$/.exec(period);
  if (quarter !== null) {
    const first = (Number(quarter[2]) - 1) * 3;
    return `${monthNames[first]} to ${monthNames[first + 2]} ${quarter[1]}`;
  }
  const [year, month, day] = period.split('-');
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return period;
  return `${day === undefined ? '' : `${Number(day)} `}${name} ${year}`;
}
