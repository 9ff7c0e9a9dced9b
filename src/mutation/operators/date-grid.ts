import { columnOf, type Scope, type ScopeTable } from '#src/syntax/scope/scope.ts';
import { rulesOf } from '#src/syntax/scope/table-rules.ts';
import type { ComparisonType, Expression, Operator } from '#src/syntax/syntax-tree.ts';
import type { Visit } from '#src/syntax/walk-tree.ts';

/** A literal that is compared with a column: which column, by which comparison, and where the literal stands. */
export interface ComparedLiteral {
  readonly compared: ScopeTable & { readonly column: { readonly name: string; readonly type: string } };
  /** The comparison as if the column stood on the left: `COMPARE_GREATERTHAN`; that of its end for BETWEEN. */
  readonly type: ComparisonType | Operator['type'];
}

const mirrored: Partial<Record<ComparisonType, ComparisonType>> = {
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHAN',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHANOREQUALTO',
};

/** What a literal is compared with; `DATE '2020-01-01'` is a literal in a cast. */
export function toComparedLiteral({ node, ancestors }: Visit, scope: Scope): ComparedLiteral | undefined {
  const isCast = ancestors.at(-1)?.class === 'CAST';
  const literal = (isCast ? ancestors.at(-1) : node) ?? node;
  const holder = ancestors.at(isCast ? -2 : -1);
  const against = (column: Expression | undefined, type: ComparedLiteral['type']) => {
    const compared = column && columnOf(column, scope);
    return compared && { compared, type };
  };
  switch (holder?.class) {
    case 'COMPARISON':
      return holder.right === literal
        ? against(holder.left, holder.type)
        : against(holder.right, mirrored[holder.type] ?? holder.type);
    case 'BETWEEN':
      return against(
        holder.input,
        holder.lower === literal ? 'COMPARE_GREATERTHANOREQUALTO' : 'COMPARE_LESSTHANOREQUALTO',
      );
    case 'OPERATOR':
      return ['COMPARE_IN', 'COMPARE_NOT_IN'].includes(holder.type)
        ? against(holder.children[0], holder.type)
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the table's rules keep a day out of the column: months are often given as their first or last day. */
export function isOffGrid(date: string, { table, column }: ComparedLiteral['compared']): boolean {
  if (column.type !== 'DATE') return false;
  const rules = rulesOf(table);
  const name = column.name.toLowerCase();
  if (rules.includes(`day(${name}) = 1`)) return !date.endsWith('-01');
  return rules.includes(`${name} = last_day(${name})`) && !shiftDay(date, 1).endsWith('-01');
}

/** Whether no day that the rules allow tells the literal from the day beside it. */
export function isSameOnGrid(date: string, moved: string, { compared, type }: ComparedLiteral): boolean {
  const [early, late] = date < moved ? [date, moved] : [moved, date];
  switch (type) {
    case 'COMPARE_GREATERTHANOREQUALTO':
    case 'COMPARE_LESSTHAN':
      return isOffGrid(early, compared);
    case 'COMPARE_GREATERTHAN':
    case 'COMPARE_LESSTHANOREQUALTO':
      return isOffGrid(late, compared);
    default:
      return isOffGrid(early, compared) && isOffGrid(late, compared);
  }
}

export function isDateText(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

export function shiftDay(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
