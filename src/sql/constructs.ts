import { isWord } from './is-word.ts';
import { findRelations } from './relations.ts';
import type { Token } from './tokens.ts';
import { toName, toUsedTokens } from './used-tokens.ts';

/**
 * The constructs that a query is made of: `join`, `window`, `group`, `having`, `subquery`, `cte`, `distinct`, `case`,
 * `union` and `function:<name>` for each function it calls. Comments, text and named queries that nothing uses do not
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
    // `t.case` is a column.
    if (before?.text === '.') continue;
    const construct = toConstruct(tokens, place);
    if (construct) found.add(construct);
    const name = toName(token);
    if (name !== undefined && after?.text === '(') found.add(`function:${name}`);
  }
  if (findRelations(tokens).some(({ joined }) => joined)) found.add('join');
  return found;
}

function toConstruct(tokens: readonly Token[], place: number): string | undefined {
  const token = tokens[place];
  const [before, after] = [tokens[place - 1], tokens[place + 1]];
  if (isWord(token, 'JOIN')) return 'join';
  if (isWord(token, 'OVER') && before?.text === ')') return 'window';
  if (isWord(token, 'GROUP') && isWord(after, 'BY')) return 'group';
  if (isWord(token, 'HAVING')) return 'having';
  if (isWord(token, 'CASE')) return 'case';
  if (isWord(token, 'UNION')) return 'union';
  if (isWord(token, 'DISTINCT')) return isWord(after, 'FROM') ? undefined : 'distinct';
  if (token?.text === '(' && isWord(after, 'SELECT', 'FROM', 'WITH')) {
    // The body of a named query.
    return isWord(before, 'AS', 'MATERIALIZED') ? undefined : 'subquery';
  }
  return undefined;
}
