import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { QueryFacts } from './query-facts.ts';
import { toBareFacts, toLawfulFacts } from './lawful-facts.ts';
import { learnTableFacts, type TableFacts } from './table-facts.ts';
import { placeOf, type TableModel } from './table-model.ts';
import type { WitnessTableShape } from '../witness.ts';

// Real tables do not change while they are open, and many exercises ask for the same ones.
const learned = new WeakMap<Database, Map<string, Promise<TableFacts>>>();

/** The tables that a query reads. */
export interface Models {
  /** With all that is true of today's rows, so that made-up ones look real. */
  readonly likely: TableModel[];
  /** With what must be true of any rows, and no more. */
  readonly lawful: TableModel[];
}

/** All that is known of the tables a query reads. Facts of a table are found once for each open database. */
export async function createModels(
  database: Database,
  facts: QueryFacts,
  shapes: readonly WitnessTableShape[],
): Promise<Models> {
  const read = shapes.filter(({ name }) => facts.tables.includes(name));
  const echoes = await findEchoes(database, read);
  const models: Models = { likely: [], lawful: [] };
  for (const shape of read) {
    const learned = await factsOf(database, shape);
    const used = facts.used
      .filter(({ table }) => table === shape.name)
      .map(({ column }) => placeOf({ shape }, column));
    const spelt = await findSpelt(database, shape, learned, used);
    const isSpelt = (from: number, to: number) =>
      spelt.some(({ text, column }) => text === from && column === to);
    const toModel = (tableFacts: TableFacts): TableModel => {
      const determined = new Set(
        tableFacts.dependencies.flatMap(([from, to]) => (isSpelt(from, to) ? [] : [to])),
      );
      return {
        shape,
        facts: tableFacts,
        used,
        changeable: tableFacts.measures.filter(
          (column) => !determined.has(column) && !echoes.has(`${shape.name}.${shape.columns[column]?.name}`),
        ),
        spelt,
        primaryKey: shape.primaryKey.map((column) => placeOf({ shape }, column)),
      };
    };
    models.likely.push(toModel(learned));
    models.lawful.push(toModel(toLawfulFacts(shape, learned)));
  }
  return models;
}

/** A table that the query does not read: a witness holds some rows of it all the same. */
export function createBareModel(shape: WitnessTableShape): TableModel {
  return {
    shape,
    facts: toBareFacts(shape),
    used: [],
    changeable: [],
    primaryKey: shape.primaryKey.map((column) => placeOf({ shape }, column)),
  };
}

/**
 * Texts as published that a figure was read from: "31/03/2024" beside the date. The figure hangs on such a text, but where the
 * query does not use the text, both may change.
 */
async function findSpelt(
  database: Database,
  shape: WitnessTableShape,
  { dependencies, measures }: TableFacts,
  used: readonly number[],
): Promise<NonNullable<TableModel['spelt']>> {
  const keys = [...shape.primaryKey, ...shape.foreignKeys.flatMap(({ columns }) => columns)];
  const guesses = dependencies.filter(([from, to]) => {
    const { name = '', type, allowed } = shape.columns[from] ?? {};
    return (
      type === 'VARCHAR' && !allowed && !keys.includes(name) && !used.includes(from) && measures.includes(to)
    );
  });
  const spelt: { column: number; text: number; isDayFirst: boolean }[] = [];
  for (const [text, column] of guesses) {
    const [said, figure] = [text, column].map((place) => toQuotedName(shape.columns[place]?.name ?? ''));
    const isDate = shape.columns[column]?.type === 'DATE';
    const dayFirst = isDate ? `bool_and(strftime(${figure}, '%d/%m/%Y') = ${said})` : 'false';
    const { rows } = await database.query(
      `SELECT bool_and(${figure}::VARCHAR = ${said}), ${dayFirst} FROM main.${toQuotedName(shape.name)} WHERE ${figure} IS NOT NULL`,
    );
    const [isPlain, isDayFirst] = rows[0] ?? [];
    if (isPlain === true || isDayFirst === true)
      spelt.push({ column, text, isDayFirst: isDayFirst === true });
  }
  return spelt;
}

function factsOf(database: Database, shape: WitnessTableShape): Promise<TableFacts> {
  const tables = learned.get(database) ?? new Map<string, Promise<TableFacts>>();
  learned.set(database, tables);
  const known = tables.get(shape.name) ?? learnTableFacts(database, shape);
  tables.set(shape.name, known);
  return known;
}

/**
 * Columns that a child table repeats from its parent, for all rows or for one value of the rest of its key: the figures
 * of one period that also stand beside the service. A change in one table alone would contradict the other.
 */
async function findEchoes(database: Database, shapes: readonly WitnessTableShape[]): Promise<Set<string>> {
  const echoes = new Set<string>();
  for (const child of shapes) {
    for (const { columns, references } of child.foreignKeys) {
      const parent = shapes.find(({ name }) => name === references.table);
      if (!parent || parent === child) continue;
      const on = columns
        .map(
          (column, index) => `c.${toQuotedName(column)} = p.${toQuotedName(references.columns[index] ?? '')}`,
        )
        .join(' AND ');
      const rest = child.primaryKey.filter((column) => !columns.includes(column)).map(toQuotedName);
      for (const { name } of child.columns) {
        if (columns.includes(name) || !parent.columns.some((column) => column.name === name)) continue;
        const same = `bool_and(c.${toQuotedName(name)} IS NOT DISTINCT FROM p.${toQuotedName(name)})`;
        const keys = rest.length > 0 ? `GROUP BY ${rest.map((key) => `c.${key}`).join(', ')}` : '';
        const { rows } = await database.query(
          `SELECT count(*) FROM (SELECT ${same} AS same FROM main.${toQuotedName(child.name)} c JOIN main.${toQuotedName(parent.name)} p ON ${on} ${keys} HAVING count(*) > 4) WHERE same`,
        );
        if (Number(rows[0]?.[0]) > 0)
          for (const table of [child.name, parent.name]) echoes.add(`${table}.${name}`);
      }
    }
  }
  return echoes;
}
