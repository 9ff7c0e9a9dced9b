/**
 * @example
 * countWords(1200, 'row') // => '1,200 rows'
 */
export function countWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
