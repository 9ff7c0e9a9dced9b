import { keepLawfulRows } from '../candidates/keep-lawful-rows.ts';
import { countRows, type Rows, type TableModel } from '../facts/table-model.ts';

/**
 * Takes rows away, half of them first and one by one at last, as long as the rest still serves. A child goes with its
 * parent; no table is left empty that had rows. Source of the method: Zeller and Hildebrandt, "Simplifying and isolating
 * failure-inducing input", IEEE Transactions on Software Engineering 28 (2002).
 *
 * @param serves - Asked about each smaller set of rows.
 * @param attempts - The most questions to ask.
 */
export async function shrinkRows(
  rows: Rows,
  models: readonly TableModel[],
  serves: (rows: Rows) => Promise<boolean>,
  attempts: number,
): Promise<Rows> {
  let kept = rows;
  let left = attempts;
  let size = Math.ceil(countRows(kept) / 2);
  while (left > 0) {
    let removed = false;
    for (let start = 0; start < countRows(kept) && left > 0;) {
      const fewer = keepLawfulRows(without(kept, start, size), models);
      const isEmptied = [...kept].some(([table, list]) => list.length > 0 && !fewer.get(table)?.length);
      if (!isEmptied && left-- > 0 && (await serves(fewer))) {
        kept = fewer;
        removed = true;
      } else {
        start += size;
      }
    }
    if (size === 1 && !removed) return kept;
    size = Math.max(1, Math.floor(size / 2));
  }
  return kept;
}

/** All rows but `size` of them from place `start`, counted through the tables one after another. */
function without(rows: Rows, start: number, size: number): Rows {
  let place = 0;
  return new Map(
    [...rows].map(([table, list]) => [
      table,
      list.filter(() => {
        const isOut = place >= start && place < start + size;
        place++;
        return !isOut;
      }),
    ]),
  );
}
