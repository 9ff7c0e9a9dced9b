import { tokenise } from './tokens.ts';

/** What differs between two texts of SQL, with a little around it; empty where one only has more. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

// Enough to see where the change stands.
const around = 3;

/**
 * The stretch in which two queries differ, from the first token that does to the last.
 *
 * @example
 * findChange('SELECT a FROM t WHERE b > 1', 'SELECT a FROM t WHERE b >= 1') // => { before: 't WHERE b > 1', after: 't WHERE b >= 1' }
 */
export function findChange(before: string, after: string): Change {
  const [old, now] = [before, after].map((sql) => tokenise(sql).map(({ text }) => text)) as [
    string[],
    string[],
  ];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const show = (tokens: readonly string[]) =>
    tokens.slice(Math.max(0, start - around), Math.max(start, tokens.length - end + around)).join(' ');
  return { before: show(old), after: show(now) };
}
