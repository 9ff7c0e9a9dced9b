import type { AnyNode, BinaryExpression, Literal } from 'acorn';
import { isNumberType } from '#src/results/number-type.ts';
import {
  listGivenNames,
  listMethodCalls,
  listRowFunctions,
  type FoundNode,
} from './explain/pipeline-nodes.ts';

/** A table as far as its columns decide what a comparison can find. */
export interface ComparedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

type Kind = 'number' | 'text' | 'boolean' | 'date';

/**
 * Sentences on conditions that are the same for every row, though the pipeline runs: a figure compared with a text, a missing
 * value sought by the wrong word, a sign that means something else. Each kind once.
 *
 * @param tables - Those that the pipeline may name.
 */
export function findVainComparisons(nodes: readonly FoundNode[], tables: readonly ComparedTable[]): string[] {
  const rows = listRowFunctions(nodes);
  const inRows = nodes.filter(({ node }) =>
    rows.some(({ start, end }) => start <= node.start && node.end <= end),
  );
  const comparisons = inRows.flatMap(({ node }) => (node.type === 'BinaryExpression' ? [toSides(node)] : []));
  const kinds = toKinds(nodes, tables);
  const findings = [
    comparisons.map((each) => findOtherKind(each, kinds)),
    listEqualCalls(inRows).map((each) => findOtherKind(each, kinds)),
    comparisons.map((each) => findDateObject(each, kinds)),
    comparisons.map(findListOrNaN),
    findUnmatched(nodes, comparisons, tables),
    inRows.map(({ node }) => findBareValue(node)),
    inRows.map(({ node }) => findBits(node)),
    inRows.map(({ node, within }) => findAssignment(node, within)),
  ];
  return [...new Set(findings.flatMap((of) => of.find((sentence) => sentence !== undefined) ?? []))];
}

/** A comparison of two sides: `===`, `<`, or `op.equal`. */
interface Compared {
  readonly operator: string;
  readonly left: AnyNode;
  readonly right: AnyNode;
}

function toSides({ operator, left, right }: BinaryExpression): Compared {
  return { operator, left, right };
}

const exact = ['===', '!=='];
const equalities = [...exact, '==', '!='];
const orders = ['<', '<=', '>', '>='];

function listEqualCalls(nodes: readonly FoundNode[]): Compared[] {
  return listMethodCalls(nodes).flatMap(({ owner, method, call }) => {
    const [left, right] = call.arguments;
    return owner === 'op' && method.name === 'equal' && left && right
      ? [{ operator: '===', left, right }]
      : [];
  });
}

/** What each column holds that has one kind wherever it stands, and that the text gives no new meaning. */
function toKinds(nodes: readonly FoundNode[], tables: readonly ComparedTable[]): ReadonlyMap<string, Kind> {
  const given = new Set(listGivenNames(nodes));
  const kinds = new Map<string, Kind | undefined>();
  for (const table of tables) {
    if (!nodes.some(({ node }) => node.type === 'Identifier' && node.name === table.name)) continue;
    for (const { name, type } of table.columns) {
      const kind = toKind(type);
      kinds.set(name, given.has(name) || (kinds.has(name) && kinds.get(name) !== kind) ? undefined : kind);
    }
  }
  return new Map([...kinds].flatMap(([name, kind]) => (kind ? [[name, kind] as const] : [])));
}

function toKind(type: string): Kind | undefined {
  if (isNumberType(type)) return 'number';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE' || type.startsWith('TIMESTAMP')) return 'date';
  return type === 'VARCHAR' ? 'text' : undefined;
}

function columnOf(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  if (
    !node.computed &&
    node.property.type === 'Identifier' &&
    !['op', 'aq', 'Math', '$'].includes(node.object.name)
  )
    return node.property.name;
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined;
}

/** The column and the other side of a comparison, whichever way round it stands. */
function splitSides({
  left,
  right,
}: Compared): { readonly column: string; readonly other: AnyNode } | undefined {
  const [first, second] = [columnOf(left), columnOf(right)];
  if (first !== undefined && second === undefined) return { column: first, other: right };
  return second !== undefined && first === undefined ? { column: second, other: left } : undefined;
}

