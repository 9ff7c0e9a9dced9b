/**
 * DuckDB's own syntax tree, as `json_serialize_sql` gives it: plain JSON, here with the types of the nodes that we read or
 * make. An expression says what it is by its `class` and, more closely, by its `type`; queries, what stands in FROM and what
 * stands after it have a `type` alone. Comparing either with a word narrows a node to the one that has it. A node is never
 * changed in place: edits copy.
 *
 * Source of the names: DuckDB's `src/include/duckdb/storage/serialization/*.json` and `enums/expression_type.hpp`.
 */
export type SyntaxNode = Expression | QueryNode | TableRef | Modifier | SortKey | OtherNode;

/** Any other object in the tree: a data type, the value of a literal, a branch of CASE. It is carried and printed as it came. */
export interface OtherNode {
  readonly class?: never;
  readonly type?: never;
}

export type QueryNode = SelectNode | SetOperationNode | CteNode | RecursiveCteNode;

interface AnyQuery {
  readonly class?: never;
  readonly modifiers: readonly Modifier[];
  readonly cte_map: CteMap;
}

export interface SelectNode extends AnyQuery {
  readonly type: 'SELECT_NODE';
  readonly select_list: readonly Expression[];
  /** Of the type `EMPTY` where the query has no FROM. */
  readonly from_table: TableRef;
  readonly where_clause: Expression | null;
  /** The grouping keys; for GROUP BY ALL none, and `aggregate_handling` says so. */
  readonly group_expressions: readonly Expression[];
  /** Places of the keys in `group_expressions`, once for each set of GROUPING SETS, ROLLUP and CUBE. */
  readonly group_sets: readonly (readonly number[])[];
  readonly aggregate_handling: 'STANDARD_HANDLING' | 'FORCE_AGGREGATES' | 'NO_AGGREGATES_ALLOWED';
  readonly having: Expression | null;
  readonly sample: OtherNode | null;
  readonly qualify: Expression | null;
}

/** UNION, EXCEPT or INTERSECT. Of several in a row, some versions of DuckDB list the branches as `children`. */
export interface SetOperationNode extends AnyQuery {
  readonly type: 'SET_OPERATION_NODE';
  readonly setop_type: 'UNION' | 'EXCEPT' | 'INTERSECT' | 'UNION_BY_NAME';
  readonly left: QueryNode;
  readonly right: QueryNode;
  readonly setop_all: boolean;
}

/** A query before which stands one that WITH names and that is worked out once. */
export interface CteNode extends AnyQuery {
  readonly type: 'CTE_NODE';
  readonly cte_name: string;
  readonly query: QueryNode;
  readonly child: QueryNode;
  readonly aliases: readonly string[];
}

export interface RecursiveCteNode extends AnyQuery {
  readonly type: 'RECURSIVE_CTE_NODE';
  readonly cte_name: string;
  readonly union_all: boolean;
  readonly left: QueryNode;
  readonly right: QueryNode;
  readonly aliases: readonly string[];
}

/** The queries that WITH names. */
export interface CteMap {
  readonly map: readonly CteEntry[];
}

export interface CteEntry {
  readonly key: string;
  readonly value: { readonly aliases?: readonly string[]; readonly query: StatementNode };
}

/** A whole query that stands inside another. */
export interface StatementNode {
  readonly node: QueryNode;
}

/** What stands in FROM. */
export type TableRef = BaseTable | Join | SubqueryReference | OtherTableReference;

interface AnyTableReference {
  readonly class?: never;
  /** Empty where the query gives no name. */
  readonly alias: string;
  readonly sample: OtherNode | null;
  readonly query_location: number;
}

export interface BaseTable extends AnyTableReference {
  readonly type: 'BASE_TABLE';
  readonly table_name: string;
  /** New names for its columns: `FROM trees AS t(a, b)`. */
  readonly column_name_alias: readonly string[];
}

export interface Join extends AnyTableReference {
  readonly type: 'JOIN';
  readonly left: TableRef;
  readonly right: TableRef;
  /** What stands after ON. */
  readonly condition: Expression | null;
  readonly join_type: JoinType;
  /** `CROSS` for a comma too. */
  readonly ref_type: 'REGULAR' | 'NATURAL' | 'CROSS' | 'POSITIONAL' | 'ASOF' | 'DEPENDENT';
  readonly using_columns: readonly string[];
}

export type JoinType = 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'SEMI' | 'ANTI';

export interface SubqueryReference extends AnyTableReference {
  readonly type: 'SUBQUERY';
  readonly subquery: StatementNode;
  readonly column_name_alias: readonly string[];
}

