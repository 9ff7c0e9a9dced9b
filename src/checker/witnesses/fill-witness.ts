import type { Database } from '#src/results/database.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { Witness, WitnessTable, WitnessTableShape } from '#src/witnesses/witness.ts';

// As many rows as a query needs to meet some; more would only slow the check.
const maxRows = 100;

type FilledKey = WitnessTableShape['foreignKeys'][number];

/**
 * A witness with more tables: rows of the real ones that keep their keys. Rows that refer to a row which the witness lacks
 * are left out; rows that the witness refers to are there, made from a real row where no real one has the key.
 *
 * @param database - With the real tables under their plain names.
 * @param names - Of the tables to add. One that no descriptor names is left out.
 */
export async function fillWitness<Given extends Witness>(
  database: Database,
  witness: Given,
  { shapes, names }: { readonly shapes: readonly WitnessTableShape[]; readonly names: readonly string[] },
): Promise<Given> {
  const tables = [...witness.tables];
  for (const shape of shapes) {
    if (!names.includes(shape.name) || tables.some(({ name }) => name === shape.name)) continue;
    tables.push(await readTable(database, shape, tables, shapes));
  }
  return { ...witness, tables };
}

async function readTable(
  database: Database,
  shape: WitnessTableShape,
  held: readonly WitnessTable[],
  shapes: readonly WitnessTableShape[],
): Promise<WitnessTable> {
  const columns = shape.columns.map(({ name }) => name);
  const casts = columns.map((name) => `t.${toQuotedName(name)}::VARCHAR`).join(', ');
  const source = `memory.main.${toQuotedName(shape.name)} AS t`;
  const keeps = shape.foreignKeys.flatMap((key) => {
    const parent = held.find(({ name }) => name === key.references.table);
    return parent ? [refersTo(key, toKeys(parent, key.references.columns))] : [];
  });
  const wanted = held.flatMap((child) =>
    (shapes.find(({ name }) => name === child.name)?.foreignKeys ?? [])
      .filter(({ references }) => references.table === shape.name)
      .map((key) => ({ columns: key.references.columns, keys: toKeys(child, key.columns) })),
  );
  const first = wanted.map(({ columns: own, keys }) => `${isAmong(own, keys)} DESC`);
  const where = keeps.length > 0 ? ` WHERE ${keeps.join(' AND ')}` : '';
  const order = first.length > 0 ? ` ORDER BY ${first.join(', ')}` : '';
  const read = await database.query(`SELECT ${casts} FROM ${source}${where}${order} LIMIT ${maxRows}`);
  const rows = read.rows.map((row) => row.map((value) => (value === null ? null : String(value))));
  const pattern = rows[0];
  for (const { columns: own, keys } of pattern ? wanted : []) {
    const places = own.map((name) => columns.indexOf(name));
    for (const key of keys) {
      if (rows.some((row) => places.every((place, index) => row[place] === key[index]))) continue;
      rows.push((pattern ?? []).map((value, place) => key[places.indexOf(place)] ?? value));
    }
  }
  return { name: shape.name, columns, rows };
}

/** The keys that stand in a table, each once; those with a missing part refer to nothing. */
function toKeys({ columns, rows }: WitnessTable, names: readonly string[]): string[][] {
  const places = names.map((name) => columns.indexOf(name));
  const keys = rows
    .map((row) => places.map((place) => row[place] ?? null))
    .filter((key): key is string[] => key.every((value) => value !== null));
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}

function refersTo({ columns }: FilledKey, keys: readonly string[][]): string {
  const missing = columns.map((name) => `t.${toQuotedName(name)} IS NULL`);
  return `(${[...missing, isAmong(columns, keys)].join(' OR ')})`;
}

function isAmong(columns: readonly string[], keys: readonly string[][]): string {
  if (keys.length === 0) return 'false';
  const own = columns.map((name) => `t.${toQuotedName(name)}::VARCHAR`).join(', ');
  const texts = keys.map((key) => `(${key.map(toQuotedText).join(', ')})`).join(', ');
  return `coalesce((${own}) IN (${texts}), false)`;
}
