import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { printQuery } from '#src/syntax/parse-query.ts';
import { allOf } from '#src/syntax/build-tree.ts';
import type { SelectNode } from '#src/syntax/syntax-tree.ts';
import type { Database } from '#src/results/database.ts';
import type { ColumnName } from '../facts/column-names.ts';
import { readGapSamples } from './gap-samples.ts';
import { readGroups } from './group-samples.ts';
import type { Link } from '../facts/join-links.ts';
import { mostRows, type QueryFacts, type SelectFacts } from '../facts/query-facts.ts';
import { readColumnComparison } from './read-column-comparison.ts';
import { fromTable, readSamples, readSampleRows } from './read-samples.ts';
import type { SampleRow } from './sample-row.ts';
import { toRefused, toRowIds, withOuterJoins } from './row-id-query.ts';
import { isNumberType } from '#src/results/number-type.ts';
import type { Row, WitnessTableShape } from '../witness.ts';

export interface Stratum {
  /**
   * `match` meets the conditions of a SELECT, `near` all but one or two of them, `alone` has no partner in a join, `linked` has
   * one, `gap` meets them with a gap in a column of the query and `aside` in another one, `edge` holds a value at a literal
   * or a gap, `any` is a plain sample. `group` has whole groups that pass HAVING or QUALIFY.
   */
  readonly kind: 'match' | 'group' | 'near' | 'alone' | 'linked' | 'gap' | 'aside' | 'edge' | 'any';
  readonly select: SelectFacts | undefined;
  readonly samples: readonly SampleRow[];
  readonly groups?: readonly (readonly SampleRow[])[];
}

/** Real rows that a witness may be made of. */
export interface Samples {
  readonly strata: readonly Stratum[];
  /** Rows by table and row id, every value as text. Holds the parents of each row too. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<number, Row>>;
  /** For a column that is compared with others of its row, the value of each real row at which the two are equal. */
  readonly columnComparisons: readonly (ColumnName & { readonly values: ReadonlyMap<Row, number> })[];
}

/** Picks the real rows that matter to a query, with DuckDB's own evaluation of its conditions. */
export async function gatherSamples(
  database: Database,
  facts: QueryFacts,
  shapes: readonly WitnessTableShape[],
): Promise<Samples> {
  const strata: Stratum[] = [];
  for (const select of facts.selects) strata.push(...(await selectStrata(database, facts, select, shapes)));
  for (const link of facts.links) strata.push(...(await linkStrata(database, link, strata)));
  for (const table of facts.tables) {
    const shape = shapes.find(({ name }) => name === table);
    if (shape) strata.push(...(await tableStrata(database, facts, shape)));
  }
  const rows = await readSampleRows(
    database,
    strata.flatMap(({ samples }) => samples),
    shapes.filter(({ name }) => facts.tables.includes(name)),
  );
  const columnComparisons: Samples['columnComparisons'][number][] = [];
  for (const columnComparison of facts.columnComparisons) {
    const { table, column } = columnComparison;
    const type = shapes.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.type;
    const values = await readColumnComparison(
      database,
      columnComparison,
      rows.get(table) ?? new Map<number, Row>(),
      type ?? '',
    );
    columnComparisons.push({ table, column, values });
  }
  return { strata: strata.filter(({ samples }) => samples.length > 0), rows, columnComparisons };
}

function stratum(
  kind: Stratum['kind'],
  select: SelectFacts | undefined,
  samples: readonly SampleRow[],
): Stratum {
  return { kind, select, samples };
}

/** Rows of a group that are taken at most, but for a limit on their number. */
const mostOfGroup = 24;

async function selectStrata(
  database: Database,
  facts: QueryFacts,
  select: SelectFacts,
  shapes: readonly WitnessTableShape[],
): Promise<Stratum[]> {
  const { where_clause: where, from_table } = select.node;
  const tables = select.tables.map(({ table }) => table);
  const read = async (kind: Stratum['kind'], edit: Partial<SelectNode>, limit: number) => {
    const sql = await printQuery(database, toRowIds(select, edit));
    const samples = sql === undefined ? [] : await readSamples(database, sql, tables, limit);
    return stratum(kind, select, samples);
  };
  const strata = [await read('match', { where_clause: where }, 250)];
  const rowLimits = facts.thresholds.flatMap((limit) =>
    limit.select === select.node && limit.aggregate.startsWith('count') && limit.value <= mostRows
      ? [limit.value + 2]
      : [],
  );
  const least = Math.max(2, ...facts.cuts.filter((cut) => cut < mostOfGroup).map((cut) => cut + 2));
  const groups = await readGroups(database, select, least, Math.max(mostOfGroup, ...rowLimits));
  strata.push({ ...stratum('group', select, groups.flat()), groups });
  const { used, aside } = await readGapSamples(database, facts, select, shapes);
  strata.push(stratum('gap', select, used), stratum('aside', select, aside));
  const conditions = where?.type === 'CONJUNCTION_AND' ? where.children : where ? [where] : [];
  for (const [index] of conditions.entries()) {
    const edited = conditions.map((condition, other) => (other === index ? toRefused(condition) : condition));
    strata.push(await read('near', { where_clause: allOf(edited) }, 40));
  }
  if (tables.length > 1) {
    const all = await read('alone', { where_clause: null, from_table: withOuterJoins(from_table) }, 600);
    strata.push({
      ...all,
      samples: all.samples.filter((sampleRow) => sampleRow.length < tables.length).slice(0, 60),
    });
  }
  return strata;
}