/** FROM with nothing, a function, VALUES or PIVOT: nobody here looks into it. */
export interface OtherTableReference extends AnyTableReference {
  readonly type: 'EMPTY' | 'TABLE_FUNCTION' | 'EXPRESSION_LIST' | 'PIVOT' | 'SHOW_REF' | 'COLUMN_DATA';
  readonly column_name_alias?: readonly string[];
}

/** What stands after a query or before its list: ORDER BY, LIMIT, DISTINCT. */
export type Modifier = OrderModifier | LimitModifier | LimitPercentModifier | DistinctModifier;

export interface OrderModifier {
  readonly class?: never;
  readonly type: 'ORDER_MODIFIER';
  readonly orders: readonly SortKey[];
}

/** One key of ORDER BY. */
export interface SortKey {
  readonly class?: never;
  readonly type: 'ORDER_DEFAULT' | 'ASCENDING' | 'DESCENDING';
  readonly null_order: 'ORDER_DEFAULT' | `NULLS${' ' | '_'}${'FIRST' | 'LAST'}`;
  readonly expression: Expression;
}

interface AnyLimit {
  readonly class?: never;
  readonly limit: Expression | null;
  readonly offset: Expression | null;
}

export interface LimitModifier extends AnyLimit {
  readonly type: 'LIMIT_MODIFIER';
}

export interface LimitPercentModifier extends AnyLimit {
  readonly type: 'LIMIT_PERCENT_MODIFIER';
}

export interface DistinctModifier {
  readonly class?: never;
  readonly type: 'DISTINCT_MODIFIER';
  /** The expressions of DISTINCT ON. */
  readonly distinct_on_targets: readonly Expression[];
}

export type Expression =
  | Between
  | Case
  | Cast
  | ColumnRef
  | Comparison
  | Conjunction
  | Constant
  | FunctionCall
  | Operator
  | Star
  | SubqueryExpression
  | WindowCall
  | OtherExpression;

interface AnyExpression {
  /** Empty where the query gives no name. */
  readonly alias: string;
  readonly query_location: number;
}

export interface ColumnRef extends AnyExpression {
  readonly class: 'COLUMN_REF';
  readonly type: 'COLUMN_REF';
  /** The column's name, the last of them, and what stands before it. */
  readonly column_names: readonly string[];
}

export interface Constant extends AnyExpression {
  readonly class: 'CONSTANT';
  readonly type: 'VALUE_CONSTANT';
  readonly value: ConstantValue;
}

export interface ConstantValue {
  readonly type: LogicalType;
  readonly is_null: boolean;
  /** Decimals are whole numbers, with their scale in the type; left out for NULL. */
  readonly value?: string | number | boolean | object;
}

export interface LogicalType {
  readonly id: string;
  readonly type_info: { readonly scale?: number } | null;
}

export type ComparisonType =
  | 'COMPARE_EQUAL'
  | 'COMPARE_NOTEQUAL'
  | 'COMPARE_LESSTHAN'
  | 'COMPARE_GREATERTHAN'
  | 'COMPARE_LESSTHANOREQUALTO'
  | 'COMPARE_GREATERTHANOREQUALTO'
  | 'COMPARE_DISTINCT_FROM'
  | 'COMPARE_NOT_DISTINCT_FROM';

export interface Comparison extends AnyExpression {
  readonly class: 'COMPARISON';
  readonly type: ComparisonType;
  readonly left: Expression;
  readonly right: Expression;
}

export type ConjunctionType = 'CONJUNCTION_AND' | 'CONJUNCTION_OR';

export interface Conjunction extends AnyExpression {
  readonly class: 'CONJUNCTION';
  readonly type: ConjunctionType;
  readonly children: readonly Expression[];
}

export interface Between extends AnyExpression {
  readonly class: 'BETWEEN';
  readonly type: 'COMPARE_BETWEEN' | 'COMPARE_NOT_BETWEEN';
  readonly input: Expression;
  readonly lower: Expression;
  readonly upper: Expression;
}

export type OperatorType =
  | 'COMPARE_IN'
  | 'COMPARE_NOT_IN'
  | 'OPERATOR_NOT'
  | 'OPERATOR_IS_NULL'
  | 'OPERATOR_IS_NOT_NULL'
  | 'OPERATOR_COALESCE'
  | 'OPERATOR_NULLIF'
  | 'OPERATOR_UNPACK'
  | 'OPERATOR_TRY'
  | 'GROUPING_FUNCTION'
  | 'ARRAY_CONSTRUCTOR'
  | 'ARRAY_EXTRACT'
  | 'ARRAY_SLICE'
  | 'STRUCT_EXTRACT'
  | 'ARROW';

