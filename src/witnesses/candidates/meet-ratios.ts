import type { Candidate } from './candidate.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';
import { toNumber } from '../facts/table-facts.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';

/**
 * Gives joined rows figures in two tables whose quotient is at the limit that the query compares it with, or one step
 * beside it: a vote more or fewer than the twentieth part of another table's votes.
 *
 * @param share - Of the joined rows, from 0 to 1.
 */
export function meetRatios(
  candidate: Candidate,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
  share: number,
  random: Random,
): void {
  for (const { top, bottom, value } of facts.ratios) {
    const [above, below] = [models.get(top.table), models.get(bottom.table)];
    if (!above || !below || above === below) continue;
    const quotient = value > 1.5 ? value / 100 : value;
    const [topPlace, bottomPlace] = [placeOf(above, top.column), placeOf(below, bottom.column)];
    for (const rows of candidate.joined()) {
      const [first, second] = [top, bottom].map(({ table }) => rows.find((entry) => entry.table === table));
      if (!first || !second || !random.chance(share)) continue;
      const old = toNumber(second.row[bottomPlace] ?? null, 'DOUBLE') ?? 0;
      const whole = Math.max(100, Math.round(old / 100) * 100);
      const step = random.pick([0, 0, 1, -1]) ?? 0;
      const divided = setValues(below, second.row, new Map([[bottomPlace, whole]]));
      const figure = Math.round(quotient * (divided ? whole : old)) + step;
      const divisor = setValues(above, first.row, new Map([[topPlace, figure]]));
      if (!divisor) continue;
      second.row = divided ?? second.row;
      first.row = divisor;
    }
  }
}
