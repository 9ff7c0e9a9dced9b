import { tokenise, type Token } from '#src/sql/tokens.ts';

/**
 * The columns that a query sorts by, as positions from 0 in its result, so that rows which tie on them may stand in
 * any order. Undefined when it does not sort, or sorts by something that it does not show: then the whole sequence
 * counts.
 *
 * @example
 * findOrderColumns('SELECT a, count(*) FROM t GROUP BY a ORDER BY count(*) DESC', ['a', 'count_star()']) // => [1]
 */
export function findOrderColumns(sql: string, columnNames: readonly string[]): readonly number[] | undefined {
  const tokens = withDepth(tokenise(sql));
  const orderAt = findOrderBy(tokens);
  if (orderAt < 0) return undefined;
  const keys = splitAtCommas(untilWord(tokens.slice(orderAt + 2), ['LIMIT', 'OFFSET', 'FETCH', 'USING']));
  const items = selectItems(tokens.slice(0, orderAt));
  const positions = keys.map((key) => findColumn(withoutDirection(key), items, columnNames));
  return positions.every((position) => position !== undefined) ? positions : undefined;
}

/** True when a query sorts its result: an ORDER BY inside brackets does not. */
export function sortsRows(sql: string): boolean {
  return findOrderBy(withDepth(tokenise(sql))) >= 0;
}

function findOrderBy(tokens: readonly DeepToken[]): number {
  return tokens.findLastIndex(
    (token, index) => isOuterWord(token, 'ORDER') && isOuterWord(tokens[index + 1], 'BY'),
  );
}

interface DeepToken extends Token {
  readonly depth: number;
}

/** Comments left out; a bracket counts as outside itself. */
function withDepth(tokens: readonly Token[]): DeepToken[] {
  let depth = 0;
  return tokens
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => {
      if (token.kind === 'symbol' && /^[)\]}]$/.test(token.text)) depth--;
      const deep = { ...token, depth };
      if (token.kind === 'symbol' && /^[([{]$/.test(token.text)) depth++;
      return deep;
    });
}

function isOuterWord(token: DeepToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && token.depth === 0 && words.includes(token.text.toUpperCase());
}

function untilWord(tokens: readonly DeepToken[], words: readonly string[]): readonly DeepToken[] {
  const end = tokens.findIndex((token) => isOuterWord(token, ...words) || token.text === ';');
  return end < 0 ? tokens : tokens.slice(0, end);
}

function splitAtCommas(tokens: readonly DeepToken[]): DeepToken[][] {
  const parts: DeepToken[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',' && token.depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** What stands between SELECT and FROM, one entry a column; empty when columns cannot be counted off. */
function selectItems(tokens: readonly DeepToken[]): DeepToken[][] {
  const selects = tokens.filter((token) => isOuterWord(token, 'SELECT'));
  if (selects.length !== 1) return [];
  const list = tokens.slice(tokens.findIndex((token) => isOuterWord(token, 'SELECT')) + 1);
  const withoutDistinct = isOuterWord(list[0], 'DISTINCT', 'ALL') ? list.slice(1) : list;
  const clauses = ['FROM', 'WHERE', 'GROUP', 'HAVING', 'WINDOW', 'QUALIFY'];
  const items = splitAtCommas(untilWord(withoutDistinct, clauses));
  // A star stands for many columns, so the places after it are not known.
  const star = items.findIndex((item) => item.at(-1)?.text === '*' || isOuterWord(item[0], 'COLUMNS', 'ON'));
  return star < 0 ? items : items.slice(0, star);
}

function withoutDirection(key: readonly DeepToken[]): readonly DeepToken[] {
  let end = key.length;
  if (isOuterWord(key[end - 2], 'NULLS')) end -= 2;
  if (isOuterWord(key[end - 1], 'ASC', 'DESC')) end -= 1;
  return key.slice(0, end);
}

function findColumn(
  key: readonly DeepToken[],
  items: readonly (readonly DeepToken[])[],
  columnNames: readonly string[],
): number | undefined {
  const [only] = key;
  if (!only) return undefined;
  if (key.length === 1 && only.kind === 'number') {
    const position = Number(only.text) - 1;
    return position in columnNames ? position : undefined;
  }
  // An alias goes before an expression, as in DuckDB.
  if (key.length === 1) {
    const named = findOnly(columnNames, (name) => name.toLowerCase() === toName(only));
    if (named !== undefined) return named;
  }
  const text = toText(key);
  const expression = items.findIndex((item) => toText(withoutAlias(item)) === text);
  if (expression >= 0) return expression;
  const last = key.at(-1);
  const isPath = key.every((token, index) => (index % 2 === 0 ? isName(token) : token.text === '.'));
  return isPath && last ? findOnly(columnNames, (name) => name.toLowerCase() === toName(last)) : undefined;
}

function findOnly<T>(values: readonly T[], matches: (value: T) => boolean): number | undefined {
  const first = values.findIndex(matches);
  return first >= 0 && first === values.findLastIndex(matches) ? first : undefined;
}

function withoutAlias(item: readonly DeepToken[]): readonly DeepToken[] {
  const as = item.findLastIndex((token) => isOuterWord(token, 'AS'));
  if (as > 0) return item.slice(0, as);
  const [last, before] = [item.at(-1), item.at(-2)];
  return isName(last) && before && (before.text === ')' || isName(before)) && !isOuterWord(last, 'END')
    ? item.slice(0, -1)
    : item;
}

function isName(token: DeepToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted-name';
}

function toName({ kind, text }: DeepToken): string {
  return (kind === 'quoted-name' ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}

function toText(tokens: readonly DeepToken[]): string {
  return tokens.map(({ kind, text }) => (kind === 'word' ? text.toUpperCase() : text)).join(' ');
}
