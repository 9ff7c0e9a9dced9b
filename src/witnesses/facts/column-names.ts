import { columnOf, toScope, type TableShape } from '#src/syntax/scope/scope.ts';
import {
  childrenOf,
  constantOf,
  isCall,
  isColumnRef,
  isFunction,
  isSelect,
  namesOf,
} from '#src/syntax/node-kinds.ts';
import type { ColumnRef, SyntaxNode } from '#src/syntax/syntax-tree.ts';
import { walk, type Visit } from '#src/syntax/walk-tree.ts';

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
    for (const item of isSelect(node) ? node.select_list : []) {
      const visit = visitOf.get(item);
      if (visit && item.alias) aliases.set(item.alias.toLowerCase(), visit);
    }
  }
  return { aliases, visitOf, shapes };
}

/** The name of the column in small letters, without what stands before it. */
export const lastName = (reference: ColumnRef) => namesOf(reference).at(-1) ?? '';

interface Meaning {
  readonly column?: ColumnName;
  readonly expression?: SyntaxNode;
}

/** A reference's own column, or the expression that its alias stands for. */
function resolve(node: ColumnRef, names: Names): Meaning {
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
  if (node.class === 'CAST') return meaning(node.child, names, depth + 1);
  if (!isColumnRef(node)) return node;
  const { expression } = resolve(node, names);
  return expression ? meaning(expression, names, depth + 1) : node;
}

/** Every column in an expression, through aliases. */
export function columnsUnder(node: SyntaxNode, names: Names, depth = 0): ColumnName[] {
  if (depth > 3) return [];
  return [...walk(node)].flatMap(({ node: inner }) => {
    if (!isColumnRef(inner)) return [];
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
  if (isColumnRef(inner)) return columnsUnder(inner, names)[0];
  const isCoalesce = inner.type === 'OPERATOR_COALESCE';
  const name = isCall(inner) ? inner.function_name : '';
  const [first] = childrenOf(inner);
  return first && (isCoalesce || spellings.has(name) || firstParts.has(name))
    ? spelledColumn(first, names)
    : undefined;
}

/** The constant that an expression is, through casts and a minus sign. */
export function literalOf(node: SyntaxNode): Literal | undefined {
  if (node.class === 'CAST') return literalOf(node.child);
  if (isFunction(node)) {
    const [only, ...others] = node.children;
    const positive = node.function_name === '-' && only && others.length === 0 ? literalOf(only) : undefined;
    return positive?.number === undefined
      ? undefined
      : { text: `-${positive.text}`, number: -positive.number };
  }
  if (node.class !== 'CONSTANT') return undefined;
  const value = constantOf(node);
  if (typeof value === 'string') {
    const number = Number(value);
    return {
      text: value,
      number: value.trim() === '' || Number.isNaN(number) ? undefined : number,
      isText: true,
    };
  }
  if (value === undefined) return undefined;
  const number = value / 10 ** (node.value.type.type_info?.scale ?? 0);
  return { text: String(number), number };
}

/**
 * The number that a column must be for an expression of it and of constants to be `value`: for `staff / 4` and 10 it is
 * 40. `undefined` where the expression is of another kind.
 */
export function solveFor(node: SyntaxNode, value: number): number | undefined {
  if (isColumnRef(node)) return value;
  if (node.class === 'CAST') return solveFor(node.child, value);
  if (!isFunction(node)) return undefined;
  const [left, right] = node.children;
  if (!left || !right) return undefined;
  const [first, second] = [literalOf(left)?.number, literalOf(right)?.number];
  switch (node.function_name) {
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
