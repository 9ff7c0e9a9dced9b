import { changeValues } from './change-values.ts';
import { createCandidate, type Candidate, type CandidateInputs } from './candidate.ts';
import type { CandidatePlan } from './candidate-plans.ts';
import type { Stratum } from '../samples/gather-samples.ts';
import type { SampleRow } from '../samples/sample-row.ts';
import { addMatches, addWholeGroups, toGroups, wholeGroups } from './group-rows.ts';
import { keepLawfulRows, toKey } from './keep-lawful-rows.ts';
import { meetRatios } from './meet-ratios.ts';
import { mostRows } from '../facts/query-facts.ts';
import { tieRows } from './tie-rows.ts';
import { createRandom } from './random.ts';
import { placeOf, type Rows } from '../facts/table-model.ts';

/**
 * Makes one database for wrong answers that nobody foresaw: joined rows that meet the conditions and whole groups, a gap in
 * each column, rows that just miss, and some of any other. Rows that stand together come and go together.
 *
 * @param plan - `size` is about how many rows a table gets.
 */
export function makeGeneral(inputs: CandidateInputs, plan: CandidatePlan): Rows {
  const { facts, models, samples } = inputs;
  const random = createRandom(plan.seed);
  const candidate = createCandidate(samples, models, random);
  const share = plan.few ? plan.size : Math.max(8, Math.ceil((plan.size * 1.2) / facts.selects.length));
  const each = { ...plan, size: share };
  for (const select of facts.selects) {
    const whole = plan.whole ? wholeGroups(inputs, select, random) : [];
    if (whole.length > 0) addWholeGroups(candidate, whole, each.size * 0.7, mostRows);
    else addMatches(candidate, toGroups(inputs, select, random), each, random);
  }
  addPartners(inputs, candidate);
  const of = (...kinds: Stratum['kind'][]) => samples.strata.filter(({ kind }) => kinds.includes(kind));
  if (!plan.few) {
    for (const { samples: gaps } of of('gap')) random.shuffle(gaps).slice(0, 4).forEach(candidate.add);
    for (const { samples: gaps } of of('aside')) random.shuffle(gaps).slice(0, 2).forEach(candidate.add);
  }
  for (const { samples: some } of of('near', 'alone', 'linked'))
    random.shuffle(some).slice(0, 1).forEach(candidate.add);
  const most = new Map(
    [...models.keys()].map((table) => [table, Math.max(plan.size, candidate.rowsOf(table).length + 3)]),
  );
  const isRoom = (sampleRow: SampleRow) =>
    sampleRow.every(({ table }) => candidate.rowsOf(table).length < (most.get(table) ?? 0));
  const others = of('near', 'alone', 'edge', 'any').flatMap((stratum) =>
    random.shuffle(stratum.samples).slice(0, Math.ceil(plan.size * 0.15)),
  );
  for (const sampleRow of random.shuffle(others))
    if (!plan.few && isRoom(sampleRow)) candidate.add(sampleRow);
  for (const table of models.keys()) {
    for (const entry of candidate.rowsOf(table).slice(0, plan.size))
      if (random.chance(plan.copied)) candidate.copy(entry);
  }
  changeValues(candidate, facts, models, plan.changed, random);
  meetRatios(candidate, facts, models, 0.2, random);
  if (plan.tied) tieRows(candidate, facts, models, plan.tied, random);
  return keepLawfulRows(candidate.finish(), [...models.values()]);
}

/** The rows of other tables that the rows so far are linked with, so that a subquery finds them. */
function addPartners({ facts, models, samples }: CandidateInputs, candidate: Candidate): void {
  for (const link of facts.links) {
    const [left, right] = [link[0]?.[0].table, link[0]?.[1].table];
    if (left === undefined || right === undefined || left === right) continue;
    const sides: [string, string, 0 | 1][] = [
      [left, right, 0],
      [right, left, 1],
    ];
    for (const [here, there, side] of sides) {
      const [own, other] = [models.get(here), models.get(there)];
      if (!own || !other) continue;
      const ownPlaces = link.map((pair) => placeOf(own, pair[side].column));
      const places = link.map((pair) => placeOf(other, pair[side === 0 ? 1 : 0].column));
      const keys = new Set(candidate.rowsOf(there).map(({ row }) => toKey(row, places)));
      for (const { row } of [...candidate.rowsOf(here)]) {
        const key = toKey(row, ownPlaces);
        if (key === undefined || keys.has(key)) continue;
        const found = [...(samples.rows.get(there) ?? [])].find(
          ([, partner]) => toKey(partner, places) === key,
        );
        if (found) candidate.add([{ table: there, id: found[0] }]);
        keys.add(key);
      }
    }
  }
}
