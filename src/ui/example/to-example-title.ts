/**
 * A query in a line, as its name among the examples of a lesson.
 *
 * @example
 * toExampleTitle('SELECT service\nFROM services') // => 'SELECT service FROM services'
 */
export function toExampleTitle(query: string): string {
  const line = query.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 90 ? line : `${line.slice(0, 89).trimEnd()}…`;
}
