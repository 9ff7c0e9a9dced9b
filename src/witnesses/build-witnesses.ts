import { parseQuery } from '#src/syntax/parse-query.ts';
import type { RawTable } from '#src/results/database.ts';
import { createModels } from './create-models.ts';
import { gatherDonors } from './gather-donors.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';
import { makeCandidate, type Kit } from './make-candidate.ts';
import { readQueryFacts, withMutantFacts, type QueryFacts } from './query-facts.ts';
import { generalRecipes, pointedRecipes } from './recipes.ts';
import { createScratch, toWitness } from './scratch.ts';
import { shrinkRows } from './shrink-rows.ts';
import { countRows, type Rows, type TableModel } from './table-model.ts';
import { createTrial, type Trial, type TrialRequest } from './trial.ts';
import type { Witness, WitnessTableShape } from './witness.ts';

export interface WitnessRequest extends TrialRequest {
  readonly tables: readonly WitnessTableShape[];
  readonly seed?: number;
}

export interface WitnessReport {
  /** The general one, for wrong answers that no mutant stands for, is the last. Empty when no known table is read. */
  readonly witnesses: Witness[];
  /** Place of a mutant → place of the witness that tells it apart. */
  readonly separatedBy: Map<number, number>;
  /** Places of the mutants that nothing told apart: equal to the model answer, or not reached. */
  readonly survivors: number[];
}

/** A candidate that tells some mutants apart. */
interface Catch {
  readonly rows: Rows;
  readonly mutants: readonly number[];
}

/**
 * Builds the fewest small databases on which the mutants give another result than the model answer. Rows are real rows
 * and lawful changes of them. The idea is that of XData: Shah et al., "Generating test data for killing SQL mutants",
 * ICDE 2011; here rows are drawn and tried rather than solved for.
 */
export async function buildWitnesses(request: WitnessRequest): Promise<WitnessReport> {
  const { database, tables, solution, mutants, seed = 1 } = request;
  const all = mutants.map((_, index) => index);
  const none = { witnesses: [], separatedBy: new Map<number, number>(), survivors: all };
  const tree = await parseQuery(database, solution);
  const own = tree && readQueryFacts(tree, tables);
  if (!own || own.tables.length === 0) return none;
  const facts = withMutantFacts(own, await readMutants(request));
  const models = await createModels(database, facts, tables);
  const kit: Kit = {
    facts,
    models: new Map(models.map((model) => [model.shape.name, model])),
    donors: await gatherDonors(database, facts, tables),
  };
  const scratch = await createScratch(database, models);
  try {
    const trial = createTrial(request, scratch);
    const general = await findGeneral(kit, models, trial, seed);
    const caught = general ? await trial.caughtBy(general, all) : [];
    const pointed = await findPointed(kit, trial, without(all, caught), seed);
    const needed = await leaveOutNeedless(pointed, trial);
    const small: Catch[] = [];
    for (const found of needed) small.push(await shrink(found, models, trial));
    const merged = await merge(small, models, trial);
    const witnesses = [...merged, ...(general ? [{ rows: general, mutants: caught }] : [])];
    const separatedBy = new Map(
      witnesses.flatMap((found, place) => found.mutants.map((mutant): [number, number] => [mutant, place])),
    );
    return {
      witnesses: witnesses.map(({ rows }) => toWitness(rows, models)),
      separatedBy: new Map([...separatedBy].sort(([a], [b]) => a - b)),
      survivors: all.filter((mutant) => !separatedBy.has(mutant)),
    };
  } finally {
    await scratch.close();
  }
}

async function readMutants({ database, mutants, tables }: WitnessRequest): Promise<QueryFacts[]> {
  const facts: QueryFacts[] = [];
  for (const mutant of mutants) {
    const tree = await parseQuery(database, mutant);
    if (tree) facts.push(readQueryFacts(tree, tables));
  }
  return facts;
}

const without = (all: readonly number[], some: readonly number[]) =>
  all.filter((item) => !some.includes(item));

