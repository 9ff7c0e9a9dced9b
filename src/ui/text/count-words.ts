const whole = new Intl.NumberFormat('en-GB');

/**
 * @example
 * countWords(1200, 'row') // => '1,200 rows'
 */
export function countWords(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
