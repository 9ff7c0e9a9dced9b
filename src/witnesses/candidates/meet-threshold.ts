import type { CandidateRow } from './candidate.ts';
import type { Threshold } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';
import { stepOf, toNumber } from '../facts/table-facts.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';

/**
 * Sets the figures of some groups so that their aggregate is exactly the limit, one step below and one step above, and
 * so that two of them tie.
 *
 * @param groups - The rows of each group. Rows of tables without the figure are left alone.
 */
export function meetThreshold(
  groups: readonly (readonly CandidateRow[])[],
  models: ReadonlyMap<string, TableModel>,
  { aggregate, column, value }: Threshold,
  random: Random,
): void {
  const model = column && models.get(column.table);
  if (!column || !model) return;
  const place = placeOf(model, column.column);
  const type = model.shape.columns[place]?.type ?? '';
  if (!model.changeable.includes(place) || aggregate.startsWith('count')) return;
  const step = stepOf(type);
  const targets = random.shuffle([value, value + step, value - step, value + step, value - step]);
  groups.forEach((group, index) => {
    const entries = [...new Set(group)].filter(({ table }) => table === column.table);
    const figures = toFigures(aggregate, targets[index % targets.length] ?? value, entries.length, step);
    entries.forEach((entry, at) => {
      const figure = figures[at];
      if (figure === undefined) return;
      entry.row = setValues(model, entry.row, new Map([[place, figure]])) ?? entry.row;
    });
    // A figure that the rules refused leaves a gap that the last row makes up.
    if (aggregate === 'sum') {
      const last = entries.at(-1);
      const others = entries.slice(0, -1).map(({ row }) => toNumber(row[place] ?? null, type) ?? 0);
      const rest = (targets[index % targets.length] ?? value) - others.reduce((all, one) => all + one, 0);
      if (last) last.row = setValues(model, last.row, new Map([[place, rest]])) ?? last.row;
    }
  });
}

/** Figures of one group whose aggregate is the target; several different ones where that is possible. */
function toFigures(aggregate: string, target: number, rows: number, step: number): number[] {
  const places = Array.from({ length: rows }, (_, index) => index);
  switch (aggregate) {
    case 'sum': {
      const each = Math.floor(target / rows / step) * step;
      return places.map((place) => (place === rows - 1 ? target - each * (rows - 1) : each));
    }
    case 'min':
      return places.map((place) => target + place * step * 2);
    case 'max':
      return places.map((place) => target - place * step * 2);
    default:
      // Pairs on either side of the target leave the mean and the median where they are.
      return places.map((place) => {
        const isAlone = rows % 2 === 1 && place === rows - 1;
        const distance = (Math.floor(place / 2) + 1) * step;
        return isAlone ? target : target + (place % 2 === 0 ? distance : -distance);
      });
  }
}
