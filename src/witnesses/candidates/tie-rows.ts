import type { Candidate, CandidateRow } from './candidate.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';
import { stepOf, toNumber } from '../facts/table-facts.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';

/**
 * Gives some joined rows the figures of another one in all columns that are sorted by, so that they tie or
 * are one step apart.
 *
 * @param share - Of the joined rows, from 0 to 1.
 */
export function tieRows(
  candidate: Candidate,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
  share: number,
  random: Random,
): void {
  const joined = random.shuffle(candidate.joined());
  joined.forEach((rows, index) => {
    const others = joined[index - 1];
    if (!others || !random.chance(share)) return;
    const beside = random.pick([0, 0, 0, 1, -1]) ?? 0;
    for (const entry of rows) {
      const other = others.find(({ table }) => table === entry.table);
      const model = models.get(entry.table);
      if (other && model) tie(entry, other, model, facts, beside);
    }
  });
}

function tie(
  entry: CandidateRow,
  other: CandidateRow,
  model: TableModel,
  { sortedBy }: QueryFacts,
  beside: number,
): void {
  const figures = new Map<number, number>();
  for (const { table, column } of sortedBy) {
    if (table !== entry.table) continue;
    const place = placeOf(model, column);
    const type = model.shape.columns[place]?.type ?? '';
    const figure = toNumber(other.row[place] ?? null, type);
    if (model.changeable.includes(place) && figure !== undefined && entry.row[place] !== null)
      figures.set(place, figure + beside * stepOf(type));
  }
  if (figures.size > 0) entry.row = setValues(model, entry.row, figures) ?? entry.row;
}
