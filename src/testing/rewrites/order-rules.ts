import { isNumberType } from '#src/results/number-type.ts';
import { clauseRule, namesBack, shortNames, toItems, toOrder, toPositions, toSelect } from './clauses.ts';
import { rewriteTablesIn, type RewriteRule } from './rewrite-rule.ts';

/** Sorting and limits in other words, and any order of the rows where the order leaves a choice. */
export const orderRules: readonly RewriteRule[] = [
  clauseRule('order-by-position', (clauses) =>
    clauses.order.length > 0
      ? toSelectOrUndefined(toPositions(clauses), (order) => toSelect(clauses, { order }))
      : undefined,
  ),
  clauseRule('order-by-expression', (clauses) =>
    clauses.order.length > 0
      ? toSelect(clauses, { order: toOrder(clauses, ({ expression }) => expression) })
      : undefined,
  ),
  clauseRule('order-by-new-name', (clauses, { keepsNames }) =>
    clauses.order.length > 0 && !keepsNames && toPositions(clauses) !== undefined
      ? toSelect(clauses, {
          select: `${clauses.distinct ? 'DISTINCT ' : ''}${toItems(clauses, shortNames(clauses))}`,
          order: toOrder(clauses, ({ position }) => `_${position}`),
        })
      : undefined,
  ),
  clauseRule('order-with-nulls-named', (clauses) =>
    clauses.order.length > 0 && clauses.order.every(({ direction }) => !direction.includes('NULLS'))
      ? toSelect(clauses, {
          order: clauses.order
            .map(({ text, direction }) => `${text}${direction || ' ASC'} NULLS LAST`)
            .join(', '),
        })
      : undefined,
  ),
  clauseRule('order-by-negative', (clauses, { tables }) => {
    const columns = rewriteTablesIn(clauses.select.from_table, tables).flatMap(({ table }) => table.columns);
    const isNumeric = ({ expression }: { expression: string }) =>
      columns.some(({ name, type }) => name === expression && isNumberType(type));
    const plain = clauses.order.every(
      (key) => isNumeric(key) && (key.direction === '' || key.direction === ' DESC'),
    );
    if (clauses.order.length === 0 || !plain || clauses.distinct) return undefined;
    const order = clauses.order.map(
      ({ expression, direction }) => `-${expression}${direction === '' ? ' DESC' : ''}`,
    );
    return toSelect(clauses, { order: order.join(', ') });
  }),
  clauseRule('order-on-the-outside', (clauses) => {
    const order = toPositions(clauses);
    if (!order) return undefined;
    return `SELECT * FROM (${toSelect(clauses, { order })}) AS answer ORDER BY ${order}`;
  }),
  clauseRule('ties-broken', (clauses) => {
    const order = toPositions(clauses);
    if (!order || clauses.distinct) return undefined;
    const others = clauses.items.map((_item, index) => index + 1);
    return [
      toSelect(clauses, { order: `${order}, ${others.join(', ')}` }),
      toSelect(clauses, { order: `${order}, ${others.map((position) => `${position} DESC`).join(', ')}` }),
    ];
  }),
  clauseRule('ties-shuffled', (clauses) => {
    const order = toPositions(clauses);
    if (!order || clauses.distinct) return undefined;
    return [11, 12].map((seed) => {
      const inner = toSelect(clauses, { order: null, limit: null });
      const limit = clauses.limit === undefined ? '' : ` LIMIT ${clauses.limit}`;
      return `SELECT * FROM (${inner}) AS answer ORDER BY ${order}, hash(answer, ${seed})${limit}`;
    });
  }),
  {
    name: 'rows-shuffled',
    async apply({ sql, keepsOrder }) {
      return keepsOrder
        ? []
        : [21, 22, 23].map((seed) => `SELECT * FROM (${sql}\n) AS answer ORDER BY hash(answer, ${seed})`);
    },
  },
  clauseRule('rows-sorted', (clauses, { keepsOrder }) =>
    keepsOrder || clauses.limit !== undefined
      ? undefined
      : [toSelect(clauses, { order: '1' }), toSelect(clauses, { order: '1 DESC NULLS FIRST' })],
  ),
  clauseRule('limit-by-row-number', (clauses) => {
    const { limit } = clauses;
    if (limit === undefined || clauses.order.length === 0 || clauses.distinct) return undefined;
    const window = `row_number() OVER (ORDER BY ${toOrder(clauses, ({ expression }) => expression)})`;
    const inner = toSelect(clauses, {
      select: `${toItems(clauses, shortNames(clauses))}, ${window} AS _place`,
      order: null,
      limit: null,
    });
    return `SELECT ${namesBack(clauses)} FROM (${inner}) AS ranked WHERE _place <= ${limit} ORDER BY _place`;
  }),
  clauseRule('limit-by-qualify', (clauses) => {
    const { limit } = clauses;
    const order = toPositions(clauses);
    if (limit === undefined || !order || clauses.distinct) return undefined;
    const window = `row_number() OVER (ORDER BY ${toOrder(clauses, ({ expression }) => expression)})`;
    const inner = toSelect(clauses, { order: null, limit: null });
    return `${inner} QUALIFY ${window} <= ${limit} ORDER BY ${order}`;
  }),
  clauseRule('limit-as-fetch', (clauses) =>
    clauses.limit === undefined
      ? undefined
      : `${toSelect(clauses, { limit: null })} FETCH FIRST ${clauses.limit} ROWS ONLY`,
  ),
  clauseRule('limit-with-offset', (clauses) =>
    clauses.limit === undefined ? undefined : toSelect(clauses, { limit: `${clauses.limit} OFFSET 0` }),
  ),
];

function toSelectOrUndefined(
  order: string | undefined,
  write: (order: string) => string,
): string | undefined {
  return order === undefined ? undefined : write(order);
}
