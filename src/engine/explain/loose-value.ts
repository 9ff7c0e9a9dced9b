/** What somebody meant by a value that SQL cannot read, and why it cannot. */
export interface LooseValue {
  /** As SQL writes it. */
  readonly written: string;
  /** A sentence about the form that was typed. */
  readonly because: string;
}

const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  billions: 1e9,
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Read a number as people write it in a letter. Undefined for what SQL reads itself, and for anything else.
 *
 * @example
 * readLooseNumber('1.5 million')?.written // => '1500000'
 */
export function readLooseNumber(text: string): LooseValue | undefined {
  if (text.length > 40) return undefined;
  const match = /^([£$€]?) ?(-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?) ?(%|\p{L}*)$/u.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, sign = '', digits = '', unit = ''] = match;
  const plain = Number(digits.replaceAll(/[, ]/g, ''));
  const size = sizes[unit.toLowerCase()];
  if (unit === '%') {
    return {
      written: `${toDigits(plain / 100)} for a share of 1, or ${toDigits(plain)} where the column counts in percent`,
      because: 'SQL has no percent sign for numbers.',
    };
  }
  if (unit !== '' && size === undefined) return undefined;
  const written = toDigits(plain * (size ?? 1));
  if (size !== undefined)
    return { written, because: `SQL does not know “${unit}” after a number: write all its digits.` };
  if (sign !== '') return { written, because: `SQL takes no ${sign} before a number.` };
  if (digits.includes(',')) return { written, because: 'Numbers are written without commas.' };
  if (digits.includes(' ')) return { written, because: 'Numbers are written without spaces.' };
  return undefined;
}

/**
 * Read a date as people write it: day first, as in Britain. Undefined when it is no day of the calendar.
 *
 * @example
 * readLooseDate('31/12/2012') // => '2012-12-31'
 */
export function readLooseDate(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const trimmed = text.trim();
  const numeric = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})$/.exec(trimmed);
  if (numeric) return toDate(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const yearFirst = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(trimmed);
  if (yearFirst) return toDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}{3,9})[ -](\d{4})$/u.exec(trimmed);
  if (!worded) return undefined;
  const month = months.indexOf((worded[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return toDate(Number(worded[3]), month, Number(worded[1]));
}

function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const holds =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return holds ? date.toISOString().slice(0, 10) : undefined;
}

/** Without the noise of floating point: 1.1 million is 1100000. */
function toDigits(value: number): string {
  return String(Number(value.toPrecision(12)));
}
