import type { QueryFacts, Threshold } from '../facts/query-facts.ts';

/** What a candidate is made of. */
export interface CandidatePlan {
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
  /** Share of the rows that get another row's figure in a column that is added up. */
  readonly repeated?: number;
  /** Whether to take no more matching rows than `size`, in the general witness. */
  readonly few?: boolean;
  /** Whether changed rows stay true to all that is true of today's. */
  readonly likely?: boolean;
  /** Only so many sample rows in all, for the cases of one row and two. */
  readonly only?: number;
}

/** Cuts above this would need a witness too large to read; real data tell such mutants apart. */
const mostCut = 40;

/** Rows enough to pass every LIMIT of the query with some to spare. */
function roomFor({ cuts }: QueryFacts): number {
  return Math.max(0, ...cuts.filter((cut) => cut <= mostCut)) + 3;
}

/** Mixed rows for wrong answers that nobody foresaw: a few groups, gaps, ties, rows at every edge. */
export function generalPlans(facts: QueryFacts, seed: number): CandidatePlan[] {
  const size = Math.max(16, roomFor(facts) + 3);
  const kinds = [
    { groups: 4, changed: 0.25, copied: 0.15 },
    { whole: true, changed: 0.1, copied: 0.05, tied: 0.2 },
    { changed: 0.25, copied: 0.15, tied: 0.2 },
    { whole: true, changed: 0, copied: 0.1, tied: 0.3 },
    { groups: 4, changed: 0, copied: 0.15, tied: 0.3 },
    { whole: true, changed: 0, copied: 0 },
  ];
  // Fewer rows than the LIMIT, for the second of them.
  const least = Math.min(...facts.cuts.filter((cut) => cut > 1 && cut <= mostCut));
  const few = Number.isFinite(least)
    ? [{ size: Math.max(2, least - 1), few: true, changed: 0.3, copied: 0 }]
    : [];
  return [...kinds, ...kinds, ...few, ...few].map((kind, index) => ({ seed: seed + index, size, ...kind }));
}

/** What to try on stubborn mutants, the gentlest first: real rows, then changed ones, then hardly any. */
export function* targetedPlans(facts: QueryFacts, seed: number): Generator<CandidatePlan> {
  for (let round = 0; round < 6; round++)
    for (const plan of plansOfRound(facts, seed * 1000 + round * 100))
      yield { ...plan, likely: round % 2 === 0 };
}

function* plansOfRound(facts: QueryFacts, firstSeed: number): Generator<CandidatePlan> {
  const room = roomFor(facts);
  const size = Math.max(24, room * 2);
  let next = firstSeed;
  yield { seed: next++, size, changed: 0, copied: 0, boundaries: true };
  yield { seed: next++, size, groups: 4, changed: 0.2, copied: 0.1 };
  for (const threshold of facts.thresholds) {
    yield { seed: next++, size, changed: 0, copied: 0, threshold };
  }
  yield { seed: next++, size, changed: 0, copied: 0.6 };
  yield { seed: next++, size, groups: 3, changed: 0.6, copied: 0.3 };
  yield { seed: next++, size: room * 3, groups: room, changed: 0.3, copied: 0 };
  yield { seed: next++, size: room, changed: 0.8, copied: 0.5 };
  yield { seed: next++, size, changed: 0, copied: 0.2, tied: 0.5 };
  for (const threshold of facts.thresholds) {
    yield { seed: next++, size, changed: 0.3, copied: 0, threshold };
  }
  yield { seed: next++, size, groups: 2, changed: 0.95, copied: 0.4 };
  yield { seed: next++, size: size * 2, groups: 6, changed: 0.4, copied: 0.1 };
  yield { seed: next++, size, groups: 3, changed: 0.3, copied: 0.1, boundaries: true };
  yield { seed: next++, size, only: 2, changed: 0, copied: 0, boundaries: true };
  for (const only of [1, 2, 3]) yield { seed: next++, size: only, only, changed: 0.5, copied: 0 };
  if (facts.addedUp.length > 0)
    yield { seed: next++, size: size * 2, groups: 2, changed: 0, copied: 0, repeated: 0.9 };
}
