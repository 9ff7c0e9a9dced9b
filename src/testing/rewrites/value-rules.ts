import { childrenOf, constantOf, isComparison, isConstant } from '#src/syntax/node-kinds.ts';
import type { Expression, SyntaxNode } from '#src/syntax/syntax-tree.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { toQuotedText } from '#src/sql/quote.ts';
import {
  calls,
  expressionRule,
  isWholeNumber,
  printAll,
  type RewritePlace,
  type RewriteRule,
} from './rewrite-rule.ts';

/** A function or operator with a fixed count of arguments. */
function callRule(
  name: string,
  functions: readonly string[],
  count: number,
  write: (...children: string[]) => string,
): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    if (!calls(node, ...functions) || node.children.length !== count) return undefined;
    return write(...(await printAll(print, node.children)));
  });
}

/** A whole-number literal that is compared with something. */
function comparedNumber(node: Expression, { ancestors }: RewritePlace): number | undefined {
  const holder = ancestors.at(-1);
  const compared =
    holder?.class === 'COMPARISON' || holder?.class === 'BETWEEN' || holder?.type === 'COMPARE_IN';
  return compared ? wholeNumberOf(node) : undefined;
}

function wholeNumberOf(node: Expression): number | undefined {
  const value = constantOf(node);
  return isConstant(node) && typeof value === 'number' && isWholeNumber(node.value.type.id)
    ? value
    : undefined;
}

