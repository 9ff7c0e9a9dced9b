import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { toKey } from '../candidates/keep-lawful-rows.ts';
import { placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import type { WitnessTableShape, Row } from '../witness.ts';

/** Rows of a table that no model answer reads: enough for a partner that is missing and for several of one row. */
const fewRows = 6;

/** Real rows of tables that the model answer does not read, by table. */
export async function readTemplates(
  database: Database,
  models: readonly TableModel[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const templates = new Map<string, readonly Row[]>();
  for (const { shape } of models) {
    const columns = shape.columns.map(({ name }) => `${toQuotedName(name)}::VARCHAR`).join(', ');
    const { rows } = await database.query(
      `SELECT ${columns} FROM main.${toQuotedName(shape.name)} ORDER BY hash(rowid) LIMIT ${fewRows * 2}`,
    );
    templates.set(shape.name, rows as readonly Row[]);
  }
  return templates;
}

/**
 * A few rows of the tables that the model answer does not read, linked with those that it does: a parent with several children,
 * with one and with none, and missing values where `gaps` asks for them. Some may be unlawful by a rule in SQL.
 *
 * @param rows - Of the tables that the model answer reads.
 * @param templates - Real rows to change, by table.
 */
export function addOtherTables(
  rows: Rows,
  { read, others }: { read: readonly TableModel[]; others: readonly TableModel[] },
  templates: ReadonlyMap<string, readonly Row[]>,
  gaps: boolean,
): Rows {
  const filled = new Map(rows);
  for (const model of parentsFirst(others)) {
    const real = templates.get(model.shape.name) ?? [];
    const parents = toNeededParents(model, real, read, rows);
    const free = real.slice(0, parents.length > 0 ? 2 : fewRows);
    const own = free.flatMap((row, index) => {
      const linked = linkRow(model, row, index, filled, [...read, ...others]);
      return linked ? [gaps && index % 3 === 2 ? withGaps(model, linked) : linked] : [];
    });
    filled.set(model.shape.name, [...parents, ...own]);
  }
  return filled;
}

function parentsFirst(models: readonly TableModel[]): TableModel[] {
  const sorted: TableModel[] = [];
  let left = [...models];
  while (left.length > 0) {
    const waits = ({ shape }: TableModel) =>
      shape.foreignKeys.some(
        ({ references }) =>
          references.table !== shape.name && left.some((other) => other.shape.name === references.table),
      );
    const ready = left.filter((model) => !waits(model));
    // Tables that refer to each other stand in any order.
    const next = ready.length > 0 ? ready : left;
    sorted.push(...next);
    left = left.filter((model) => !next.includes(model));
  }
  return sorted;
}

/** The parents that rows of the read tables ask for, real ones where there are some. */
function toNeededParents(
  model: TableModel,
  real: readonly Row[],
  read: readonly TableModel[],
  rows: Rows,
): Row[] {
  const parents = new Map<string, Row>();
  for (const child of read) {
    for (const { columns, references } of child.shape.foreignKeys) {
      if (references.table !== model.shape.name) continue;
      const own = columns.map((column) => placeOf(child, column));
      const theirs = references.columns.map((column) => placeOf(model, column));
      for (const [index, row] of (rows.get(child.shape.name) ?? []).entries()) {
        const key = toKey(row, own);
        const template = real[index % real.length];
        if (key === undefined || parents.has(key) || !template) continue;
        parents.set(
          key,
          put(
            template,
            theirs,
            own.map((place) => row[place] ?? null),
          ),
        );
      }
    }
  }
  return [...parents.values()];
}

/** The parent that each child gets: the first has several, some have one, the rest have none. */
const parentOf = [0, 0, 1, 3, 0, 4];

function linkRow(
  { shape }: TableModel,
  template: Row,
  index: number,
  rows: Rows,
  models: readonly TableModel[],
): Row | undefined {
  let row = template;
  for (const { columns, references, rules } of shape.foreignKeys) {
    const own = columns.map((column) => placeOf({ shape }, column));
    const parent = models.find((model) => model.shape.name === references.table);
    if (!parent) continue;
    if (parent.shape.name === shape.name) {
      if (own.every((place) => shape.columns[place]?.nullable))
        row = put(
          row,
          own,
          own.map(() => null),
        );
      continue;
    }
    const theirs = references.columns.map((column) => placeOf(parent, column));
    // A parent whose key has a gap can have no children.
    const list = (rows.get(references.table) ?? []).filter((each) => toKey(each, theirs) !== undefined);
    const chosen = list[(parentOf[index] ?? index) % Math.max(1, list.length)];
    if (!chosen) return undefined;
    row = put(
      row,
      own,
      theirs.map((place) => chosen[place] ?? null),
    );
    // A rule over a foreign key mostly says that figures of the parent are repeated.
    if (rules?.length && index % 2 === 0) row = repeatParent(row, shape, chosen, parent);
  }
  return row;
}

function repeatParent(row: Row, shape: WitnessTableShape, chosen: Row, parent: TableModel): Row {
  return row.map((value, place) => {
    const name = shape.columns[place]?.name;
    const theirs = parent.shape.columns.findIndex((column) => column.name === name);
    return theirs < 0 ? value : (chosen[theirs] ?? null);
  });
}

function withGaps({ shape }: TableModel, row: Row): Row {
  const linked = shape.foreignKeys.flatMap(({ columns }) => columns);
  return row.map((value, place) => {
    const column = shape.columns[place];
    return column?.nullable && !linked.includes(column.name) && place % 2 === 0 ? null : value;
  });
}

function put(row: Row, places: readonly number[], values: Row): Row {
  return row.map((value, place) => {
    const index = places.indexOf(place);
    return index < 0 ? value : (values[index] ?? null);
  });
}
