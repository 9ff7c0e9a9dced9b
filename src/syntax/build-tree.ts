import type {
  CteEntry,
  CteMap,
  ColumnRef,
  Comparison,
  ComparisonType,
  Conjunction,
  ConjunctionType,
  Constant,
  DistinctModifier,
  Expression,
  FunctionCall,
  Operator,
  OperatorType,
  SelectNode,
  SortKey,
} from './syntax-tree.ts';

// Every node that we make ourselves, with its properties in DuckDB's own order: trees are compared as text.

const unnamed = { alias: '', query_location: 0 } as const;

/** @param names what stands before the column's name, if anything, and the name */
export function columnRef(...names: string[]): ColumnRef {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', ...unnamed, column_names: names };
}

/** A whole number, true or false, or NULL. */
export function constant(value: number | boolean | null): Constant {
  const id = value === null ? 'NULL' : typeof value === 'number' ? 'INTEGER' : 'BOOLEAN';
  const held = value === null ? { is_null: true } : { is_null: false, value };
  return {
    class: 'CONSTANT',
    type: 'VALUE_CONSTANT',
    ...unnamed,
    value: { type: { id, type_info: null }, ...held },
  };
}

/** The same literal with another value of its type. */
export function withValue(literal: Constant, value: string | number): Constant {
  return { ...literal, value: { ...literal.value, value } };
}

/** The same sort key with the other direction. */
export function turned(key: SortKey): SortKey {
  return { ...key, type: key.type === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING' };
}

export function comparison(type: ComparisonType, left: Expression, right: Expression): Comparison {
  return { class: 'COMPARISON', type, ...unnamed, left, right };
}

export function conjunction(type: ConjunctionType, children: readonly Expression[]): Conjunction {
  return { class: 'CONJUNCTION', type, ...unnamed, children };
}

/** One condition that holds where all of them hold; null where there is none. */
export function allOf(conditions: readonly (Expression | null)[]): Expression | null {
  const [first, ...others] = conditions.filter((condition) => condition !== null);
  if (!first) return null;
  return others.length === 0 ? first : conjunction('CONJUNCTION_AND', [first, ...others]);
}

export function operator(type: OperatorType, children: readonly Expression[]): Operator {
  return { class: 'OPERATOR', type, ...unnamed, children };
}

export function notOf(condition: Expression): Operator {
  return operator('OPERATOR_NOT', [condition]);
}

export function callOf(name: string, ...children: Expression[]): FunctionCall {
  return {
    class: 'FUNCTION',
    type: 'FUNCTION',
    ...unnamed,
    function_name: name,
    schema: '',
    children,
    filter: null,
    order_bys: { type: 'ORDER_MODIFIER', orders: [] },
    distinct: false,
    is_operator: false,
    export_state: false,
    catalog: '',
  };
}

export function distinctModifier(): DistinctModifier {
  return { type: 'DISTINCT_MODIFIER', distinct_on_targets: [] };
}

export function cteMap(entries: readonly CteEntry[]): CteMap {
  return { map: entries };
}

/** A SELECT of some expressions, with no FROM and nothing else. */
export function selectOf(...list: Expression[]): SelectNode {
  return {
    type: 'SELECT_NODE',
    modifiers: [],
    cte_map: cteMap([]),
    select_list: list,
    from_table: { type: 'EMPTY', ...unnamed, sample: null },
    where_clause: null,
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
    sample: null,
    qualify: null,
  };
}