/** A date written as text where a DATE column is compared with it. */
function comparedDate(node: Expression, { ancestors, columnOf }: RewritePlace): string | undefined {
  const value = constantOf(node);
  const isDate = comparedWith(ancestors.at(-1)).some((other) => columnOf(other)?.type === 'DATE');
  return isDate && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

/** What a literal in such a node may be compared with. */
function comparedWith(holder: SyntaxNode | undefined): readonly Expression[] {
  if (isComparison(holder)) return [holder.left, holder.right];
  return holder?.class === 'BETWEEN' ? [holder.input] : childrenOf(holder).slice(0, 1);
}

/** A DATE column that must equal a date, as text. */
function datePair(
  node: Expression,
  { columnOf }: RewritePlace,
): { column: Expression; date: string } | undefined {
  if (node.type !== 'COMPARE_EQUAL' || columnOf(node.left)?.type !== 'DATE') return undefined;
  const date = constantOf(node.right);
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? { column: node.left, date } : undefined;
}

/** The operands of `a * b / c`, where one factor is a decimal literal such as 100.0. */
function scaledShare(
  node: Expression,
): { scale: Expression; part: Expression; whole: Expression } | undefined {
  const [product, whole] = childrenOf(node);
  const [first, second] = childrenOf(product);
  if (!calls(node, '/') || !calls(product, '*') || !first || !second || !whole) return undefined;
  if (constantOf(first) !== undefined) return { scale: first, part: second, whole };
  return constantOf(second) === undefined ? undefined : { scale: second, part: first, whole };
}

/** Numbers, dates, text and CASE in other words. */
export const valueRules: readonly RewriteRule[] = [
  expressionRule('number-as-decimal', (node, place) => {
    const value = comparedNumber(node, place);
    return value === undefined ? undefined : `${value}.00`;
  }),
  expressionRule('number-with-exponent', (node, place) => {
    const value = comparedNumber(node, place);
    return value === undefined ? undefined : `${value}e0`;
  }),
  expressionRule('number-cast-wider', (node, place) => {
    const value = comparedNumber(node, place);
    return value === undefined ? undefined : [`CAST(${value} AS HUGEINT)`, `${value}::BIGINT`];
  }),
  expressionRule('compared-column-cast-wider', async (node, { columnOf, print, ancestors }) => {
    const column = columnOf(node);
    if (!column || !isWholeNumber(column.type) || ancestors.at(-1)?.class !== 'COMPARISON') return undefined;
    return [`CAST(${await print(node)} AS HUGEINT)`, `${await print(node)}::DECIMAL(38, 2)`];
  }),
  expressionRule('shown-number-cast-wider', async (node, { columnOf, print, path }) => {
    const column = columnOf(node);
    const shown = path.length === 2 && path[0] === 'select_list';
    if (!column || !isNumberType(column.type) || !shown) return undefined;
    return [`CAST(${await print(node)} AS DECIMAL(38, 6))`, `${await print(node)}::DOUBLE`];
  }),
  expressionRule('shown-date-cast-wider', async (node, { columnOf, print, path }) =>
    columnOf(node)?.type === 'DATE' && path.length === 2 && path[0] === 'select_list'
      ? `CAST(${await print(node)} AS TIMESTAMP)`
      : undefined,
  ),
  expressionRule('strict-as-inclusive', async (node, { columnOf, print }) => {
    if (!isComparison(node)) return undefined;
    const { type, left, right } = node;
    const value = wholeNumberOf(right);
    if (value === undefined || !isWholeNumber(columnOf(left)?.type ?? '')) return undefined;
    if (type === 'COMPARE_GREATERTHAN') return `${await print(left)} >= ${value + 1}`;
    return type === 'COMPARE_LESSTHAN' ? `${await print(left)} <= ${value - 1}` : undefined;
  }),
  callRule('product-commuted', ['*'], 2, (a, b) => `${b} * ${a}`),
  callRule('sum-commuted', ['+'], 2, (a, b) => `${b} + ${a}`),
  callRule('difference-as-sum', ['-'], 2, (a, b) => `${a} + -1 * ${b}`),
  expressionRule('scale-moved', async (node, { print }) => {
    const share = scaledShare(node);
    if (!share) return undefined;
    const [scale, part, whole] = await printAll(print, [share.scale, share.part, share.whole]);
    return [
      `${part} * ${scale} / ${whole}`,
      `${scale} * (${part} / ${whole})`,
      `${part} / ${whole} * ${scale}`,
      `${part} / (${whole} / ${scale})`,
    ];
  }),
  expressionRule('scale-without-point', async (node, { print }) => {
    const share = scaledShare(node);
    const scale = String(share ? await print(share.scale) : '');
    if (!share || !/^\d+\.0+$/.test(scale)) return undefined;
    return `${await print(share.part)} * ${scale.split('.')[0]} / ${await print(share.whole)}`;
  }),
  expressionRule('coalesce-as-case', async (node, { print }) => {
    if (node.type !== 'OPERATOR_COALESCE') return undefined;
    const parts = await printAll(print, node.children);
    const last = parts.pop();
    return `CASE ${parts.map((part) => `WHEN ${part} IS NOT NULL THEN ${part}`).join(' ')} ELSE ${last} END`;
  }),
  expressionRule('coalesce-as-ifnull', async (node, { print }) => {
    const parts = await printAll(print, node.type === 'OPERATOR_COALESCE' ? node.children : []);
    return parts.length === 2 ? `ifnull(${parts.join(', ')})` : undefined;
  }),
  callRule('nullif-as-case', ['nullif'], 2, (a, b) => `CASE WHEN ${a} = ${b} THEN NULL ELSE ${a} END`),
  expressionRule('case-turned-round', async (node, { print }) => {
    const branch = oneBranch(node);
    if (!branch) return undefined;
    const [when, then, otherwise] = await printAll(print, branch);
    return `CASE WHEN (${when}) IS NOT TRUE THEN ${otherwise} ELSE ${then} END`;
  }),
  expressionRule('case-as-if', async (node, { print }) => {
    const branch = oneBranch(node);
    return branch ? `if(${(await printAll(print, branch)).join(', ')})` : undefined;
  }),
  expressionRule('date-with-type', (node, place) => {
    const date = comparedDate(node, place);
    if (date === undefined) return undefined;
    const [year, month, day] = date.split('-').map(Number);
    return [
      `DATE '${date}'`,
      `CAST('${date}' AS DATE)`,
      `'${date}'::DATE`,
      `TIMESTAMP '${date} 00:00:00'`,
      `make_date(${year}, ${month}, ${day})`,
    ];
  }),
  expressionRule('date-by-parts', async (node, place) => {
    const pair = datePair(node, place);
    if (!pair) return undefined;
    const column = await place.print(pair.column);
    const [year, month, day] = pair.date.split('-').map(Number);
    return `year(${column}) = ${year} AND EXTRACT(month FROM ${column}) = ${month} AND date_part('day', ${column}) = ${day}`;
  }),
  expressionRule('date-as-text', async (node, place) => {
    const pair = datePair(node, place);
    if (!pair) return undefined;
    const column = await place.print(pair.column);
    return [
      `CAST(${column} AS VARCHAR) = '${pair.date}'`,
      `strftime(${column}, '%Y-%m-%d') = '${pair.date}'`,
    ];
  }),
  expressionRule('date-as-range', async (node, place) => {
    const pair = datePair(node, place);
    if (!pair) return undefined;
    const column = await place.print(pair.column);
    return `${column} >= '${pair.date}' AND ${column} < DATE '${pair.date}' + INTERVAL 1 DAY`;
  }),
  callRule('year-as-extract', ['year'], 1, (date) => `EXTRACT(year FROM ${date})`),
  expressionRule('text-in-two-pieces', (node, place) => {
    const value = constantOf(node);
    if (typeof value !== 'string' || value.length < 2 || comparedDate(node, place) !== undefined)
      return undefined;
    if (place.ancestors.at(-1)?.class !== 'COMPARISON') return undefined;
    const letters = [...value];
    return `${toQuotedText(letters.slice(0, 1).join(''))} || ${toQuotedText(letters.slice(1).join(''))}`;
  }),
  expressionRule('joined-text-as-function', async (node, { columnOf, print }) => {
    const parts = childrenOf(node);
    // concat passes over NULL, where || gives NULL.
    const sure = parts.every((part) => columnOf(part)?.nullable === false || constantOf(part) !== undefined);
    return calls(node, '||') && sure ? `concat(${(await printAll(print, parts)).join(', ')})` : undefined;
  }),
];

/** The condition, the value and the other value of a CASE with one WHEN. */
function oneBranch(node: Expression): [Expression, Expression, Expression] | undefined {
  if (node.class !== 'CASE') return undefined;
  const [check, ...others] = node.case_checks;
  return check && others.length === 0 ? [check.when_expr, check.then_expr, node.else_expr] : undefined;
}
