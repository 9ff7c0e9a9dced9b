import { fixedNumberWords, numberWords, shortNumberWords } from '#src/words/number-words.ts';
import { roundedWords } from '#src/words/rounded-words.ts';
import type { Aggregate } from './chart-spec.ts';
import type { ChartColumn } from './chart-columns.ts';

/** Units that stand before or right after a figure, rather than as words. */
function toSign(unit = ''): { readonly before: string; readonly after: string; readonly isWhole: boolean } {
  const isMoney = unit === '£' || unit.startsWith('£ ');
  if (isMoney) return { before: '£', after: unit.slice(1), isWhole: true };
  if (/^(%|per ?cent)$/i.test(unit)) return { before: '', after: '%', isWhole: true };
  return { before: '', after: '', isWhole: false };
}

/**
 * A figure in a sentence, with its unit.
 *
 * @example
 * figureWords(1234.5, '£') // => '£1,235'
 * figureWords(31, 'patients') // => '31 patients'
 */
export function figureWords(value: number, unit?: string): string {
  const { before, after, isWhole } = toSign(unit);
  const words = Number.isInteger(value) ? numberWords(value) : roundedWords(value);
  // Units with a remark, such as "index, 2015 = 100", stand on the axis.
  const plain = unit !== undefined && !isWhole && !/[,=]|\bor\b|^(index|score|rank|place|year)$/.test(unit);
  const signed = value < 0 ? `-${before}${words.slice(1)}` : `${before}${words}`;
  return `${signed}${after}${plain ? ` ${unit}` : ''}`;
}

/** A figure on an axis. */
export function tickWords(value: number, unit?: string): string {
  const { before, after } = toSign(unit);
  const size = Math.abs(value);
  const words =
    size >= 1e6
      ? shortNumberWords(size).replace(' million', 'm').replace(' billion', 'bn')
      : numberWords(size, 4);
  return `${value < 0 ? '-' : ''}${before}${words}${after === '%' ? '%' : ''}`;
}

/**
 * How the figures that stand in one chart are written: with as many decimals each, as many as three figures of the largest need.
 *
 * @example
 * ['27', '30.4'].map(Number).map(toFigureLabels([27, 30.4], '%')) // => ['27.0%', '30.4%']
 */
export function toFigureLabels(values: readonly number[], unit?: string): (value: number) => string {
  const { before, after } = toSign(unit);
  const sizes = values.map(Math.abs).filter(Number.isFinite);
  const placesOf = (size: number) => (size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size))));
  const needed = (most: number, size: number) => {
    // One that is written in three figures without them needs no decimals.
    const written = Number(size.toPrecision(3)).toFixed(Math.min(most, 20));
    return written.includes('.') ? (written.replace(/0+$/, '').split('.')[1]?.length ?? 0) : 0;
  };
  const toPlaces = (group: readonly number[], most: number) =>
    Math.max(0, ...group.map((size) => needed(most, size)));
  const small = sizes.filter((size) => size < 1e6);
  const largest = Math.max(0, ...small);
  const places = toPlaces(small, Math.max(largest < 1000 && largest >= 100 ? 1 : 0, placesOf(largest)));
  const hasPart = (scale: number, end: number) =>
    sizes.some(
      (size) => size >= scale && size < end && !Number.isInteger(Math.round(size / (scale / 10)) / 10),
    );
  const [millions, billions] = [hasPart(1e6, 1e9), hasPart(1e9, Infinity)];
  const write = (size: number): string => {
    if (size >= 1e9) return `${fixedNumberWords(size / 1e9, billions ? 1 : 0)}bn`;
    if (size >= 1e6) return `${fixedNumberWords(size / 1e6, millions ? 1 : 0)}m`;
    const isLost = size > 0 && Number(size.toFixed(places)) === 0;
    return isLost ? numberWords(Number(size.toPrecision(1)), 20) : fixedNumberWords(size, places);
  };
  return (value) => `${value < 0 ? '-' : ''}${before}${write(Math.abs(value))}${after === '%' ? '%' : ''}`;
}

/** A column's name as words. */
export function nameWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .trim()
    .replaceAll(/\bco2\b/gi, 'CO2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const aggregateTitles: Readonly<Record<Exclude<Aggregate, 'none' | 'count'>, string>> = {
  sum: 'Total of',
  mean: 'Mean of',
  median: 'Median of',
  min: 'Smallest',
  max: 'Largest',
};

/**
 * The title of an axis: the column's name in words, its unit, and what was made of several rows.
 *
 * @example
 * toAxisTitle({ name: 'median_price', unit: '£' }, 'none') // => 'Median price (£)'
 */
export function toAxisTitle(
  column: Pick<ChartColumn, 'name' | 'unit'> | undefined,
  aggregate: Aggregate,
): string {
  if (column === undefined || aggregate === 'count') return 'Number of rows';
  const { name, unit } = column;
  const words = nameWords(name);
  const full = aggregate === 'none' ? words : `${aggregateTitles[aggregate]} ${lowerFirst(words)}`;
  const saysUnit = words.toLowerCase() === unit?.toLowerCase() || (unit === '%' && /percent/i.test(words));
  return unit === undefined || saysUnit ? full : `${full} (${unit})`;
}

/** A name in the middle of a sentence; one that begins with several capitals keeps them. */
export function lowerFirst(words: string): string {
  return /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
