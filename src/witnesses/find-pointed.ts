import { makeCandidate, type Kit } from './make-candidate.ts';
import { pointedRecipes } from './recipes.ts';
import { countRows, type Rows } from './table-model.ts';
import type { Trial } from './trial.ts';
import { tryRows, withoutGaps } from './try-rows.ts';

/** A candidate that tells some mutants apart. */
export interface Catch {
  readonly rows: Rows;
  readonly mutants: readonly number[];
}

/** Candidates that may catch nothing, one after another, before the rest of the mutants count as equal. */
const patience = 36;
const patienceForOptional = 4;
/** A mutant that came through so many candidates is likely equal, and is asked on every second one only. */
const likelyEqual = 14;

/**
 * Candidates that each tell a further mutant apart, until none is left or half of the evaluations are spent.
 *
 * @param isOptional - Mutants worth little search: they do not keep it going for long.
 */
export async function findPointed(
  kit: Kit,
  trial: Trial,
  mutants: readonly number[],
  isOptional: (mutant: number) => boolean,
  seed: number,
): Promise<Catch[]> {
  const models = [...kit.models.values()];
  const found: Catch[] = [];
  const survived = new Map<number, number>();
  const fruitless = { required: 0, any: 0 };
  let remaining = [...mutants];
  let turn = 0;
  for (const recipe of pointedRecipes(kit.facts, seed)) {
    const required = remaining.filter((mutant) => !isOptional(mutant));
    const goesOn =
      (required.length > 0 && fruitless.required < patience) ||
      (remaining.length > required.length && fruitless.any < patienceForOptional);
    if (!goesOn || trial.left() < 0.5) break;
    turn++;
    fruitless.required++;
    fruitless.any++;
    const asked = remaining.filter((mutant) => {
      const times = survived.get(mutant) ?? 0;
      return times < likelyEqual || (!isOptional(mutant) && (turn + mutant) % 2 === 0);
    });
    if (asked.length === 0) continue;
    const tried = await tryRows(makeCandidate(kit, recipe), trial, models, kit.facts.divisors);
    if (!tried) continue;
    let { rows } = tried;
    let caught = await trial.caughtBy(rows, asked);
    for (const mutant of asked) survived.set(mutant, (survived.get(mutant) ?? 0) + 1);
    if (caught.length === 0) continue;
    if (!(await trial.isFair(rows))) {
      // Where fair answers part it is mostly at a missing value: a group of nothing else, which sums to NULL or to 0.
      const filled = withoutGaps(rows, models);
      const again =
        countRows(filled) < countRows(rows) && (await tryRows(filled, trial, models, kit.facts.divisors));
      if (!again) continue;
      ({ rows } = again);
      caught = await trial.caughtBy(rows, caught);
      if (caught.length === 0 || !(await trial.isFair(rows))) continue;
    }
    found.push({ rows, mutants: caught });
    fruitless.any = 0;
    if (caught.some((mutant) => !isOptional(mutant))) fruitless.required = 0;
    remaining = remaining.filter((mutant) => !caught.includes(mutant));
  }
  return found;
}
