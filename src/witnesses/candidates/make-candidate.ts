import { addBoundaryRows, changeValues } from './change-values.ts';
import { createCandidate, type Candidate, type CandidateInputs, type CandidateRow } from './candidate.ts';
import type { CandidatePlan } from './candidate-plans.ts';
import type { Stratum } from '../samples/gather-samples.ts';
import type { SampleRow } from '../samples/sample-row.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';
import { meetRatios } from './meet-ratios.ts';
import { meetThreshold } from './meet-threshold.ts';
import { repeatFigures } from './repeat-figures.ts';
import { addMatches, toGroups, wholeGroups } from './group-rows.ts';
import { mostRows, type Threshold } from '../facts/query-facts.ts';
import { tieRows } from './tie-rows.ts';
import { createRandom, type Random } from './random.ts';
import type { Rows, TableModel } from '../facts/table-model.ts';

/** Makes one small lawful database from real rows. The same plan gives the same rows. */
export function makeCandidate(inputs: CandidateInputs, plan: CandidatePlan): Rows {
  const { facts, models, samples } = inputs;
  const random = createRandom(plan.seed);
  const candidate = createCandidate(samples, models, random);
  const { threshold } = plan;
  const limited: CandidateRow[][] = [];
  if (plan.only !== undefined) {
    const matches = samples.strata.filter(({ kind }) => kind === 'match');
    for (let left = plan.only; left > 0; left--) {
      const stratum = random.pick(random.chance(0.7) ? matches : samples.strata);
      const sampleRow = random.pick(stratum?.samples ?? []);
      if (sampleRow) candidate.add(sampleRow);
    }
    if (plan.boundaries) addBoundaryRows(candidate, facts, models, 0.3, random, samples.columnComparisons);
    changeValues(candidate, facts, models, plan.changed, random);
    return keepLawfulRows(candidate.finish(), [...models.values()]);
  }
  for (const select of facts.selects) {
    const whole = random.chance(0.5) ? wholeGroups(inputs, select, random) : [];
    const groups = whole.length > 0 ? whole : toGroups(inputs, select, random);
    if (threshold && threshold.select === select.node)
      limited.push(...addThresholdGroups(inputs, candidate, groups, threshold, random));
    else addMatches(candidate, groups, plan, random);
  }
  for (const stratum of samples.strata) {
    if (stratum.kind === 'match' || stratum.kind === 'group') continue;
    // Another row in a group would move it off the limit.
    if (threshold && stratum.kind !== 'near' && stratum.kind !== 'alone') continue;
    const count = Math.ceil(shares[stratum.kind] * plan.size);
    for (const sampleRow of random.shuffle(stratum.samples).slice(0, count)) candidate.add(sampleRow);
  }
  if (!threshold) {
    for (const table of models.keys()) {
      for (const entry of candidate.rowsOf(table)) if (random.chance(plan.copied)) candidate.copy(entry);
    }
  }
  if (plan.boundaries) addBoundaryRows(candidate, facts, models, 1, random, samples.columnComparisons);
  changeValues(candidate, facts, models, plan.changed, random);
  meetRatios(candidate, facts, models, plan.changed, random);
  if (plan.tied) tieRows(candidate, facts, models, plan.tied, random);
  if (plan.repeated) repeatFigures(candidate, facts, models, plan.repeated, random);
  if (threshold) meetThreshold(limited, models, threshold, random);
  return keepLawfulRows(candidate.finish(), [...models.values()]);
}

const shares: Record<Exclude<Stratum['kind'], 'match' | 'group'>, number> = {
  near: 0.2,
  alone: 0.15,
  linked: 0.12,
  gap: 0.08,
  aside: 0.03,
  edge: 0.06,
  any: 0.12,
};

/** Above so many rows a limit is met with two groups only: a witness is small. */
const largeGroup = 45;

/** Some groups with one row fewer than the limit, as many, and one more, or with few rows to set a figure by. */
function addThresholdGroups(
  { models }: CandidateInputs,
  candidate: Candidate,
  groups: readonly SampleRow[][],
  { aggregate, value }: Threshold,
  random: Random,
): CandidateRow[][] {
  const isCount = aggregate.startsWith('count');
  if (isCount && value > mostRows) return [];
  const isLarge = isCount && value > largeGroup;
  const sizes = isLarge
    ? [value, value - 1]
    : isCount
      ? [value, value + 1, value - 1, value + 1]
      : [2, 3, 1, 2, 2];
  const largestFirst = [...groups].sort((a, b) => b.length - a.length).slice(0, 12);
  const chosen = random.shuffle(largestFirst).slice(0, sizes.length);
  return chosen.map((samples, index) => {
    const size = Math.max(1, Math.round(sizes[index] ?? 1));
    const joined = samples.slice(0, size).map((sampleRow) => candidate.add(sampleRow));
    const first = joined.find((rows) => rows.length > 0);
    for (let missing = size - joined.length; first && missing > 0; missing--) {
      const fact = factRow(first, models);
      const copied = fact && candidate.copy(fact);
      if (copied) joined.push([copied]);
    }
    return joined.flat();
  });
}

/** The row whose copy makes one more joined row: the child of the others. */
function factRow(
  rows: readonly CandidateRow[],
  models: ReadonlyMap<string, TableModel>,
): CandidateRow | undefined {
  const tables = rows.map(({ table }) => table);
  return (
    rows.find(({ table }) =>
      models.get(table)?.shape.foreignKeys.some(({ references }) => tables.includes(references.table)),
    ) ?? rows[0]
  );
}
