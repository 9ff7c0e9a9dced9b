import { toGain, toWorth, type Coverage, type CoverageMeter } from './coverage.ts';
import type { CandidateInputs } from '../candidates/candidate.ts';
import { makeCandidate } from '../candidates/make-candidate.ts';
import { makeGeneral } from '../candidates/make-general.ts';
import { generalPlans } from '../candidates/candidate-plans.ts';
import { countRows, type Rows } from '../facts/table-model.ts';
import type { Evaluator } from './evaluator.ts';
import { evaluateRows } from './evaluate-rows.ts';

/** What a second general database must show beyond the first to be worth its rows. */
const worthASecond = 3;
/** A row more is worth this much less. */
const costOfRow = 0.02;

/**
 * The candidates that show most of what wrong answers stumble over: one, or two where a second shows much more. The best is
 * the last.
 */
export async function findGeneral(
  inputs: CandidateInputs,
  evaluator: Evaluator,
  meter: CoverageMeter,
  seed: number,
): Promise<Rows[]> {
  const models = [...inputs.models.values()];
  const found: { rows: Rows; coverage: Coverage }[] = [];
  for (const plan of generalPlans(inputs.facts, seed)) {
    const tried = await evaluateRows(makeGeneral(inputs, plan), evaluator, models, inputs.facts.divisors);
    if (tried) found.push({ rows: tried.rows, coverage: await meter.measure(tried.result) });
  }
  const known = new Map<string, number>();
  const chosen: Rows[] = [];
  let left = found;
  while (left.length > 0 && chosen.length < 2) {
    const worthOf = ({ rows, coverage }: (typeof found)[number]) =>
      (chosen.length === 0 ? toWorth(coverage) : toGain(coverage, known)) - costOfRow * countRows(rows);
    const [best, ...others] = [...left].sort((a, b) => worthOf(b) - worthOf(a));
    if (!best || (chosen.length > 0 && worthOf(best) < worthASecond)) break;
    left = others;
    if (!(await evaluator.isFair(best.rows))) continue;
    chosen.unshift(best.rows);
    for (const [goal, worth] of best.coverage) known.set(goal, Math.max(worth, known.get(goal) ?? 0));
  }
  return chosen.length > 0 ? chosen : findPlain(inputs, evaluator, seed);
}

/** Where every awkward candidate fails a fair answer: the first of real rows in few groups that does not. */
async function findPlain(inputs: CandidateInputs, evaluator: Evaluator, seed: number): Promise<Rows[]> {
  const models = [...inputs.models.values()];
  for (const plan of generalPlans(inputs.facts, seed)) {
    for (const groups of [4, 3, 2]) {
      const rows = makeCandidate(inputs, { ...plan, groups, changed: 0, copied: 0 });
      const tried = await evaluateRows(rows, evaluator, models, inputs.facts.divisors);
      if (tried && (await evaluator.isFair(tried.rows))) return [tried.rows];
    }
  }
  return [];
}
