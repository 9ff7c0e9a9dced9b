import { isWord } from './is-word.ts';
import { joinsSources } from './relations.ts';
import type { Token } from './tokens.ts';
import { toName, toUsedTokens } from './used-tokens.ts';

/**
 * The constructs that a query is made of: `join`, `window`, `group`, `having`, `subquery`, `cte`, `distinct`, `case`,
 * `union`, `limit` and `function:<name>` for each function it calls. Comments, text and named queries that nothing uses do not
 * count.
 *
 * @example
 * findConstructs('SELECT upper(a) FROM t JOIN u USING (k)') // => Set { 'function:upper', 'join' }
 */
export function findConstructs(sql: string): ReadonlySet<string> {
  const { tokens, named } = toUsedTokens(sql);
  const found = new Set<string>(named.size > 0 ? ['cte'] : []);
  for (const [place, token] of tokens.entries()) {
    const [before, after] = [tokens[place - 1], tokens[place + 1]];
    const name = toName(token);
    if (name !== undefined && (after?.text === '(' || isWord(token, ...bareFunctions)))
      found.add(`function:${name}`);
    // `t.case` is a column.
    if (before?.text === '.') continue;
    const construct = toConstruct(tokens, place);
    if (construct) found.add(construct);
  }
  if (joinsSources(tokens)) found.add('join');
  return found;
}

// These need no brackets.
const bareFunctions = ['CURRENT_DATE', 'CURRENT_TIME', 'CURRENT_TIMESTAMP', 'LOCALTIME', 'LOCALTIMESTAMP'];

function toConstruct(tokens: readonly Token[], place: number): string | undefined {
  const token = tokens[place];
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  if (isWord(token, 'JOIN')) return 'join';
  if (isWord(token, 'OVER') && before?.text === ')') return 'window';
  if (isWord(token, 'GROUP') && isWord(after, 'BY')) return 'group';
  if (isWord(token, 'HAVING')) return 'having';
  if (isWord(token, 'CASE')) return 'case';
  if (isWord(token, 'UNION')) return 'union';
  if (isWord(token, 'LIMIT', 'FETCH')) return 'limit';
  if (isWord(token, 'DISTINCT')) return isWord(after, 'FROM') ? undefined : 'distinct';
  if (token?.text === '(' && isWord(after, 'SELECT', 'FROM', 'WITH', 'TABLE')) {
    return holdsWholeQuery(tokens, place) ? undefined : 'subquery';
  }
  return undefined;
}

/** Whether a bracket stands around a query that is no part of an expression: a named one, a whole one, a side of UNION. */
function holdsWholeQuery(tokens: readonly Token[], open: number): boolean {
  let at = open - 1;
  while (tokens[at]?.text === '(') at--;
  const before = tokens[at];
  if (before === undefined || before.text === ';') return true;
  if (at === open - 1 && isWord(before, 'AS', 'MATERIALIZED')) return true;
  if (isWord(before, 'ALL', 'DISTINCT')) return isWord(tokens[at - 1], ...setWords);
  return isWord(before, ...setWords);
}

const setWords = ['UNION', 'EXCEPT', 'INTERSECT'];
