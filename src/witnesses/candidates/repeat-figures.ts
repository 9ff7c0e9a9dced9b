import type { Candidate } from './candidate.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';
import { toNumber } from '../facts/table-facts.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';

/**
 * Gives some rows the figure of another row in a column that is added up: what counts each different figure once then
 * counts too little.
 *
 * @param share - Of the rows, from 0 to 1.
 */
export function repeatFigures(
  candidate: Candidate,
  { addedUp }: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
  share: number,
  random: Random,
): void {
  for (const { table, column } of addedUp) {
    const model = models.get(table);
    if (!model) continue;
    const place = placeOf(model, column);
    if (!model.changeable.includes(place)) continue;
    const type = model.shape.columns[place]?.type ?? '';
    const entries = random.shuffle(candidate.rowsOf(table));
    entries.forEach((entry, index) => {
      const figure = toNumber(entries[index - 1]?.row[place] ?? null, type);
      if (figure === undefined || entry.row[place] === null || !random.chance(share)) return;
      entry.row = setValues(model, entry.row, new Map([[place, figure]])) ?? entry.row;
    });
  }
}