/** `d.year === '2024'` of a column of numbers, and the reverse. */
function findOtherKind(compared: Compared, kinds: ReadonlyMap<string, Kind>): string | undefined {
  const sides = splitSides(compared);
  const kind = kinds.get(sides?.column ?? '');
  if (!sides || !kind || sides.other.type !== 'Literal') return undefined;
  const { column, other } = sides;
  const written = other.raw ?? String(other.value);
  if (kind === 'date' && typeof other.value === 'number')
    return `\`${column}\` is a text such as \`'2024-01-31'\`, and \`${written}\` is a number: no row is found by it. Compare with a text, such as \`'${toDay(other)}'\`.`;
  if (!exact.includes(compared.operator)) {
    return kind === 'text' && orders.includes(compared.operator) && typeof other.value === 'number'
      ? `\`${column}\` is a text, and \`${written}\` is a number. Turn it into a number first: \`op.parse_float(d.${column})\`.`
      : undefined;
  }
  if (kind === 'number' && typeof other.value === 'string')
    return toMismatch(column, 'a number', written, toPlainNumber(other.value));
  if (kind === 'text' && typeof other.value === 'number')
    return toMismatch(column, 'a text', written, `'${other.value}'`);
  if (kind === 'boolean' && ['string', 'number'].includes(typeof other.value)) {
    const isTrue = ['true', '1', 'yes'].includes(String(other.value).toLowerCase());
    return toMismatch(column, 'true or false', written, String(isTrue));
  }
  return undefined;
}

function toMismatch(column: string, is: string, written: string, right: string | undefined): string {
  const advice = right === undefined ? '' : ` Write \`${right}\`.`;
  return `\`${column}\` is ${is}, and \`${written}\` is not: in JavaScript the two are never the same.${advice}`;
}

function toPlainNumber(text: string): string | undefined {
  const plain = text.replaceAll(',', '').trim();
  return plain !== '' && Number.isFinite(Number(plain)) ? plain : undefined;
}

const toDay = ({ value }: Literal) =>
  Number(value) > 1000 && Number(value) < 10_000 ? `${String(value)}-01-01` : '2024-01-31';

const dateMakers = ['datetime', 'utcdatetime', 'parse_date', 'now', 'timestamp'];

/** `d.day > op.datetime(2024, 0, 1)`: the column is a text, and a text is neither before nor after a date. */
function findDateObject(compared: Compared, kinds: ReadonlyMap<string, Kind>): string | undefined {
  const sides = splitSides(compared);
  if (!sides || kinds.get(sides.column) !== 'date') return undefined;
  const { other, column } = sides;
  const makes =
    (other.type === 'NewExpression' && other.callee.type === 'Identifier' && other.callee.name === 'Date') ||
    (other.type === 'CallExpression' &&
      other.callee.type === 'MemberExpression' &&
      other.callee.property.type === 'Identifier' &&
      dateMakers.includes(other.callee.property.name));
  return makes && [...equalities, ...orders].includes(compared.operator)
    ? `\`${column}\` is a text such as \`'2024-01-31'\`, and a text is neither before nor after a date. Compare with a text: \`d.${column} ${compared.operator} '2024-01-31'\`.`
    : undefined;
}

/** `d.a === [1, 2]`, `d.a === NaN`: nothing is the same as these. */
function findListOrNaN({ operator, left, right }: Compared): string | undefined {
  if (!equalities.includes(operator)) return undefined;
  const sides = [left, right];
  if (sides.some(({ type }) => type === 'ArrayExpression'))
    return 'Nothing is the same as a list. To ask whether a value is among several, write `op.includes([1, 2], d.column)`.';
  return sides.some((side) => side.type === 'Identifier' && side.name === 'NaN')
    ? 'Nothing is the same as `NaN`, not even `NaN`. Write `op.is_nan(d.column)`.'
    : undefined;
}

