import { columnOf, toScope, type TableShape } from '#src/syntax/scope/scope.ts';
import { nodeIn, nodesIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

export interface ColumnName {
  readonly table: string;
  readonly column: string;
}

export interface Literal {
  readonly text: string;
  readonly number: number | undefined;
  /** Whether it stands between quotes. */
  readonly isText?: true;
}

/** What the names in a query stand for. */
export interface Names {
  /** The visited place of an expression that has an alias or stands in a SELECT list. */
  readonly aliases: ReadonlyMap<string, Visit>;
  readonly visitOf: ReadonlyMap<SyntaxNode, Visit>;
  readonly shapes: readonly TableShape[];
}

export function createNames(visits: readonly Visit[], shapes: readonly TableShape[]): Names {
  const visitOf = new Map(visits.map((visit) => [visit.node, visit]));
  const aliases = new Map<string, Visit>();
  for (const { node } of visits) {
    for (const item of nodesIn(node, 'select_list')) {
      const visit = visitOf.get(item);
      if (visit && item['alias']) aliases.set(String(item['alias']).toLowerCase(), visit);
    }
  }
  return { aliases, visitOf, shapes };
}

export const lastName = (node: SyntaxNode) =>
  String((node['column_names'] as string[] | undefined)?.at(-1) ?? '').toLowerCase();

interface Meaning {
  readonly column?: ColumnName;
  readonly expression?: SyntaxNode;
}

/** A reference's own column, or the expression that its alias stands for. */
function resolve(node: SyntaxNode, names: Names): Meaning {
  const visit = names.visitOf.get(node);
  const found = visit && columnOf(node, toScope(visit, names.shapes));
  if (found) return { column: { table: found.table.name, column: found.column.name } };
  const meant = names.aliases.get(lastName(node))?.node;
  if (meant && meant !== node) return { expression: meant };
  for (const shape of names.shapes) {
    const column = shape.columns.find(({ name }) => name.toLowerCase() === lastName(node));
    if (column) return { column: { table: shape.name, column: column.name } };
  }
  return {};
}

/** An expression with its outer alias and casts taken away, as far as three steps go. */
export function meaning(node: SyntaxNode, names: Names, depth = 0): SyntaxNode {
  if (depth > 3) return node;
  const child = node['class'] === 'CAST' ? nodeIn(node, 'child') : undefined;
  if (child) return meaning(child, names, depth + 1);
  if (node['class'] !== 'COLUMN_REF') return node;
  const { expression } = resolve(node, names);
  return expression ? meaning(expression, names, depth + 1) : node;
}

/** Every column in an expression, through aliases. */
export function columnsUnder(node: SyntaxNode, names: Names, depth = 0): ColumnName[] {
  if (depth > 3) return [];
  return [...walk(node)].flatMap(({ node: inner }) => {
    if (inner['class'] !== 'COLUMN_REF') return [];
    const { column, expression } = resolve(inner, names);
    if (column) return [column];
    return expression ? columnsUnder(expression, names, depth + 1) : [];
  });
}

const spellings = new Set(['lower', 'upper', 'trim', 'ltrim', 'rtrim', 'strip_accents', 'replace']);
const firstParts = new Set(['left', 'substring', 'substr', 'split_part']);

/** The column that an expression shows in another spelling, or the first words of; `undefined` for anything else. */
export function spelledColumn(node: SyntaxNode, names: Names): ColumnName | undefined {
  const inner = meaning(node, names);
  if (inner['class'] === 'COLUMN_REF') return columnsUnder(inner, names)[0];
  const isCoalesce = inner['type'] === 'OPERATOR_COALESCE';
  const name = String(inner['function_name']);
  const [first] = nodesIn(inner, 'children');
  return first && (isCoalesce || spellings.has(name) || firstParts.has(name))
    ? spelledColumn(first, names)
    : undefined;
}

/** The constant that an expression is, through casts and a minus sign. */
export function literalOf(node: SyntaxNode): Literal | undefined {
  const child = nodeIn(node, 'child');
  if (node['class'] === 'CAST' && child) return literalOf(child);
  const [only, ...others] = nodesIn(node, 'children');
  if (node['function_name'] === '-' && only && others.length === 0) {
    const positive = literalOf(only);
    return positive?.number === undefined
      ? undefined
      : { text: `-${positive.text}`, number: -positive.number };
  }
  const constant = nodeIn(node, 'value');
  const value = constant?.['value'];
  if (node['class'] !== 'CONSTANT' || constant?.['is_null'] === true) return undefined;
  if (typeof value === 'string') {
    const number = Number(value);
    return {
      text: value,
      number: value.trim() === '' || Number.isNaN(number) ? undefined : number,
      isText: true,
    };
  }
  if (typeof value !== 'number') return undefined;
  const scale = Number(nodeIn(nodeIn(constant, 'type'), 'type_info')?.['scale'] ?? 0);
  const number = value / 10 ** scale;
  return { text: String(number), number };
}

/**
 * The number that a column must be for an expression of it and of constants to be `value`: for `staff / 4` and 10 it is
 * 40. `undefined` where the expression is of another kind.
 */
export function solveFor(node: SyntaxNode, value: number): number | undefined {
  if (node['class'] === 'COLUMN_REF') return value;
  const child = node['class'] === 'CAST' ? nodeIn(node, 'child') : undefined;
  if (child) return solveFor(child, value);
  const [left, right] = nodesIn(node, 'children');
  if (!left || !right) return undefined;
  const [first, second] = [literalOf(left)?.number, literalOf(right)?.number];
  switch (String(node['function_name'])) {
    case '+':
      if (first !== undefined) return solveFor(right, value - first);
      return second === undefined ? undefined : solveFor(left, value - second);
    case '-':
      if (first !== undefined) return solveFor(right, first - value);
      return second === undefined ? undefined : solveFor(left, value + second);
    case '*':
      if (first) return solveFor(right, value / first);
      return second ? solveFor(left, value / second) : undefined;
    case '/':
    case '//':
      return second === undefined ? undefined : solveFor(left, value * second);
    default:
      return undefined;
  }
}