/** Pairs of rows that are linked: of rows that a SELECT matches first, and of any. */
async function linkStrata(database: Database, link: Link, strata: readonly Stratum[]): Promise<Stratum[]> {
  const [left, right] = [link[0]?.[0].table, link[0]?.[1].table];
  if (left === undefined || right === undefined) return [];
  const on = link
    .map(([a, b]) => `a.${toQuotedName(a.column)} = b.${toQuotedName(b.column)}`)
    .concat(left === right ? ['a.rowid <> b.rowid'] : [])
    .join(' AND ');
  const pairs = `SELECT a.rowid, b.rowid FROM ${fromTable(left)} a JOIN ${fromTable(right)} b ON ${on}`;
  const matched = (table: string) => {
    const samples = strata.filter(({ kind }) => kind === 'match').flatMap((found) => found.samples);
    const ids = samples.flat().flatMap((part) => (part.table === table ? [part.id] : []));
    return `(${[...new Set([-1, ...ids])].join(', ')})`;
  };
  const wanted = [
    `${pairs} WHERE a.rowid IN ${matched(left)} AND b.rowid IN ${matched(right)}`,
    ...(left === right
      ? []
      : [`${pairs} WHERE a.rowid IN ${matched(left)}`, `${pairs} WHERE b.rowid IN ${matched(right)}`, pairs]),
  ];
  const found: Stratum[] = [];
  for (const sql of wanted)
    found.push(stratum('linked', undefined, await readSamples(database, sql, [left, right], 80)));
  return found;
}

async function tableStrata(
  database: Database,
  facts: QueryFacts,
  shape: WitnessTableShape,
): Promise<Stratum[]> {
  const table = fromTable(shape.name);
  const isHere = ({ table: name }: ColumnName) => name === shape.name;
  const typeOf = (column: string) => shape.columns.find(({ name }) => name === column)?.type ?? '';
  const edges = facts.literals.filter(isHere).flatMap(({ column, literal, isPattern }) => {
    const name = toQuotedName(column);
    if (isNumberType(typeOf(column))) {
      return literal.number === undefined
        ? []
        : [
            `SELECT rowid FROM ${table} WHERE ${name} IS NOT NULL ORDER BY abs(${name} - ${literal.number}), hash(rowid) LIMIT 8`,
          ];
    }
    if (typeOf(column) === 'DATE') {
      const days = `abs(date_diff('day', ${name}, TRY_CAST(${toQuotedText(literal.text)} AS DATE)))`;
      return [`SELECT rowid FROM ${table} WHERE ${name} IS NOT NULL ORDER BY ${days}, hash(rowid) LIMIT 12`];
    }
    if (typeOf(column) !== 'VARCHAR') return [];
    const core = toQuotedText(`%${literal.text.replaceAll('%', '')}%`);
    const test = isPattern
      ? `${name} ILIKE ${core}`
      : `lower(${name}) = lower(${toQuotedText(literal.text)})`;
    return [`SELECT rowid FROM ${table} WHERE ${test} ORDER BY hash(rowid) LIMIT 8`];
  });
  const gaps = facts.used
    .filter(isHere)
    .map(({ column }) => toQuotedName(column))
    .map((name) => `SELECT rowid FROM ${table} WHERE ${name} IS NULL ORDER BY hash(rowid) LIMIT 5`);
  const strata: Stratum[] = [];
  for (const sql of [...edges, ...gaps]) {
    strata.push(stratum('edge', undefined, await readSamples(database, sql, [shape.name], 12)));
  }
  const any = await readSamples(database, `SELECT rowid FROM ${table}`, [shape.name], 80);
  return [...strata, stratum('any', undefined, any)];
}
