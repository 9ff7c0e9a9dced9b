import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toContentHash } from '#src/lessons/content-hash.ts';
import type { SqlExercise } from '#src/lessons/exercise.ts';
import { makeMutants, type Mutant } from '#src/mutants/make-mutants.ts';
import { makeProbes } from '#src/mutants/make-probes.ts';
import type { Database } from '#src/results/database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { sortsWhereNeeded } from '../query-plan.ts';
import { describeQuery } from '../result-copy.ts';
import { findNeighbours } from './find-neighbours.ts';

/** A stable short name for a mutant, for the author to mark it with. */
export function toMutantId({ family, sql }: Mutant): string {
  return `${family}/${toContentHash(sql).slice(0, 6)}`;
}

/** The mutants of a model answer that run. */
export interface SortedMutants {
  /** Those that the real data tell from the model answer, and those that they do not. */
  readonly caught: readonly Mutant[];
  readonly uncaught: readonly Mutant[];
  /** The model answer as DuckDB prints it, to compare mutants with. */
  readonly printed: string;
}

/** The mutants that run; undefined when DuckDB's tree cannot carry the model answer. */
export async function findMutants(
  database: Database,
  { solution, compare }: SqlExercise,
  tables: readonly TableDescriptor[],
  isRight: (sql: string) => Promise<boolean>,
): Promise<SortedMutants | undefined> {
  const neighbours = await findNeighbours(database, solution, tables);
  const made = await makeMutants(database, solution, tables, neighbours, { compare });
  if (!made) return undefined;
  const { rows } = await database.query(`SELECT count(*) FROM (${solution}\n)`);
  const passes = async (sql: string) =>
    (await isRight(sql)) && (await sortsWhereNeeded(database, compare, sql, Number(rows[0]?.[0])));
  const caught: Mutant[] = [];
  const uncaught: Mutant[] = [];
  for (const mutant of made) {
    // A query that does not run is no slip that could pass.
    const runs = await describeQuery(database, mutant.sql).then(
      () => true,
      () => false,
    );
    if (runs) ((await passes(mutant.sql)) ? uncaught : caught).push(mutant);
  }
  const tree = await parseQuery(database, solution);
  return { caught, uncaught, printed: (tree && (await printQuery(database, tree))) ?? solution };
}

/** The probes that the real data do not tell from the model answer. */
export async function findProbes(
  database: Database,
  { solution }: SqlExercise,
  tables: readonly TableDescriptor[],
  isRight: (sql: string) => Promise<boolean>,
): Promise<Mutant[]> {
  const probes: Mutant[] = [];
  for (const probe of await makeProbes(database, solution, tables))
    if (await isRight(probe.sql)) probes.push(probe);
  return probes;
}
