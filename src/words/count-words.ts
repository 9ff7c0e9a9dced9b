import { numberWords } from './number-words.ts';

/**
 * How many there are of a thing.
 *
 * @example
 * countWords(1, 'row') // => '1 row'
 * countWords(1200, 'row') // => '1,200 rows'
 * countWords(2, 'query', 'queries') // => '2 queries'
 */
export function countWords(count: number | bigint, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${inNumber(count, one, many)}`;
}

/**
 * The word that goes with so many.
 *
 * @example inNumber(2, 'is', 'are') // => 'are'
 */
export function inNumber(count: number | bigint, one: string, many: string): string {
  return Number(count) === 1 ? one : many;
}
