import type { CandidateInputs } from '../candidates/candidate.ts';
import { makeCandidate } from '../candidates/make-candidate.ts';
import { targetedPlans } from '../candidates/candidate-plans.ts';
import { countRows, type Rows } from '../facts/table-model.ts';
import type { Evaluator } from './evaluator.ts';
import { evaluateRows, withoutGaps } from './evaluate-rows.ts';

/** A candidate that tells some mutants apart. */
export interface Kill {
  readonly rows: Rows;
  readonly mutants: readonly number[];
}

/** Candidates that may catch nothing, one after another, before the rest of the mutants count as equivalent. */
const patience = 36;
const patienceForOptional = 4;
/** A mutant that came through so many candidates is likely equivalent, and is asked on every second one only. */
const likelyEquivalent = 14;

/**
 * Candidates that each tell a further mutant apart, until none is left or half of the evaluations are spent.
 *
 * @param inputs - Rows that look real are tried first, and all that is lawful in every second round.
 * @param isOptional - Mutants worth little search: they do not keep it going for long.
 */
export async function findTargeted(
  inputs: { readonly likely: CandidateInputs; readonly lawful: CandidateInputs },
  evaluator: Evaluator,
  mutants: readonly number[],
  isOptional: (mutant: number) => boolean,
  seed: number,
): Promise<Kill[]> {
  const models = [...inputs.lawful.models.values()];
  const { facts } = inputs.lawful;
  const found: Kill[] = [];
  const survived = new Map<number, number>();
  const fruitless = { required: 0, any: 0 };
  let remaining = [...mutants];
  let turn = 0;
  for (const plan of targetedPlans(facts, seed)) {
    const required = remaining.filter((mutant) => !isOptional(mutant));
    const goesOn =
      (required.length > 0 && fruitless.required < patience) ||
      (remaining.length > required.length && fruitless.any < patienceForOptional);
    if (!goesOn || evaluator.left() < 0.5) break;
    turn++;
    fruitless.required++;
    fruitless.any++;
    const asked = remaining.filter((mutant) => {
      const times = survived.get(mutant) ?? 0;
      return times < likelyEquivalent || (!isOptional(mutant) && (turn + mutant) % 2 === 0);
    });
    if (asked.length === 0) continue;
    const tried = await evaluateRows(
      makeCandidate(plan.likely ? inputs.likely : inputs.lawful, plan),
      evaluator,
      models,
      facts.divisors,
    );
    if (!tried) continue;
    let { rows } = tried;
    let killed = await evaluator.killedBy(rows, asked);
    for (const mutant of asked) survived.set(mutant, (survived.get(mutant) ?? 0) + 1);
    if (killed.length === 0) continue;
    if (!(await evaluator.isFair(rows))) {
      // Where fair answers part it is mostly at a missing value: a group of nothing else, which sums to NULL or to 0.
      const filled = withoutGaps(rows, models);
      const again =
        countRows(filled) < countRows(rows) &&
        (await evaluateRows(filled, evaluator, models, facts.divisors));
      if (!again) continue;
      ({ rows } = again);
      killed = await evaluator.killedBy(rows, killed);
      if (killed.length === 0 || !(await evaluator.isFair(rows))) continue;
    }
    found.push({ rows, mutants: killed });
    fruitless.any = 0;
    if (killed.some((mutant) => !isOptional(mutant))) fruitless.required = 0;
    remaining = remaining.filter((mutant) => !killed.includes(mutant));
  }
  return found;
}
