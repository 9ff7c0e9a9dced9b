import type { ColumnName } from '../facts/column-names.ts';
import type { Candidate, CandidateInputs } from './candidate.ts';
import type { CandidatePlan } from './candidate-plans.ts';
import type { SampleRow } from '../samples/sample-row.ts';
import type { SelectFacts } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { placeOf } from '../facts/table-model.ts';

/** The rows that meet a SELECT's conditions, by the values it groups by; one group where it does not group. */
export function toGroups(inputs: CandidateInputs, select: SelectFacts, random: Random): SampleRow[][] {
  const found = inputs.samples.strata.find(
    (stratum) => stratum.kind === 'match' && stratum.select === select,
  );
  const groups = new Map<string, SampleRow[]>();
  for (const sampleRow of random.shuffle(found?.samples ?? [])) {
    const key = JSON.stringify(
      select.groupColumns.map((column) => valueIn(inputs, sampleRow, column) ?? null),
    );
    groups.set(key, [...(groups.get(key) ?? []), sampleRow]);
  }
  return [...groups.values()];
}

function valueIn({ samples, models }: CandidateInputs, sampleRow: SampleRow, { table, column }: ColumnName) {
  const entry = sampleRow.find((part) => part.table === table);
  const model = models.get(table);
  return entry && model && samples.rows.get(table)?.get(entry.id)?.[placeOf(model, column)];
}

export function addMatches(
  candidate: Candidate,
  groups: readonly SampleRow[][],
  plan: CandidatePlan,
  random: Random,
): void {
  const wanted = Math.ceil(plan.size * 0.5);
  if (plan.groups === undefined || groups.length < 2) {
    for (const sampleRow of random.shuffle(groups.flat()).slice(0, wanted)) candidate.add(sampleRow);
    return;
  }
  const chosen = groups.slice(0, plan.groups);
  const each = Math.max(1, Math.round((wanted * 1.5) / chosen.length));
  // Groups of different sizes, so that counting rows tells them apart.
  chosen.forEach((samples, index) => {
    for (const sampleRow of samples.slice(0, Math.max(1, each + 1 - (index % 3)))) candidate.add(sampleRow);
  });
}

/** Whole groups that pass HAVING or QUALIFY, and parts of windows; empty where a SELECT has no groups. */
export function wholeGroups(
  { samples }: CandidateInputs,
  select: SelectFacts,
  random: Random,
): SampleRow[][] {
  const found = samples.strata.find((stratum) => stratum.kind === 'group' && stratum.select === select);
  return random.shuffle((found?.groups ?? []).map((group) => [...group]));
}

/** Groups from end to end, the first of them whole whatever its size, until there are enough rows. */
export function addWholeGroups(
  candidate: Candidate,
  groups: readonly (readonly SampleRow[])[],
  wanted: number,
  most: number,
): void {
  let added = 0;
  for (const group of groups) {
    if (added > 0 && added + group.length > wanted) continue;
    for (const sampleRow of group.slice(0, most)) candidate.add(sampleRow);
    added += group.length;
  }
}
