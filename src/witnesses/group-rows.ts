import type { ColumnName } from './column-names.ts';
import type { Draft } from './draft.ts';
import type { Donor } from './gather-donors.ts';
import type { Kit, Recipe } from './make-candidate.ts';
import type { SelectFacts } from './query-facts.ts';
import type { Random } from './random.ts';
import { placeOf } from './table-model.ts';

/** The rows that meet a SELECT's conditions, by the values it groups by; one group where it does not group. */
export function toGroups(kit: Kit, select: SelectFacts, random: Random): Donor[][] {
  const found = kit.donors.strata.find((stratum) => stratum.kind === 'match' && stratum.select === select);
  const groups = new Map<string, Donor[]>();
  for (const donor of random.shuffle(found?.donors ?? [])) {
    const key = JSON.stringify(select.groupColumns.map((column) => valueIn(kit, donor, column) ?? null));
    groups.set(key, [...(groups.get(key) ?? []), donor]);
  }
  return [...groups.values()];
}

function valueIn({ donors, models }: Kit, donor: Donor, { table, column }: ColumnName) {
  const entry = donor.find((part) => part.table === table);
  const model = models.get(table);
  return entry && model && donors.rows.get(table)?.get(entry.id)?.[placeOf(model, column)];
}

export function addMatches(draft: Draft, groups: readonly Donor[][], recipe: Recipe, random: Random): void {
  const wanted = Math.ceil(recipe.size * 0.5);
  if (recipe.groups === undefined || groups.length < 2) {
    for (const donor of random.shuffle(groups.flat()).slice(0, wanted)) draft.add(donor);
    return;
  }
  const chosen = groups.slice(0, recipe.groups);
  const each = Math.max(1, Math.round((wanted * 1.5) / chosen.length));
  // Groups of different sizes, so that counting rows tells them apart.
  chosen.forEach((donors, index) => {
    for (const donor of donors.slice(0, Math.max(1, each + 1 - (index % 3)))) draft.add(donor);
  });
}

/** Whole groups that pass HAVING or QUALIFY, and parts of windows; empty where a SELECT has no groups. */
export function wholeGroups({ donors }: Kit, select: SelectFacts, random: Random): Donor[][] {
  const found = donors.strata.find((stratum) => stratum.kind === 'group' && stratum.select === select);
  return random.shuffle((found?.groups ?? []).map((group) => [...group]));
}

/** Groups from end to end, the first of them whole whatever its size, until there are enough rows. */
export function addWholeGroups(
  draft: Draft,
  groups: readonly (readonly Donor[])[],
  wanted: number,
  most: number,
): void {
  let added = 0;
  for (const group of groups) {
    if (added > 0 && added + group.length > wanted) continue;
    for (const donor of group.slice(0, most)) draft.add(donor);
    added += group.length;
  }
}
