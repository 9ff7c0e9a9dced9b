import type { RawTable } from '#src/results/database.ts';
import type { ColumnName } from '../facts/column-names.ts';
import { keepLawfulRows } from '../candidates/keep-lawful-rows.ts';
import { countRows, placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import type { Evaluator } from './evaluator.ts';
import type { Row } from '../witness.ts';

/** Rows on which the model answer runs, and what it gives. */
export interface EvaluatedRows {
  readonly rows: Rows;
  readonly result: RawTable;
}

/**
 * The lawful rows of a candidate with the model answer's result on them. Where a division by zero spoils it, without the
 * rows that have a zero to divide by. `undefined` when nothing is left or the model answer still fails.
 */
export async function evaluateRows(
  candidate: Rows,
  evaluator: Evaluator,
  models: readonly TableModel[],
  divisors: readonly ColumnName[],
): Promise<EvaluatedRows | undefined> {
  const rows = await evaluator.lawful(candidate);
  if (countRows(rows) === 0) return undefined;
  const result = await evaluator.answer(rows);
  if (result) return { rows, result };
  const fewer = withoutZeros(rows, models, divisors);
  if (countRows(fewer) === countRows(rows) || countRows(fewer) === 0) return undefined;
  const second = await evaluator.answer(fewer);
  return second && { rows: fewer, result: second };
}

function withoutZeros(rows: Rows, models: readonly TableModel[], divisors: readonly ColumnName[]): Rows {
  const isZero = (value: string | null | undefined) => value !== null && Number(value) === 0;
  return keepRows(rows, models, (model) => {
    const own = divisors.filter(({ table }) => table === model.shape.name);
    const places = own.map(({ column }) => placeOf(model, column));
    return (row) => !places.some((place) => isZero(row[place]));
  });
}

/** The rows that miss nothing in the columns that the query uses, as far as the rest stays lawful. */
export function withoutGaps(rows: Rows, models: readonly TableModel[]): Rows {
  return keepRows(
    rows,
    models,
    ({ used }) =>
      (row) =>
        used.every((place) => row[place] !== null),
  );
}

function keepRows(
  rows: Rows,
  models: readonly TableModel[],
  toTest: (model: TableModel) => (row: Row) => boolean,
): Rows {
  const kept = models.map((model): [string, readonly Row[]] => {
    const { name } = model.shape;
    return [name, (rows.get(name) ?? []).filter(toTest(model))];
  });
  return keepLawfulRows(new Map(kept), models);
}
