import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toContentHash } from '#src/lessons/content-hash.ts';
import type { SqlExercise } from '#src/lessons/exercise.ts';
import { makeMutants, type Mutant } from '#src/mutants/make-mutants.ts';
import type { Database } from '#src/results/database.ts';
import { buildWitnesses } from '#src/witnesses/build-witnesses.ts';
import { toWitnessStatements, type Witness } from '#src/witnesses/witness.ts';
import type { CompiledExercise, NearMiss } from '../compiled-exercise.ts';
import { toFingerprint } from '../fingerprint.ts';
import { judgeSql } from '../judge-sql.ts';
import type { Scorecard } from '../scorecard.ts';
import { findNeighbours } from './find-neighbours.ts';
import { rankAnswers } from './rank-answers.ts';

export interface Compilation {
  readonly compiled: CompiledExercise;
  readonly scorecard: Scorecard;
  /** What an author must mend: an alternative that a witness refuses, a mark that no mutant needs. */
  readonly findings: readonly {
    readonly path: string;
    readonly expected: string;
    readonly found: string;
    readonly remedy: string;
  }[];
}

/** A stable short name for a mutant, for the author to mark it with. */
export function toMutantId({ family, sql }: Mutant): string {
  return `${family}/${toContentHash(sql).slice(0, 6)}`;
}

/**
 * Makes what the browser needs to judge an exercise beyond the real data: ranks, witnesses and near misses; and counts
 * how many mutants each of them catches.
 *
 * @param database native DuckDB with the exercise's real tables under plain names
 * @param tables the descriptors of those tables
 */
export async function compileExercise(
  database: Database,
  exercise: SqlExercise,
  tables: readonly TableDescriptor[],
): Promise<Compilation> {
  const startedAt = performance.now();
  const { solution, compare } = exercise;
  const { ranked, rankedWrong } = await rankAnswers(database, exercise);
  const judged = { solution, compare, ...(ranked ? { compiled: { ranked } } : {}) };
  const isRight = (sql: string) => judgeSql(database, judged, sql);

  const shapes = tables.map(({ name, primaryKey, columns }) => ({ name, primaryKey, columns }));
  const neighbours = await findNeighbours(database, solution, shapes);
  const made = (await makeMutants(database, solution, shapes, neighbours)) ?? [];
  const mutants: Mutant[] = [];
  const uncaught: Mutant[] = [];
  const nearMisses = new Map<string, NearMiss>();
  const own = await toFingerprint(database, solution, compare);
  for (const mutant of made) {
    // A query that does not run is no slip that could pass.
    const runs = await database.query(`DESCRIBE ${mutant.sql}`).then(
      () => true,
      () => false,
    );
    if (!runs) continue;
    const right = await isRight(mutant.sql);
    mutants.push(mutant);
    if (right) uncaught.push(mutant);
    const fingerprint = right
      ? undefined
      : await toFingerprint(database, mutant.sql, compare).catch(() => undefined);
    if (fingerprint && fingerprint !== own && !nearMisses.has(fingerprint)) {
      nearMisses.set(fingerprint, { fingerprint, sentence: mutant.sentence });
    }
  }

  const marks = new Map(exercise.equivalent.map(({ mutant, reason }) => [mutant, reason]));
  const isMarked = (mutant: Mutant) => marks.has(toMutantId(mutant));
  const wanted = uncaught.filter((mutant) => !isMarked(mutant));
  const { witnesses, survivors } = exercise.witnesses
    ? await buildWitnesses({
        database,
        tables,
        solution,
        mutants: wanted.map(({ sql }) => sql),
        separates: async (_solution, mutant) => !(await isRight(mutant)),
      })
    : { witnesses: [], survivors: wanted.map((_, index) => index) };

  const names = new Set(mutants.map(toMutantId));
  const caught = new Set(mutants.filter((mutant) => !uncaught.includes(mutant)).map(toMutantId));
  const findings = [
    ...(await proveOnWitnesses(database, exercise, tables, witnesses, isRight)),
    ...exercise.equivalent.flatMap(({ mutant }, index) =>
      names.has(mutant) && !caught.has(mutant)
        ? []
        : [
            {
              path: `equivalent.${index}`,
              expected: 'a mutant that the real data do not catch',
              found: `"${mutant}", which ${names.has(mutant) ? 'they do' : 'is not made from this model answer'}`,
              remedy: 'Take the mark out.',
            },
          ],
    ),
  ];
  return {
    compiled: {
      ...(ranked && { ranked }),
      ...(rankedWrong && { rankedWrong }),
      witnesses,
      nearMisses: [...nearMisses.values()],
    },
    scorecard: {
      exercise: exercise.id,
      mutants: mutants.length,
      equivalent: uncaught.length - wanted.length,
      caughtOnRealData: mutants.length - uncaught.length,
      caughtOnWitnesses: wanted.length - survivors.length,
      survivors: survivors.flatMap((index) => {
        const mutant = wanted[index];
        return mutant ? [{ id: toMutantId(mutant), sentence: mutant.sentence, sql: mutant.sql }] : [];
      }),
      witnesses: witnesses.length,
      witnessRows: witnesses.reduce((sum, witness) => sum + countRows(witness), 0),
      alternatives: exercise.alternatives.length,
      wrongAnswers: exercise.wrong.length,
      elapsedMs: performance.now() - startedAt,
    },
    findings,
  };
}

function countRows(witness: Witness): number {
  return witness.tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** A fair answer must be right on every witness: the model answer itself, and each alternative. */
async function proveOnWitnesses(
  database: Database,
  { solution, alternatives }: SqlExercise,
  tables: readonly TableDescriptor[],
  witnesses: readonly Witness[],
  isRight: (sql: string) => Promise<boolean>,
): Promise<Compilation['findings']> {
  const findings: Compilation['findings'][number][] = [];
  for (const [index, witness] of witnesses.entries()) {
    const schema = `witness_${index + 1}`;
    for (const statement of toWitnessStatements(witness, tables, schema)) await database.query(statement);
    await database.query(`USE ${schema}`);
    for (const [path, sql] of [
      ['solution', solution],
      ...alternatives.map((sql, at) => [`alternatives.${at}`, sql]),
    ]) {
      const refused = await isRight(sql ?? '').then(
        (right) => (right ? undefined : 'another result'),
        (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error)),
      );
      if (refused === undefined) continue;
      findings.push({
        path: path ?? '',
        expected: `the model answer's result on witness ${index + 1} too`,
        found: refused,
        remedy:
          'If the two answer different questions, mend the answer or the task. If they differ only on impossible data, ' +
          'add a rule to the dataset that says so.',
      });
    }
    await database.query('USE main');
    await database.query(`DROP SCHEMA ${schema} CASCADE`);
  }
  return findings;
}
