import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { toWitnessStatements, type Witness, type WitnessTableShape } from '#src/witnesses/witness.ts';
import type { AnswerQuery } from '../answer-query.ts';
import type { WrongAnswer } from '../checked-exercise.ts';
import type { CompiledChecks } from '../compiled-checks.ts';
import { onWitnessTables, toWitnessSchemas } from './on-witness-tables.ts';

/** What is asked of every witness. */
export interface WitnessCheck {
  readonly exercise: {
    /** One query that gives rows. */
    readonly solution: string;
    readonly wrong: readonly WrongAnswer[];
    readonly compare: Compare;
    readonly compiled: CompiledChecks;
  };
  /** Every table of the exercise's datasets. */
  readonly tables: readonly WitnessTableShape[];
  readonly answer: AnswerQuery;
  /** Begins the names of what is made for the check: one that the answer does not use. */
  readonly name: string;
}

/** Runs work with the witness's tables under their plain names, and undoes it all. */
export function onWitness<T>(
  database: Database,
  { tables, name }: Pick<WitnessCheck, 'tables' | 'name'>,
  witness: Witness,
  work: () => Promise<T>,
): Promise<T> {
  const schemas = toWitnessSchemas(name);
  const names = witness.tables.map((table) => table.name);
  const statements = toWitnessStatements(witness, tables, schemas.tables);
  return onWitnessTables(database, { schemas, names, statements }, work);
}
