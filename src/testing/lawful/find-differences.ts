import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { countLawfulRows, type LawfulDatabase } from './lawful-database.ts';
import { isFairResult, type Expected } from './is-fair-result.ts';
import type { Arena } from './open-arena.ts';
import type { Ran, Result } from './read-result.ts';
import type { TaskReading } from './read-task.ts';

/** An answer and the smallest of the databases so far on which its result is not fair. */
export interface FoundDifference {
  readonly database: LawfulDatabase;
  readonly expected: Result;
  readonly found: Ran;
}

/** What a task asks for on the database that the arena holds. */
export interface Expectation {
  /** What the model answer gives. */
  readonly model: Expected;
  /** What the other readings give, each run when it is first asked for. */
  readonly others: () => Promise<readonly Expected[]>;
}

/** Undefined when the model answer, the first of the readings, does not run: then the database says nothing. */
export async function expect(
  arena: Arena,
  readings: readonly TaskReading[],
): Promise<Expectation | undefined> {
  const [first, ...rest] = readings;
  const model = first && (await toExpected(arena, first));
  if (!model) return undefined;
  let known: Expected[] | undefined;
  const others = async () => {
    if (known) return known;
    known = [];
    for (const reading of rest) known.push(...[(await toExpected(arena, reading)) ?? []].flat());
    return known;
  };
  return { model, others };
}

async function toExpected(arena: Arena, reading: TaskReading): Promise<Expected | undefined> {
  const ran = await arena.run(reading.sql);
  if (ran.status !== 'rows') return undefined;
  const sorted = reading.sorted && (await place(arena, reading.sorted, ran.result));
  return { result: ran.result, ...(sorted && { sorted }) };
}

/** Undefined where a sort key is none of the columns: then the rows must stand as they do. */
async function place(
  arena: Arena,
  { all, keys }: NonNullable<TaskReading['sorted']>,
  { columns }: Result,
): Promise<Expected['sorted']> {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[\s"]/g, '')
      .replace(/^\w+\.(?=\w+$)/, '');
  const names = columns.map(plain);
  const places = keys.map((key) => (/^\d+$/.test(key) ? Number(key) - 1 : names.indexOf(plain(key))));
  const ran = await arena.run(all);
  return places.includes(-1) || ran.status !== 'rows' ? undefined : { keys: places, all: ran.result };
}

/** Whether an answer's result is not fair on the database that the arena holds. What was stopped at the limit says nothing. */
export async function differs(
  arena: Arena,
  sql: string,
  { model, others }: Expectation,
  compare: SqlExercise['compare'],
): Promise<Ran | undefined> {
  const found = await arena.run(sql);
  if (found.status === 'late') return undefined;
  if (found.status === 'failed') return found;
  const isFair = (expected: Expected) => isFairResult(found.result, expected, compare);
  return isFair(model) || (await others()).some(isFair) ? undefined : found;
}

/**
 * Runs answers on databases and keeps, of each, the smallest one on which its result is not fair.
 *
 * A database without a row says nothing: what is counted there may be read as 0 or as missing.
 *
 * @param answers SQL by name
 * @param enough an answer that has differed so often is not tried again
 */
export async function findDifferences(
  arena: Arena,
  {
    readings,
    compare,
  }: { readonly readings: readonly TaskReading[]; readonly compare: SqlExercise['compare'] },
  answers: ReadonlyMap<string, string>,
  databases: readonly LawfulDatabase[],
  enough = 3,
): Promise<Map<string, FoundDifference>> {
  const found = new Map<string, FoundDifference>();
  const counts = new Map<string, number>();
  for (const database of databases) {
    const open = [...answers].filter(([name]) => (counts.get(name) ?? 0) < enough);
    if (open.length === 0) break;
    if (countLawfulRows(database) === 0) continue;
    await arena.hold(database);
    const expected = await expect(arena, readings);
    if (!expected) continue;
    for (const [name, sql] of open) {
      const ran = await differs(arena, sql, expected, compare);
      if (!ran) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const before = found.get(name);
      if (before && countLawfulRows(before.database) <= countLawfulRows(database)) continue;
      found.set(name, { database, found: ran, expected: expected.model.result });
    }
  }
  return found;
}

/**
 * Leaves out rows as long as the answer still differs. A row goes with the rows that refer to it, so that the database stays lawful.
 *
 * @param isLawful whether a smaller one keeps what the descriptors declare
 */
export async function shrink(
  arena: Arena,
  task: { readonly readings: readonly TaskReading[]; readonly compare: SqlExercise['compare'] },
  sql: string,
  difference: FoundDifference,
  isLawful: (database: LawfulDatabase) => Promise<boolean>,
): Promise<FoundDifference> {
  let smallest = difference;
  const tryOn = async (database: LawfulDatabase): Promise<boolean> => {
    if (countLawfulRows(database) === 0 || !(await isLawful(database))) return false;
    await arena.hold(database);
    const expected = await expect(arena, task.readings);
    const ran = expected && (await differs(arena, sql, expected, task.compare));
    if (!expected || !ran) return false;
    smallest = { database, found: ran, expected: expected.model.result };
    return true;
  };
  for (const table of [...difference.database.keys()].toReversed()) {
    for (
      let length = smallest.database.get(table)?.length ?? 0;
      length >= 1;
      length = Math.floor(length / 2)
    ) {
      for (let at = 0; at < (smallest.database.get(table)?.length ?? 0);) {
        const rows = smallest.database.get(table) ?? [];
        const fewer = [...rows.slice(0, at), ...rows.slice(at + length)];
        if (!(await tryOn(new Map(smallest.database).set(table, fewer)))) at += length;
      }
    }
  }
  return smallest;
}
