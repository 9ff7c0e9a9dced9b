import { addBoundaryRows, changeValues } from './change-values.ts';
import { createDraft, type Draft, type DraftRow } from './draft.ts';
import type { Donor, Donors, Stratum } from './gather-donors.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';
import { meetRatios } from './meet-ratios.ts';
import { meetThreshold } from './meet-threshold.ts';
import { addMatches, toGroups, wholeGroups } from './group-rows.ts';
import { mostRows, type QueryFacts, type Threshold } from './query-facts.ts';
import { tieRows } from './tie-rows.ts';
import { createRandom, type Random } from './random.ts';
import type { Rows, TableModel } from './table-model.ts';

/** What a candidate is made of. */
export interface Recipe {
  readonly seed: number;
  /** How many real rows or joined rows to take. */
  readonly size: number;
  /** How many groups the rows come from; without it they come from anywhere. */
  readonly groups?: number;
  /** Share of the rows that get awkward values, and that are copied under another key. */
  readonly changed: number;
  readonly copied: number;
  /** A limit on groups that some groups just miss, meet and pass. */
  readonly threshold?: Threshold;
  /** Whether to add rows with one value at a literal or beside it. */
  readonly boundaries?: boolean;
  /** Whether to take whole groups, such as pass HAVING or QUALIFY, where there are some. */
  readonly whole?: boolean;
  /** Share of the rows that get another row's value in a column that is sorted by. */
  readonly tied?: number;
  /** Whether to take no more matching rows than `size`, in the general witness. */
  readonly few?: boolean;
  /** Only so many donors in all, for the cases of one row and two. */
  readonly only?: number;
}

export interface Kit {
  readonly facts: QueryFacts;
  readonly models: ReadonlyMap<string, TableModel>;
  readonly donors: Donors;
}

/** Makes one small lawful database from real rows. The same recipe gives the same rows. */
export function makeCandidate(kit: Kit, recipe: Recipe): Rows {
  const { facts, models, donors } = kit;
  const random = createRandom(recipe.seed);
  const draft = createDraft(donors, models, random);
  const { threshold } = recipe;
  const limited: DraftRow[][] = [];
  if (recipe.only !== undefined) {
    const matches = donors.strata.filter(({ kind }) => kind === 'match');
    for (let left = recipe.only; left > 0; left--) {
      const stratum = random.pick(random.chance(0.7) ? matches : donors.strata);
      const donor = random.pick(stratum?.donors ?? []);
      if (donor) draft.add(donor);
    }
    if (recipe.boundaries) addBoundaryRows(draft, facts, models, 0.3, random, donors.crossings);
    changeValues(draft, facts, models, recipe.changed, random);
    return keepLawfulRows(draft.finish(), [...models.values()]);
  }
  for (const select of facts.selects) {
    const whole = random.chance(0.5) ? wholeGroups(kit, select, random) : [];
    const groups = whole.length > 0 ? whole : toGroups(kit, select, random);
    if (threshold && threshold.select === select.node)
      limited.push(...addThresholdGroups(kit, draft, groups, threshold, random));
    else addMatches(draft, groups, recipe, random);
  }
  for (const stratum of donors.strata) {
    if (stratum.kind === 'match' || stratum.kind === 'group') continue;
    // Another row in a group would move it off the limit.
    if (threshold && stratum.kind !== 'near' && stratum.kind !== 'alone') continue;
    const count = Math.ceil(shares[stratum.kind] * recipe.size);
    for (const donor of random.shuffle(stratum.donors).slice(0, count)) draft.add(donor);
  }
  if (!threshold) {
    for (const table of models.keys()) {
      for (const entry of draft.rowsOf(table)) if (random.chance(recipe.copied)) draft.copy(entry);
    }
  }
  if (recipe.boundaries) addBoundaryRows(draft, facts, models, 1, random, donors.crossings);
  changeValues(draft, facts, models, recipe.changed, random);
  meetRatios(draft, facts, models, recipe.changed, random);
  if (recipe.tied) tieRows(draft, facts, models, recipe.tied, random);
  if (threshold) meetThreshold(limited, models, threshold, random);
  return keepLawfulRows(draft.finish(), [...models.values()]);
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
  { models }: Kit,
  draft: Draft,
  groups: readonly Donor[][],
  { aggregate, value }: Threshold,
  random: Random,
): DraftRow[][] {
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
  return chosen.map((donors, index) => {
    const size = Math.max(1, Math.round(sizes[index] ?? 1));
    const joined = donors.slice(0, size).map((donor) => draft.add(donor));
    const first = joined.find((rows) => rows.length > 0);
    for (let missing = size - joined.length; first && missing > 0; missing--) {
      const fact = factRow(first, models);
      const copied = fact && draft.copy(fact);
      if (copied) joined.push([copied]);
    }
    return joined.flat();
  });
}

/** The row whose copy makes one more joined row: the child of the others. */
function factRow(rows: readonly DraftRow[], models: ReadonlyMap<string, TableModel>): DraftRow | undefined {
  const tables = rows.map(({ table }) => table);
  return (
    rows.find(({ table }) =>
      models.get(table)?.shape.foreignKeys.some(({ references }) => tables.includes(references.table)),
    ) ?? rows[0]
  );
}
