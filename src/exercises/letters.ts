/**
 * The letter of an option, as the page and reports name it.
 *
 * @param index - from 0 to 25
 * @example
 * toLetter(2) // => 'c'
 */
export function toLetter(index: number): string {
  return String.fromCharCode(97 + index);
}

/**
 * The places of the options that an answer names, each once, in their order.
 *
 * @param count - how many options there are; other letters are left out
 * @example
 * readLetters('C, a', 3) // => [0, 2]
 */
export function readLetters(answer: string, count: number): number[] {
  const named = new Set(answer.toLowerCase().match(/[a-z]/g));
  return Array.from({ length: count }, (_, index) => index).filter((index) => named.has(toLetter(index)));
}