/** What has words or signs of its own in SQL. `+` and LIKE are no operators but functions. */
export interface Operator extends AnyExpression {
  readonly class: 'OPERATOR';
  readonly type: OperatorType;
  readonly children: readonly Expression[];
}

/** A function, an aggregate, or an operator such as `+` and `~~` (LIKE). */
export interface FunctionCall extends AnyExpression {
  readonly class: 'FUNCTION';
  readonly type: 'FUNCTION';
  readonly function_name: string;
  readonly schema: string;
  readonly children: readonly Expression[];
  readonly filter: Expression | null;
  readonly order_bys: OrderModifier;
  readonly distinct: boolean;
  readonly is_operator: boolean;
  readonly export_state: boolean;
  readonly catalog: string;
}

export type WindowType =
  | 'WINDOW_AGGREGATE'
  | 'WINDOW_RANK'
  | 'WINDOW_RANK_DENSE'
  | 'WINDOW_PERCENT_RANK'
  | 'WINDOW_CUME_DIST'
  | 'WINDOW_NTILE'
  | 'WINDOW_ROW_NUMBER'
  | 'WINDOW_FIRST_VALUE'
  | 'WINDOW_LAST_VALUE'
  | 'WINDOW_NTH_VALUE'
  | 'WINDOW_LEAD'
  | 'WINDOW_LAG'
  | 'WINDOW_FILL';

export type WindowBoundary =
  | 'UNBOUNDED_PRECEDING'
  | 'UNBOUNDED_FOLLOWING'
  | `CURRENT_ROW_${FrameUnit}`
  | `EXPR_${'PRECEDING' | 'FOLLOWING'}_${FrameUnit}`;

type FrameUnit = 'ROWS' | 'RANGE' | 'GROUPS';

/** A function with OVER. */
export interface WindowCall extends AnyExpression {
  readonly class: 'WINDOW';
  readonly type: WindowType;
  readonly function_name: string;
  readonly children: readonly Expression[];
  readonly partitions: readonly Expression[];
  readonly orders: readonly SortKey[];
  readonly start: WindowBoundary;
  readonly end: WindowBoundary;
  readonly start_expr: Expression | null;
  readonly end_expr: Expression | null;
  readonly filter_expr: Expression | null;
  readonly distinct: boolean;
}

export interface Case extends AnyExpression {
  readonly class: 'CASE';
  readonly type: 'CASE_EXPR';
  readonly case_checks: readonly CaseCheck[];
  /** NULL where the query has no ELSE. */
  readonly else_expr: Expression;
}

export interface CaseCheck {
  readonly when_expr: Expression;
  readonly then_expr: Expression;
}

export interface Cast extends AnyExpression {
  readonly class: 'CAST';
  readonly type: 'OPERATOR_CAST';
  readonly child: Expression;
  readonly cast_type: LogicalType;
  readonly try_cast: boolean;
}

export interface SubqueryExpression extends AnyExpression {
  readonly class: 'SUBQUERY';
  readonly type: 'SUBQUERY';
  /** `ANY` is IN too, with what is looked for as `child`. */
  readonly subquery_type: 'SCALAR' | 'EXISTS' | 'NOT_EXISTS' | 'ANY';
  readonly subquery: StatementNode;
  readonly child: Expression | null;
  readonly comparison_type: string;
}

export interface Star extends AnyExpression {
  readonly class: 'STAR';
  readonly type: 'STAR';
  /** The table of `trees.*`; empty for `*`. */
  readonly relation_name: string;
  readonly exclude_list: readonly string[];
  readonly qualified_exclude_list: readonly unknown[];
  readonly replace_list: readonly unknown[];
  /** Whether it is COLUMNS(…). */
  readonly columns: boolean;
  readonly expr: Expression | null;
}

/** An expression that nobody here looks into. */
export interface OtherExpression extends AnyExpression {
  readonly class:
    'COLLATE' | 'DEFAULT' | 'LAMBDA' | 'LAMBDA_REF' | 'PARAMETER' | 'POSITIONAL_REFERENCE' | 'TYPE';
  readonly type:
    | 'COLLATE'
    | 'VALUE_DEFAULT'
    | 'LAMBDA'
    | 'LAMBDA_REF'
    | 'VALUE_PARAMETER'
    | 'POSITIONAL_REFERENCE'
    | 'TYPE';
}
