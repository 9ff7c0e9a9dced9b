import { changeValues } from './change-values.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Donor, Stratum } from './gather-donors.ts';
import { addMatches, addWholeGroups, toGroups, wholeGroups } from './group-rows.ts';
import { keepLawfulRows, toKey } from './keep-lawful-rows.ts';
import type { Kit, Recipe } from './make-candidate.ts';
import { meetRatios } from './meet-ratios.ts';
import { mostRows } from './query-facts.ts';
import { tieRows } from './tie-rows.ts';
import { createRandom } from './random.ts';
import { placeOf, type Rows } from './table-model.ts';

/**
 * Makes one database for wrong answers that nobody foresaw: joined rows that meet the conditions and whole groups, a gap in
 * each column, rows that just miss, and some of any other. Rows that stand together come and go together.
 *
 * @param recipe - `size` is about how many rows a table gets.
 */
export function makeGeneral(kit: Kit, recipe: Recipe): Rows {
  const { facts, models, donors } = kit;
  const random = createRandom(recipe.seed);
  const draft = createDraft(donors, models, random);
  const share = recipe.few ? recipe.size : Math.max(8, Math.ceil((recipe.size * 1.2) / facts.selects.length));
  const each = { ...recipe, size: share };
  for (const select of facts.selects) {
    const whole = recipe.whole ? wholeGroups(kit, select, random) : [];
    if (whole.length > 0) addWholeGroups(draft, whole, each.size * 0.7, mostRows);
    else addMatches(draft, toGroups(kit, select, random), each, random);
  }
  addPartners(kit, draft);
  const of = (...kinds: Stratum['kind'][]) => donors.strata.filter(({ kind }) => kinds.includes(kind));
  if (!recipe.few) {
    for (const { donors: gaps } of of('gap')) random.shuffle(gaps).slice(0, 4).forEach(draft.add);
    for (const { donors: gaps } of of('aside')) random.shuffle(gaps).slice(0, 2).forEach(draft.add);
  }
  for (const { donors: some } of of('near', 'alone', 'linked'))
    random.shuffle(some).slice(0, 1).forEach(draft.add);
  const most = new Map(
    [...models.keys()].map((table) => [table, Math.max(recipe.size, draft.rowsOf(table).length + 3)]),
  );
  const isRoom = (donor: Donor) =>
    donor.every(({ table }) => draft.rowsOf(table).length < (most.get(table) ?? 0));
  const others = of('near', 'alone', 'edge', 'any').flatMap((stratum) =>
    random.shuffle(stratum.donors).slice(0, Math.ceil(recipe.size * 0.15)),
  );
  for (const donor of random.shuffle(others)) if (!recipe.few && isRoom(donor)) draft.add(donor);
  for (const table of models.keys()) {
    for (const entry of draft.rowsOf(table).slice(0, recipe.size))
      if (random.chance(recipe.copied)) draft.copy(entry);
  }
  changeValues(draft, facts, models, recipe.changed, random);
  meetRatios(draft, facts, models, 0.2, random);
  if (recipe.tied) tieRows(draft, facts, models, recipe.tied, random);
  return keepLawfulRows(draft.finish(), [...models.values()]);
}

/** The rows of other tables that the rows so far are linked with, so that a subquery finds them. */
function addPartners({ facts, models, donors }: Kit, draft: Draft): void {
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
      const keys = new Set(draft.rowsOf(there).map(({ row }) => toKey(row, places)));
      for (const { row } of [...draft.rowsOf(here)]) {
        const key = toKey(row, ownPlaces);
        if (key === undefined || keys.has(key)) continue;
        const found = [...(donors.rows.get(there) ?? [])].find(
          ([, partner]) => toKey(partner, places) === key,
        );
        if (found) draft.add([{ table: there, id: found[0] }]);
        keys.add(key);
      }
    }
  }
}
