import type { Database, RawTable } from '#src/results/database.ts';
import type { Scratch } from './scratch.ts';
import type { Rows } from '../facts/table-model.ts';

export interface EvaluationRequest {
  /** Native DuckDB with the real tables under plain names in `main`. */
  readonly database: Database;
  readonly solution: string;
  /** Queries that must give another result than the model answer on some witness. */
  readonly mutants: readonly string[];
  /** Other answers that the author accepts: no witness may tell them apart from the model answer. */
  readonly alternatives?: readonly string[];
  /** Whether the two differ on the current schema, by the exercise's rules. A mutant that fails is told apart. */
  readonly separates: (solution: string, mutant: string) => Promise<boolean>;
  /** The most calls of `separates`. A count and not a time, so that a slow machine builds the same witnesses. */
  readonly maxEvaluations?: number;
}

/** The rows under evaluation, and the questions asked about them. */
export interface Evaluator {
  /** The model answer's result on the rows, which stay loaded; `undefined` when it fails or holds no proper numbers. */
  readonly answer: (rows: Rows) => Promise<RawTable | undefined>;
  /** Loads the rows that keep every rule and gives them. */
  readonly lawful: (rows: Rows) => Promise<Rows>;
  /** Those of the mutants that differ on the rows. */
  readonly killedBy: (rows: Rows, mutants: readonly number[]) => Promise<number[]>;
  /** Whether all of the mutants differ on the rows, the one that spoilt the last question first. */
  readonly killsAll: (rows: Rows, mutants: readonly number[]) => Promise<boolean>;
  /** Whether every alternative gives the model answer's result on the rows. */
  readonly isFair: (rows: Rows) => Promise<boolean>;
  /** What is left of the evaluations, from 1 to 0. */
  readonly left: () => number;
}

export function createEvaluator(
  { database, solution, mutants, alternatives = [], separates, maxEvaluations = 2500 }: EvaluationRequest,
  scratch: Scratch,
): Evaluator {
  let evaluations = 0;
  const hard = new Map<number, number>();
  const isOther = (query: string) => {
    evaluations++;
    return separates(solution, query);
  };
  const differs = (mutant: number) => isOther(mutants[mutant] ?? '');
  return {
    answer: async (rows) => {
      await scratch.load(rows);
      try {
        const result = await database.query(solution);
        // Division by zero: a fair answer may well give NULL there.
        return result.rows.flat().some((value) => typeof value === 'number' && !Number.isFinite(value))
          ? undefined
          : result;
      } catch {
        return undefined;
      }
    },
    lawful: (rows) => scratch.loadLawful(rows),
    killedBy: async (rows, asked) => {
      await scratch.load(rows);
      const killed: number[] = [];
      for (const mutant of asked) if (await differs(mutant)) killed.push(mutant);
      return killed;
    },
    killsAll: async (rows, asked) => {
      await scratch.load(rows);
      const hardFirst = [...asked].sort((a, b) => (hard.get(b) ?? 0) - (hard.get(a) ?? 0));
      for (const mutant of hardFirst) {
        if (await differs(mutant)) continue;
        hard.set(mutant, evaluations);
        return false;
      }
      return true;
    },
    isFair: async (rows) => {
      await scratch.load(rows);
      for (const alternative of alternatives) if (await isOther(alternative)) return false;
      return true;
    },
    left: () => Math.max(0, 1 - evaluations / maxEvaluations),
  };
}
