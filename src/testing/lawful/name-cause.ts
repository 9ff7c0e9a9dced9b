import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createChance } from './chance.ts';
import type { LawfulDatabase, LawfulRow } from './lawful-database.ts';
import { numberTypeKind } from './lawful-database.ts';
import { poolName, type Literals, type ValuePools } from './value-pools.ts';

/** Why a database tells an answer from the model answer: the values that it needs for that, in words, and their kind. */
export interface Cause {
  readonly kind: string;
  readonly words: string;
}

interface Inputs {
  readonly tables: readonly TableDescriptor[];
  readonly pools: ValuePools;
  readonly literals: Literals;
}

const tries = 4;

/**
 * Puts values of today in the place of each value in turn. Where the answer no longer differs, the value was needed, and is told.
 *
 * @param database the smallest one on which the answer differs
 * @param stillDiffers whether the answer differs on a changed one; undefined when that is not lawful
 */
export async function nameCause(
  database: LawfulDatabase,
  { tables, pools, literals }: Inputs,
  stillDiffers: (database: LawfulDatabase) => Promise<boolean | undefined>,
): Promise<Cause> {
  const chance = createChance(1);
  const needed: Cause[] = [];
  for (const table of tables) {
    const rows = database.get(table.name) ?? [];
    for (const [at, row] of rows.entries()) {
      for (const [place, column] of table.columns.entries()) {
        const real = pools.real.get(poolName(table.name, column.name)) ?? [];
        if (real.length === 0) continue;
        const put = (value: string) => {
          const changed: LawfulRow = row.map((own, index) => (index === place ? value : own));
          return new Map(database).set(table.name, rows.with(at, changed));
        };
        let isNeeded = false;
        for (let turn = 0; turn < tries && !isNeeded; turn++)
          isNeeded = (await stillDiffers(put(chance.pick(real)))) === false;
        if (isNeeded) needed.push(describe(row, rows, place, { table, real, literals }));
      }
    }
  }
  const total = [...database.values()].reduce((sum, rows) => sum + rows.length, 0);
  if (needed.length === 0) return { kind: 'few rows', words: `only ${total} rows, whatever they hold` };
  const kinds = [...new Set(needed.map(({ kind }) => kind))].sort();
  return { kind: kinds.join(' + '), words: [...new Set(needed.map(({ words }) => words))].join('; ') };
}

function describe(
  row: LawfulRow,
  rows: readonly LawfulRow[],
  place: number,
  given: { table: TableDescriptor; real: readonly string[]; literals: Literals },
): Cause {
  const column = given.table.columns[place];
  const value = row[place] ?? null;
  const name = column?.name ?? '';
  if (value === null) return { kind: `${name} missing`, words: `${name} is missing` };
  const number = Number(value);
  if (rows.some((other) => other !== row && other[place] === value))
    return { kind: `${name} repeats`, words: `${name} is ${value} in more than one row` };
  const near = numberTypeKind(column?.type ?? '') ? given.literals.numbers.find((literal) => Math.abs(number - literal) <= 0.05 * Math.abs(literal)) : undefined; // prettier-ignore
  if (near !== undefined)
    return { kind: `${name} near a number`, words: `${name} is ${value}, beside ${near}` };
  if (!given.real.includes(value))
    return { kind: `${name} unlike today`, words: `${name} is ${value}, which no row of today has` };
  return { kind: `${name} as today`, words: `${name} is ${value}` };
}
