import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toContentHash } from '#src/authored/content-hash.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { makeMutants, type Mutant } from '#src/mutation/make-mutants.ts';
import { makeNarrowedAnswers } from '#src/mutation/make-narrowed-answers.ts';
import type { Database } from '#src/results/database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { sortsWhereNeeded } from '#src/checker/query-plan.ts';
import { describeQuery } from '#src/compare/result-copy.ts';
import { findNeighbours } from './find-neighbours.ts';

/** A stable short name for a mutant, for the author to mark it with. */
export function toMutantId({ operator, sql }: Mutant): string {
  return `${operator}/${toContentHash(sql).slice(0, 6)}`;
}

/** The mutants of a model answer that run. */
export interface SortedMutants {
  /** Those that the real data tell from the model answer, and those that they do not. */
  readonly killed: readonly Mutant[];
  readonly survived: readonly Mutant[];
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
  const killed: Mutant[] = [];
  const survived: Mutant[] = [];
  for (const mutant of made) {
    // A query that does not run is no slip that could pass.
    const runs = await describeQuery(database, mutant.sql).then(
      () => true,
      () => false,
    );
    if (runs) ((await passes(mutant.sql)) ? survived : killed).push(mutant);
  }
  const tree = await parseQuery(database, solution);
  return { killed, survived, printed: (tree && (await printQuery(database, tree))) ?? solution };
}

/** The narrowed answers that the real data do not tell from the model answer. */
export async function findNarrowedAnswers(
  database: Database,
  { solution }: SqlExercise,
  tables: readonly TableDescriptor[],
  isRight: (sql: string) => Promise<boolean>,
): Promise<Mutant[]> {
  const narrowedAnswers: Mutant[] = [];
  for (const narrowedAnswer of await makeNarrowedAnswers(database, solution, tables))
    if (await isRight(narrowedAnswer.sql)) narrowedAnswers.push(narrowedAnswer);
  return narrowedAnswers;
}
