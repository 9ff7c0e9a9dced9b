import type {
  ColumnRef,
  Comparison,
  Constant,
  Expression,
  FunctionCall,
  Join,
  Operator,
  QueryNode,
  SelectNode,
  SyntaxNode,
  WindowCall,
} from './syntax-tree.ts';

// Tests of what a node is, for lists to be filtered by. Where there is one node, its `class` or `type` tells it as well.

type Maybe = SyntaxNode | undefined | null;

export const isExpression = (node: Maybe): node is Expression => node?.class !== undefined;
export const isColumnRef = (node: Maybe): node is ColumnRef => node?.class === 'COLUMN_REF';
export const isComparison = (node: Maybe): node is Comparison => node?.class === 'COMPARISON';
export const isConstant = (node: Maybe): node is Constant => node?.class === 'CONSTANT';
export const isFunction = (node: Maybe): node is FunctionCall => node?.class === 'FUNCTION';
export const isOperator = (node: Maybe): node is Operator => node?.class === 'OPERATOR';
export const isWindow = (node: Maybe): node is WindowCall => node?.class === 'WINDOW';
export const isJoin = (node: Maybe): node is Join => node?.type === 'JOIN';
export const isSelect = (node: Maybe): node is SelectNode => node?.type === 'SELECT_NODE';

/** A function with OVER or without. */
export const isCall = (node: Maybe): node is FunctionCall | WindowCall => isFunction(node) || isWindow(node);

export const isQuery = (node: Maybe): node is QueryNode =>
  isSelect(node) ||
  node?.type === 'SET_OPERATION_NODE' ||
  node?.type === 'CTE_NODE' ||
  node?.type === 'RECURSIVE_CTE_NODE';

/** Whether a comparison has a column on both sides, as one of two tables mostly has. */
export function comparesColumns({ left, right }: Comparison): boolean {
  return isColumnRef(left) && isColumnRef(right);
}

/** The value of a literal; `undefined` for NULL and for what is no literal. */
export function constantOf(node: Maybe): string | number | undefined {
  const value = isConstant(node) ? node.value.value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

export function isNull(node: Maybe): boolean {
  return isConstant(node) && node.value.is_null;
}

/** The arguments of a function, the operands of an operator, the conditions that AND or OR joins; none for any other node. */
export function childrenOf(node: Maybe): readonly Expression[] {
  switch (node?.class) {
    case 'CONJUNCTION':
    case 'FUNCTION':
    case 'OPERATOR':
    case 'WINDOW':
      return node.children;
    default:
      return [];
  }
}

/** The names of a column reference in small letters, what stands first at first; none for any other node. */
export function namesOf(node: Maybe): string[] {
  return isColumnRef(node) ? node.column_names.map((name) => name.toLowerCase()) : [];
}

/** The condition in an aggregate's FILTER. */
export function filterOf(node: Maybe): Expression | null {
  return isFunction(node) ? node.filter : isWindow(node) ? node.filter_expr : null;
}
