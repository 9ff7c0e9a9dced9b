import { toQuotedName, toQuotedText } from '#src/datasets/table-sql.ts';
import { printQuery } from '#src/syntax/parse-query.ts';
import { nodeIn, nodesIn, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import type { Database } from '#src/results/database.ts';
import type { ColumnName } from './column-names.ts';
import type { QueryFacts, SelectFacts } from './query-facts.ts';
import { toConjunction, toRefused, toRowIds, withOuterJoins } from './row-id-query.ts';
import { isNumberType, type Row } from './table-facts.ts';
import type { WitnessTableShape } from './witness.ts';

/** Real rows that stand together: those of one joined row, or a single row. */
export type Donor = readonly { readonly table: string; readonly id: number }[];

export interface Stratum {
  /**
   * `match` meets the conditions of a SELECT, `near` all but one or two of them, `alone` has no partner in a join, `linked` has
   * one, `edge` holds a value at a literal or a gap, `any` is a plain sample.
   */
  readonly kind: 'match' | 'near' | 'alone' | 'linked' | 'edge' | 'any';
  readonly select: SelectFacts | undefined;
  readonly donors: readonly Donor[];
}

/** Real rows that a witness may be made of. */
export interface Donors {
  readonly strata: readonly Stratum[];
  /** Rows by table and row id, every value as text. Holds the parents of each row too. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<number, Row>>;
}

/** Picks the real rows that matter to a query, with DuckDB's own evaluation of its conditions. */
export async function gatherDonors(
  database: Database,
  facts: QueryFacts,
  shapes: readonly WitnessTableShape[],
): Promise<Donors> {
  const strata: Stratum[] = [];
  for (const select of facts.selects) strata.push(...(await selectStrata(database, select)));
  for (const [a, b] of facts.links) {
    if (a.table === b.table) continue;
    const sql = `SELECT a.rowid, b.rowid FROM ${from(a.table)} a JOIN ${from(b.table)} b ON a.${toQuotedName(a.column)} = b.${toQuotedName(b.column)}`;
    strata.push(stratum('linked', undefined, await readDonors(database, sql, [a.table, b.table], 80)));
  }
  for (const table of facts.tables) {
    const shape = shapes.find(({ name }) => name === table);
    if (shape) strata.push(...(await tableStrata(database, facts, shape)));
  }
  return {
    strata: strata.filter(({ donors }) => donors.length > 0),
    rows: await readRows(
      database,
      strata,
      shapes.filter(({ name }) => facts.tables.includes(name)),
    ),
  };
}

const from = (table: string) => `main.${toQuotedName(table)}`;

function stratum(kind: Stratum['kind'], select: SelectFacts | undefined, donors: readonly Donor[]): Stratum {
  return { kind, select, donors };
}

async function selectStrata(database: Database, select: SelectFacts): Promise<Stratum[]> {
  const where = nodeIn(select.node, 'where_clause');
  const tables = select.tables.map(({ table }) => table);
  const read = async (kind: Stratum['kind'], edit: SyntaxNode, limit: number) => {
    const sql = await printQuery(database, toRowIds(select, edit));
    const donors = sql === undefined ? [] : await readDonors(database, sql, tables, limit);
    return stratum(kind, select, donors);
  };
  const strata = [await read('match', { where_clause: where ?? null }, 250)];
  const conditions =
    where?.['type'] === 'CONJUNCTION_AND' ? nodesIn(where, 'children') : where ? [where] : [];
  for (const [index] of conditions.entries()) {
    const edited = conditions.map((condition, other) => (other === index ? toRefused(condition) : condition));
    strata.push(await read('near', { where_clause: toConjunction(edited) }, 40));
  }
  if (tables.length > 1) {
    const outer = withOuterJoins(nodeIn(select.node, 'from_table'));
    const all = await read('alone', { where_clause: null, from_table: outer ?? null }, 600);
    strata.push({ ...all, donors: all.donors.filter((donor) => donor.length < tables.length).slice(0, 60) });
  }
  return strata;
}

async function tableStrata(
  database: Database,
  facts: QueryFacts,
  shape: WitnessTableShape,
): Promise<Stratum[]> {
  const table = from(shape.name);
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
    strata.push(stratum('edge', undefined, await readDonors(database, sql, [shape.name], 12)));
  }
  const any = await readDonors(database, `SELECT rowid FROM ${table}`, [shape.name], 80);
  return [...strata, stratum('any', undefined, any)];
}

async function readDonors(
  database: Database,
  sql: string,
  tables: readonly string[],
  limit: number,
): Promise<Donor[]> {
  const ids = tables.map((_, index) => `r${index}`).join(', ');
  try {
    const { rows } = await database.query(
      `SELECT * FROM (${sql}) AS donors(${ids}) ORDER BY hash(${ids}), ${ids} LIMIT ${limit}`,
    );
    return rows.map((row) =>
      tables.flatMap((table, index) => {
        const id = row[index];
        return typeof id === 'number' ? [{ table, id }] : [];
      }),
    );
  } catch {
    // A subquery that leans on the one around it cannot run alone. Its tables still give plain samples.
    return [];
  }
}

async function readRows(
  database: Database,
  strata: readonly Stratum[],
  shapes: readonly WitnessTableShape[],
): Promise<Map<string, Map<number, Row>>> {
  const wanted = new Map<string, Set<number>>(shapes.map(({ name }) => [name, new Set<number>()]));
  for (const { donors } of strata) {
    for (const donor of donors) for (const { table, id } of donor) wanted.get(table)?.add(id);
  }
  await addParents(database, wanted, shapes);
  const rows = new Map<string, Map<number, Row>>();
  for (const shape of shapes) {
    const columns = shape.columns.map(({ name }) => `${toQuotedName(name)}::VARCHAR`).join(', ');
    const ids = [...(wanted.get(shape.name) ?? [])];
    const found =
      ids.length === 0
        ? []
        : (
            await database.query(
              `SELECT rowid, ${columns} FROM ${from(shape.name)} WHERE rowid IN (${ids.join(', ')}) ORDER BY rowid`,
            )
          ).rows;
    rows.set(shape.name, new Map(found.map(([id, ...values]) => [Number(id), values as Row])));
  }
  return rows;
}

/** Row ids of the rows that the wanted ones refer to, and so on upwards. */
async function addParents(
  database: Database,
  wanted: Map<string, Set<number>>,
  shapes: readonly WitnessTableShape[],
): Promise<void> {
  for (let step = 0; step < 4; step++) {
    let added = 0;
    for (const { name, foreignKeys } of shapes) {
      for (const { columns, references } of foreignKeys) {
        const parents = wanted.get(references.table);
        const ids = [...(wanted.get(name) ?? [])];
        if (!parents || ids.length === 0) continue;
        const on = columns.map(
          (column, index) =>
            `c.${toQuotedName(column)} = p.${toQuotedName(references.columns[index] ?? column)}`,
        );
        const { rows } = await database.query(
          `SELECT DISTINCT p.rowid FROM ${from(name)} c JOIN ${from(references.table)} p ON ${on.join(' AND ')} WHERE c.rowid IN (${ids.join(', ')}) ORDER BY 1`,
        );
        for (const [id] of rows) {
          if (!parents.has(Number(id))) added++;
          parents.add(Number(id));
        }
      }
    }
    if (added === 0) return;
  }
}
