import { connectDuckDb, type DuckDb } from '#src/datasets/node/connect-duckdb.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { openDatasets } from '#src/engine/node/open-datasets.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { differs, expect, findDifferences, shrink, type FoundDifference } from './find-differences.ts';
import type { LawfulDatabase } from './lawful-database.ts';
import { isLawful, makeDatabases } from './make-databases.ts';
import { nameCause, type Cause } from './name-cause.ts';
import { openArena, type Arena, type ArenaDataset } from './open-arena.ts';
import { readTask, type TaskReading } from './read-task.ts';
import { readLiterals, readPools, type ValuePools } from './value-pools.ts';

/** Judges answers to one exercise by random lawful databases, without anything of the checker. */
export interface LawfulJudge {
  /** By the name of each answer that is not fair on some database, a small one on which it is not. */
  readonly judge: (answers: ReadonlyMap<string, string>) => Promise<Map<string, FoundDifference>>;
  /** The smallest database that comes of leaving rows out, and why it tells the answer from the model answer. */
  readonly explain: (
    sql: string,
    difference: FoundDifference,
  ) => Promise<FoundDifference & { readonly cause: Cause }>;
  close(): void;
}

export interface LawfulJudgeOptions {
  /** How many databases all answers are tried on. */
  readonly shared: number;
  /** How many more are made of the numbers and texts of each answer that did not differ on those. */
  readonly own: number;
  readonly seed?: number;
  /** Leaves out the few databases with more rows than a table has today, which take the most time. */
  readonly sizes?: 'small';
}

/** @param root the project's folder, whose real rows are what made-up rows begin with */
export async function openLawfulJudge(
  root: string,
  exercise: SqlExercise,
  datasets: readonly ArenaDataset[],
  { shared, own, seed = 1, sizes }: LawfulJudgeOptions,
): Promise<LawfulJudge> {
  const tables = datasets.flatMap((dataset) => dataset.tables);
  const scratch = await connectDuckDb();
  const arena = await openArena(datasets);
  const real = await openDatasets(root, exercise.datasets);
  const pools = await readPools(real.database, tables);
  real.close();
  const readings = await keepFairReadings(arena, exercise, pools);
  const task = { readings, compare: exercise.compare };
  const maker = { scratch, tables, pools };
  return {
    async judge(answers) {
      const texts = [exercise.solution, ...answers.values()];
      const common = await makeSets(maker, texts, {
        count: shared,
        seed,
        sizes: sizes === 'small' ? [] : beyondToday(pools),
      });
      const found = await findDifferences(arena, task, answers, common);
      for (const [name, sql] of own > 0 ? answers : []) {
        if (found.has(name)) continue;
        const made = await makeSets(maker, [exercise.solution, sql], {
          ...{ count: own, seed: seed + 7919 },
          sizes: beyondCounts(exercise.solution, sql),
        });
        const difference = (await findDifferences(arena, task, new Map([[name, sql]]), made)).get(name);
        if (difference) found.set(name, difference);
      }
      return found;
    },
    async explain(sql, difference) {
      const keeps = (database: LawfulDatabase) => isLawful(scratch.connection, tables, database);
      const smallest = await shrink(arena, task, sql, difference, keeps);
      const stillDiffers = async (database: LawfulDatabase) => {
        if (!(await keeps(database))) return undefined;
        await arena.hold(database);
        const expected = await expect(arena, readings);
        return expected && (await differs(arena, sql, expected, exercise.compare)) !== undefined;
      };
      const literals = readLiterals([exercise.solution, sql]);
      return {
        ...smallest,
        cause: await nameCause(smallest.database, { tables, pools, literals }, stillDiffers),
      };
    },
    close() {
      arena.close();
      scratch.close();
    },
  };
}

interface Maker {
  readonly scratch: DuckDb;
  readonly tables: readonly TableDescriptor[];
  readonly pools: ValuePools;
}

const atOnce = 25;

/** Databases of the usual sizes, and a few with more rows than a table has today or than a query counts to. */
async function makeSets(
  { scratch, tables, pools }: Maker,
  queries: readonly string[],
  {
    count,
    seed,
    sizes,
  }: { readonly count: number; readonly seed: number; readonly sizes: readonly number[] },
): Promise<LawfulDatabase[]> {
  const order = { tables, pools, literals: readLiterals(queries) };
  const made: LawfulDatabase[] = [];
  for (let at = 0; at < count; at += atOnce) {
    const some = Math.min(atOnce, count - at);
    made.push(...(await makeDatabases(scratch.connection, { ...order, count: some, seed: seed + at })));
  }
  // Large ones draw few values or many, as small ones do: one alone may hide what it was made for.
  for (const size of sizes)
    made.push(
      ...(await makeDatabases(scratch.connection, { ...order, count: 3, seed: seed + size, sizes: [size] })),
    );
  return made;
}

// More would take too long to make.
const mostRows = 1000;

/** Sizes beyond the rows of today, where those are not too many, for answers that cut where nothing is cut today. */
function beyondToday({ rows }: ValuePools): number[] {
  const sizes = [...new Set([...rows.values()].map(({ length }) => length))].filter(
    (size) => size <= mostRows,
  );
  return sizes.map((size) => Math.ceil(size * 1.5));
}

/** Sizes beyond the numbers that an answer has and the model answer has not: it may count rows. */
function beyondCounts(solution: string, sql: string): number[] {
  const known = readLiterals([solution]).numbers;
  return readLiterals([sql])
    .numbers.filter(
      (number) => Number.isInteger(number) && number > 12 && number <= mostRows && !known.includes(number),
    )
    .slice(0, 2)
    .map((number) => Math.min(mostRows, number * 4));
}

/** Readings that today's data tell from the model answer are none. */
async function keepFairReadings(
  arena: Arena,
  exercise: SqlExercise,
  { rows }: ValuePools,
): Promise<TaskReading[]> {
  const [model, ...others] = readTask(exercise);
  if (!model) return [];
  await arena.hold(rows);
  const expected = await expect(arena, [model]);
  if (!expected) throw new Error(`The model answer of "${exercise.id}" does not run.`);
  const fair = [model];
  for (const reading of others)
    if (!(await differs(arena, reading.sql, expected, exercise.compare))) fair.push(reading);
  return fair;
}
