import type { RawTable } from '#src/results/database.ts';
import type { ColumnName } from './column-names.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';
import { countRows, placeOf, type Rows, type TableModel } from './table-model.ts';
import type { Trial } from './trial.ts';

/** Rows on which the model answer runs, and what it gives. */
export interface Tried {
  readonly rows: Rows;
  readonly result: RawTable;
}

/**
 * The lawful rows of a candidate with the model answer's result on them. Where a division by zero spoils it, without the
 * rows that have a zero to divide by. `undefined` when nothing is left or the model answer still fails.
 */
export async function tryRows(
  candidate: Rows,
  trial: Trial,
  models: readonly TableModel[],
  divisors: readonly ColumnName[],
): Promise<Tried | undefined> {
  const rows = await trial.lawful(candidate);
  if (countRows(rows) === 0) return undefined;
  const result = await trial.answer(rows);
  if (result) return { rows, result };
  const fewer = withoutZeros(rows, models, divisors);
  if (countRows(fewer) === countRows(rows) || countRows(fewer) === 0) return undefined;
  const second = await trial.answer(fewer);
  return second && { rows: fewer, result: second };
}

function withoutZeros(rows: Rows, models: readonly TableModel[], divisors: readonly ColumnName[]): Rows {
  const kept = models.map((model): [string, Rows extends ReadonlyMap<string, infer L> ? L : never] => {
    const { name } = model.shape;
    const places = divisors.flatMap(({ table, column }) => (table === name ? [placeOf(model, column)] : []));
    const isZero = (value: string | null | undefined) => value !== null && Number(value) === 0;
    return [name, (rows.get(name) ?? []).filter((row) => !places.some((place) => isZero(row[place])))];
  });
  return keepLawfulRows(new Map(kept), models);
}

/** The rows that miss nothing in the columns that the query uses, as far as the rest stays lawful. */
export function withoutGaps(rows: Rows, models: readonly TableModel[]): Rows {
  const kept = new Map(rows);
  for (const { shape, used } of models) {
    const list = rows.get(shape.name) ?? [];
    kept.set(
      shape.name,
      list.filter((row) => used.every((place) => row[place] !== null)),
    );
  }
  return keepLawfulRows(kept, models);
}