/** `d.a === null` after `join_left`: where nothing matched the value is undefined. */
function findUnmatched(
  nodes: readonly FoundNode[],
  comparisons: readonly (Compared & { readonly left: AnyNode })[],
  tables: readonly ComparedTable[],
): (string | undefined)[] {
  const columnsOf = (name: string) =>
    tables.find((table) => table.name === name)?.columns.map((each) => each.name) ?? [];
  const named = tables.filter(({ name }) =>
    nodes.some(({ node }) => node.type === 'Identifier' && node.name === name),
  );
  const joins = listMethodCalls(nodes).flatMap(({ method, call }) => {
    const [other] = call.arguments;
    if (
      !['join_left', 'join_full', 'join_right', 'lookup'].includes(method.name) ||
      other?.type !== 'Identifier'
    )
      return [];
    const own = columnsOf(other.name);
    const rest = named.filter(({ name }) => name !== other.name).flatMap(({ name }) => columnsOf(name));
    const lost = method.name === 'join_right' ? rest : method.name === 'join_full' ? [...own, ...rest] : own;
    const shared = method.name === 'join_full' ? [] : method.name === 'join_right' ? own : rest;
    return [{ verb: method.name, end: call.end, lost: lost.filter((name) => !shared.includes(name)) }];
  });
  return comparisons.flatMap((compared) => {
    const sides = splitSides(compared);
    if (!sides || !exact.includes(compared.operator)) return [];
    if (sides.other.type !== 'Literal' || sides.other.value !== null) return [];
    const join = joins.find(({ end, lost }) => end <= compared.left.start && lost.includes(sides.column));
    if (!join || isAskedBoth(comparisons, sides.column)) return [];
    const { operator } = compared;
    return [
      `Where nothing matched, \`${join.verb}\` leaves \`undefined\`, which is not \`null\`: \`${operator} null\` is ${operator === '===' ? 'never' : 'always'} so there. Write \`d.${sides.column} ${operator} undefined\`.`,
    ];
  });
}

function isAskedBoth(comparisons: readonly Compared[], column: string): boolean {
  return comparisons.some((each) => {
    const sides = splitSides(each);
    return sides?.column === column && sides.other.type === 'Identifier' && sides.other.name === 'undefined';
  });
}

/** `d.a === 'x' || 'y'`: a text by itself is always true. */
function findBareValue(node: AnyNode): string | undefined {
  if (node.type !== 'LogicalExpression' || node.operator === '??') return undefined;
  const { left, operator, right } = node;
  const isComparison = (side: AnyNode) =>
    side.type === 'BinaryExpression' && [...equalities, ...orders].includes(side.operator);
  const isValue = (side: AnyNode): side is Literal =>
    side.type === 'Literal' && ['string', 'number'].includes(typeof side.value) && Boolean(side.value);
  if (!isValue(right) || !(isComparison(left) || left.type === 'LogicalExpression')) return undefined;
  const first = isComparison(left) ? left : undefined;
  const column = first?.type === 'BinaryExpression' ? (columnOf(first.left) ?? 'column') : 'column';
  const written = right.raw ?? String(right.value);
  return operator === '||'
    ? `\`|| ${written}\` is true for every row. Write the whole condition again: \`|| d.${column} === ${written}\`.`
    : `\`&& ${written}\` asks nothing. Write the whole condition: \`&& d.${column} === ${written}\`.`;
}

/** `&` and `|` work on the bits of numbers. */
function findBits(node: AnyNode): string | undefined {
  if (node.type !== 'BinaryExpression' || !['&', '|'].includes(node.operator)) return undefined;
  const isCondition = (side: AnyNode): boolean =>
    (side.type === 'BinaryExpression' && [...equalities, ...orders, '&', '|'].includes(side.operator)) ||
    side.type === 'LogicalExpression' ||
    (side.type === 'UnaryExpression' && side.operator === '!');
  if (!isCondition(node.left) && !isCondition(node.right)) return undefined;
  const word = node.operator === '&' ? 'and' : 'or';
  return `A single \`${node.operator}\` works on the bits of numbers and gives 0 or 1. For “${word}” write \`${node.operator.repeat(2)}\`.`;
}

/** `aq.escape(d => d.a = 1)`: it gives a value, and the condition is that value. */
function findAssignment(node: AnyNode, within: readonly AnyNode[]): string | undefined {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=' || columnOf(node.left) === undefined)
    return undefined;
  return within.at(-1)?.type === 'ExpressionStatement'
    ? undefined
    : 'A single `=` gives a value; it does not compare. Write `===` to ask whether two values are the same.';
}
