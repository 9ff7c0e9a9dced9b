import { printQuery } from '#src/syntax/parse-query.ts';
import { holdsAggregate } from '#src/syntax/scope/scope.ts';
import { cteMap } from '#src/syntax/build-tree.ts';
import { isWindow, namesOf } from '#src/syntax/node-kinds.ts';
import type { Expression, SelectNode, WindowCall } from '#src/syntax/syntax-tree.ts';
import { walk } from '#src/syntax/walk-tree.ts';
import type { Database } from '#src/results/database.ts';
import { literalOf } from '../facts/column-names.ts';
import type { SampleRow } from './sample-row.ts';
import type { SelectFacts } from '../facts/query-facts.ts';
import { toRowIdList, toRowIds } from './row-id-query.ts';

/** By what a SELECT puts rows together: the keys of GROUP BY, or the parts and the order of a window. */
interface Grouping {
  readonly keys: readonly Expression[];
  readonly order: readonly Expression[];
  /** Whether HAVING or QUALIFY lets only some of them through. */
  readonly isCut: boolean;
  readonly isWindow: boolean;
}

/**
 * Whole groups of real rows: those that pass HAVING, the parts of a window with the rows that pass QUALIFY among their
 * neighbours. The smallest come first, since a small group is complete in a few rows.
 *
 * @param least - Rows that a part should have so that a rank can cut it.
 * @param most - Rows to take of one group.
 */
export async function readGroups(
  database: Database,
  select: SelectFacts,
  least: number,
  most: number,
): Promise<SampleRow[][]> {
  const found: SampleRow[][] = [];
  for (const grouping of groupingsOf(select.node)) {
    const sql = await toGroupQuery(database, select, grouping, least, most);
    if (sql === undefined) continue;
    try {
      const { rows } = await database.query(sql);
      const groups = new Map<number, SampleRow[]>();
      for (const [group, ...ids] of rows) {
        const sampleRow = select.tables.flatMap(({ table }, index) => {
          const id = ids[index];
          return typeof id === 'number' ? [{ table, id }] : [];
        });
        groups.set(Number(group), [...(groups.get(Number(group)) ?? []), sampleRow]);
      }
      found.push(...groups.values());
    } catch {
      // A key that leans on a query around it cannot be read alone. Plain samples serve.
    }
  }
  return found;
}

function groupingsOf(select: SelectNode): Grouping[] {
  const { select_list: list, having, qualify } = select;
  const isAll = select.aggregate_handling === 'FORCE_AGGREGATES';
  const keys = isAll
    ? list.filter((item) => !holdsAggregate(item))
    : select.group_expressions.map((key) => toExpression(key, list));
  if (keys.length > 0) return [{ keys, order: [], isCut: having !== null, isWindow: false }];
  const groupings = windowsIn(select).map(({ partitions, orders }) => ({
    keys: partitions.map((key) => toExpression(key, list)),
    order: orders.map(({ expression }) => expression),
    isCut: qualify !== null,
    isWindow: true,
  }));
  const distinct = new Map(
    groupings.map((grouping) => [
      JSON.stringify(grouping, (key, value: unknown) => (key === 'query_location' ? 0 : value)),
      grouping,
    ]),
  );
  return [...distinct.values()].slice(0, 2);
}

/** The windows of a SELECT list and of QUALIFY. */
export function windowsIn({ select_list, qualify }: SelectNode): WindowCall[] {
  return [...select_list, ...(qualify ? [qualify] : [])]
    .flatMap((item) => [...walk(item)].map(({ node }) => node))
    .filter(isWindow);
}

/** What a key stands for: an item of the SELECT list by its number or its alias, or itself. */
export function toExpression(key: Expression, list: readonly Expression[]): Expression {
  const place = literalOf(key)?.number;
  const [alias, ...others] = namesOf(key);
  const named = others.length === 0 ? list.find((item) => item.alias.toLowerCase() === alias) : undefined;
  return (place === undefined ? named : list[place - 1]) ?? key;
}

async function toGroupQuery(
  database: Database,
  select: SelectFacts,
  { keys, order, isCut, isWindow }: Grouping,
  least: number,
  most: number,
): Promise<string | undefined> {
  const ids = toRowIdList(select);
  const bare = (items: readonly Expression[]) => items.map((item) => ({ ...item, alias: '' }));
  const joined = await printQuery(
    database,
    toRowIds(select, { select_list: [...ids, ...bare(keys), ...bare(order)] }),
  );
  const passing = await printQuery(database, {
    ...select.node,
    cte_map: cteMap(select.ctes),
    modifiers: [],
    select_list: [
      ...select.node.select_list,
      ...keys.map((key, index) => ({ ...key, alias: `witness_k${index}` })),
      ...(isWindow ? ids.map((id, index) => ({ ...id, alias: `witness_r${index}` })) : []),
    ],
  });
  if (joined === undefined || (isCut && passing === undefined)) return undefined;
  const named = (letter: string, items: readonly unknown[]) => items.map((_, index) => `${letter}${index}`);
  const [r, k, o] = [named('r', ids), named('k', keys), named('o', order)];
  const keyList = k.length > 0 ? k.join(', ') : '1';
  const same = (names: readonly string[]) =>
    names.map((name) => `j.${name} IS NOT DISTINCT FROM p.witness_${name}`).join(' AND ') || 'true';
  const hit = !isCut ? 'true' : `EXISTS (SELECT 1 FROM passing p WHERE ${same(isWindow ? [...k, ...r] : k)})`;
  const groupBy = k.length > 0 ? `GROUP BY ${k.join(', ')}` : '';
  const isSame = k.map((name) => `h.${name} IS NOT DISTINCT FROM c.${name}`).join(' AND ') || 'true';
  const sorted = [...o, ...r.map((name) => `hash(${name})`)].join(', ');
  return `WITH joined(${[...r, ...k, ...o].join(', ')}) AS (${joined}),
    ${isCut ? `passing AS MATERIALIZED (SELECT ${(isWindow ? [...k, ...r] : k).map((name) => `witness_${name}`).join(', ')} FROM (${passing ?? ''})),` : ''}
    hits AS MATERIALIZED (SELECT *, ${hit} AS hit FROM joined j),
    counts AS (SELECT ${[...k, ''].join(', ')}count(*) AS n FROM hits ${groupBy} HAVING bool_or(hit)),
    ranked AS (SELECT *, row_number() OVER (ORDER BY n < ${least}, n, hash(${keyList})) AS small, row_number() OVER (ORDER BY hash(${keyList})) AS some FROM counts),
    numbered AS (SELECT h.*, c.n, c.small, row_number() OVER (PARTITION BY c.small ORDER BY ${sorted}) AS place
      FROM hits h JOIN ranked c ON ${isSame} WHERE c.small <= 8 OR c.some <= 6),
    placed AS (SELECT *, min(place) FILTER (hit) OVER (PARTITION BY small) AS first FROM numbered)
    SELECT small::INT, ${r.join(', ')} FROM placed
    WHERE place > greatest(0, least(${isWindow && isCut ? `first - ${Math.ceil(most / 2)}` : 'hash(small) % n'}, n - ${most})) QUALIFY row_number() OVER (PARTITION BY small ORDER BY place) <= ${most}
    ORDER BY small, place`;
}
