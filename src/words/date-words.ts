import { countWords } from './count-words.ts';

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
 * A period of the data.
 *
 * @param period - a year, a quarter, a month or a day; other text is left as it is
 * @example
 * periodWords('2025 Q2') // => 'April to June 2025'
 * periodWords('2025-04') // => 'April 2025'
 * periodWords('2025-04-17') // => '17 April 2025'
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

/**
 * A day. Other text is left as it is: a column of text may hold "2012 Q4", and a range names what stands there.
 *
 * @example
 * dateWords('2025-04-17') // => '17 April 2025'
 */
export function dateWords(isoDate: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(isoDate) ? periodWords(isoDate) : isoDate;
}

/** A number of days as a person would say it. */
export function daysWords(days: number): string {
  if (days < 62) return countWords(days, 'day');
  const months = Math.round(days / 30.44);
  return months < 24
    ? `${countWords(days, 'day')} (about ${months} months)`
    : `${countWords(days, 'day')} (about ${Math.round(days / 365.25)} years)`;
}
