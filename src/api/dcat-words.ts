/** A date with the XML Schema type that says how exact it is. */
export interface PartialDate {
  readonly type: 'xsd:date' | 'xsd:gYearMonth' | 'xsd:gYear';
  readonly value: string;
}

const months = [
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
const monthWord = months.join('|');
const datePattern = `(?:(?:\\d{1,2} )?(?:${monthWord}) )?\\d{4}`;

/** @example toPartialDate('August 2013') // => { type: 'xsd:gYearMonth', value: '2013-08' } */
function toPartialDate(text: string): PartialDate {
  const words = text.split(' ');
  const year = words.at(-1) ?? '';
  const month = words.at(-2);
  if (month === undefined) return { type: 'xsd:gYear', value: year };
  const yearMonth = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}`;
  const day = words.at(-3);
  return day === undefined
    ? { type: 'xsd:gYearMonth', value: yearMonth }
    : { type: 'xsd:date', value: `${yearMonth}-${day.padStart(2, '0')}` };
}

/**
 * The day, month or year that a sentence about a release begins with; undefined for any other sentence.
 *
 * @example toIssued('July 2025 (version 1.6.1)') // => { type: 'xsd:gYearMonth', value: '2025-07' }
 */
export function toIssued(published: string): PartialDate | undefined {
  const found = new RegExp(`^(${datePattern})(?=$|[,;.]| \\()`).exec(published)?.[1];
  return found === undefined ? undefined : toPartialDate(found);
}

/**
 * The first and the last day, month or year of a period that begins with "… to …"; undefined where the sentence says it
 * in another way, because a guess would be published as a fact.
 *
 * @example toPeriod('April to June 2016, by month')?.start // => { type: 'xsd:gYearMonth', value: '2016-04' }
 */
export function toPeriod(period: string): { start: PartialDate; end: PartialDate } | undefined {
  const pattern = new RegExp(`^(${datePattern}|${monthWord}) to (${datePattern})(?=$|[,;.])`);
  const [, from, to] = pattern.exec(period) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return {
    start: toPartialDate(months.includes(from) ? `${from} ${to.slice(-4)}` : from),
    end: toPartialDate(to),
  };
}

const frequencies: readonly [RegExp, string][] = [
  [/\b(daily|(each|every) day)\b/i, 'DAILY'],
  [/\b(weekly|(each|every) week)\b/i, 'WEEKLY'],
  [/\b(monthly|(each|every) month)\b/i, 'MONTHLY'],
  [/\b(quarterly|(each|every) quarter|four times a year)\b/i, 'QUARTERLY'],
  [/\b(twice a year|half-yearly)\b/i, 'ANNUAL_2'],
  [/\b(yearly|annual(ly)?|(each|every|once a) year)\b/i, 'ANNUAL'],
  [/\b(every (two|other) years)\b/i, 'BIENNIAL'],
  [/\b(after each|when|irregular(ly)?|every \w+ to \w+ years)\b/i, 'IRREG'],
];

/**
 * The code of the EU's list of frequencies for a sentence: the way that it names first.
 *
 * @example toFrequency('Yearly, about eighteen months after the year') // => 'ANNUAL'
 */
export function toFrequency(frequency: string): string {
  if (/\bno longer\b/i.test(frequency)) return 'NEVER';
  const found = frequencies
    .map(([pattern, code]) => ({ code, at: frequency.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.code ?? 'UNKNOWN';
}

const themeWords: readonly [RegExp, string][] = [
  [/farm|food/i, 'AGRI'],
  [/econom|spending|prices|finance/i, 'ECON'],
  [/education|school/i, 'EDUC'],
  [/energy/i, 'ENER'],
  [/environment|climate|weather|emission/i, 'ENVI'],
  [/government|election|democra|transparency|spending|organisation/i, 'GOVE'],
  [/health/i, 'HEAL'],
  [/justice|crime/i, 'JUST'],
  [/places|housing|region|cities/i, 'REGI'],
  [/deprivation|population|society/i, 'SOCI'],
  [/science|technolog|digital/i, 'TECH'],
  [/transport|rail|road/i, 'TRAN'],
];

/**
 * The codes of the EU's list of data themes that words belong to.
 *
 * @example toThemes(['Local government', 'Public spending']) // => ['ECON', 'GOVE']
 */
export function toThemes(themes: readonly string[]): string[] {
  return themeWords.flatMap(([pattern, code]) => (themes.some((theme) => pattern.test(theme)) ? [code] : []));
}
