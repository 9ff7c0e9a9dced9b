/**
 * Things one after another, as in a sentence.
 *
 * @example
 * listWords(['a', 'b', 'c']) // => 'a, b and c'
 * listWords(['a', 'b'], 'or') // => 'a or b'
 */
export function listWords(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