/** The first general candidate on which the model answer finds something. */
async function findGeneral(
  kit: Kit,
  models: readonly TableModel[],
  trial: Trial,
  seed: number,
): Promise<Rows | undefined> {
  let fallback: Rows | undefined;
  for (const recipe of generalRecipes(kit.facts, seed)) {
    const made = await trial.lawful(makeCandidate(kit, recipe));
    const rows = keepLawfulRows(
      new Map([...made].map(([table, list]) => [table, list.slice(0, recipe.size)])),
      models,
    );
    if (countRows(rows) === 0) continue;
    const result = await trial.answer(rows);
    if (!result || !(await trial.isFair(rows))) continue;
    if (result.rows.length > 0) return rows;
    fallback ??= rows;
  }
  return fallback;
}

/** Candidates that may catch nothing, one after another, before the rest of the mutants count as equal. */
const patience = 36;

/** Candidates that each tell a further mutant apart, until none is left or half of the evaluations are spent. */
async function findPointed(
  kit: Kit,
  trial: Trial,
  mutants: readonly number[],
  seed: number,
): Promise<Catch[]> {
  const found: Catch[] = [];
  let remaining = mutants;
  let fruitless = 0;
  for (const recipe of pointedRecipes(kit.facts, seed)) {
    if (remaining.length === 0 || trial.left() < 0.5 || fruitless++ === patience) break;
    const rows = await trial.lawful(makeCandidate(kit, recipe));
    if (countRows(rows) === 0 || !(await trial.answer(rows))) continue;
    const caught = await trial.caughtBy(rows, remaining);
    if (caught.length === 0 || !(await trial.isFair(rows))) continue;
    found.push({ rows, mutants: caught });
    fruitless = 0;
    remaining = without(remaining, caught);
  }
  return found;
}

/** Without the candidates whose mutants the others tell apart as well. */
async function leaveOutNeedless(found: readonly Catch[], trial: Trial): Promise<Catch[]> {
  let kept = [...found];
  for (const least of [...found].sort((a, b) => a.mutants.length - b.mutants.length)) {
    const others: Catch[] = [];
    let open = least.mutants;
    for (const other of kept.filter(({ rows }) => rows !== least.rows)) {
      const caught = open.length === 0 ? [] : await trial.caughtBy(other.rows, open);
      others.push({ ...other, mutants: [...other.mutants, ...caught] });
      open = without(open, caught);
    }
    if (open.length === 0) kept = others;
  }
  return kept;
}

async function shrink({ rows, mutants }: Catch, models: readonly TableModel[], trial: Trial): Promise<Catch> {
  const before = await trial.answer(rows);
  const hasGap = (result: RawTable) => result.rows.flat().includes(null);
  const serves = async (fewer: Rows) => {
    if (trial.left() < 0.1) return false;
    const result = await trial.answer(fewer);
    if (!before || !result) return false;
    // Nothing found, or the sum of nothing, is where fair answers part: it must not come from taking rows away.
    if (before.rows.length > 0 && result.rows.length === 0) return false;
    if (!hasGap(before) && hasGap(result)) return false;
    return (await trial.catchesAll(fewer, mutants)) && trial.isFair(fewer);
  };
  return { rows: await shrinkRows(rows, models, serves, 200), mutants };
}

/** One witness in place of two where their rows can stand together and still tell all mutants apart. */
async function merge(found: readonly Catch[], models: readonly TableModel[], trial: Trial): Promise<Catch[]> {
  const merged: Catch[] = [];
  for (const next of found) {
    let isMerged = false;
    for (const [place, other] of merged.entries()) {
      const both = new Map(
        [...other.rows].map(([table, list]) => [table, union(list, next.rows.get(table))]),
      );
      const rows = keepLawfulRows(both, models);
      const mutants = [...other.mutants, ...next.mutants];
      if (countRows(rows) < countRows(both) || trial.left() === 0 || !(await trial.answer(rows))) continue;
      if (!(await trial.catchesAll(rows, mutants)) || !(await trial.isFair(rows))) continue;
      merged[place] = { rows, mutants };
      isMerged = true;
      break;
    }
    if (!isMerged) merged.push(next);
  }
  return merged;
}

function union<R>(first: readonly R[], second: readonly R[] = []): R[] {
  const keyed = [...first, ...second].map((row): [string, R] => [JSON.stringify(row), row]);
  return [...new Map(keyed).values()];
}
