import { parseQuery } from '#src/syntax/parse-query.ts';
import type { RawTable } from '#src/results/database.ts';
import { createModels } from './create-models.ts';
import { createCoverageMeter } from './coverage.ts';
import { findGeneral } from './find-general.ts';
import { findPointed, type Catch } from './find-pointed.ts';
import { gatherDonors } from './gather-donors.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';
import type { Kit } from './make-candidate.ts';
import { readQueryFacts, withMutantFacts, type QueryFacts } from './query-facts.ts';
import { createScratch, toWitness } from './scratch.ts';
import { shrinkRows } from './shrink-rows.ts';
import { countRows, type Rows, type TableModel } from './table-model.ts';
import { createTrial, type Trial, type TrialRequest } from './trial.ts';
import type { Witness, WitnessTableShape } from './witness.ts';

export interface WitnessRequest extends TrialRequest {
  readonly tables: readonly WitnessTableShape[];
  readonly seed?: number;
  /** Places of mutants that are worth telling apart where it costs little, and need not be. */
  readonly optional?: readonly number[];
}

export interface WitnessReport {
  /** One or two general ones, for wrong answers that no mutant stands for, are the last. Empty when no known table is read. */
  readonly witnesses: Witness[];
  /** Place of a mutant → place of the witness that tells it apart. */
  readonly separatedBy: Map<number, number>;
  /** Places of the mutants that nothing told apart: equal to the model answer, or not reached. */
  readonly survivors: number[];
}

/**
 * Builds the fewest small databases on which the mutants give another result than the model answer. Rows are real rows
 * and lawful changes of them. The idea is that of XData: Shah et al., "Generating test data for killing SQL mutants",
 * ICDE 2011; here rows are drawn and tried rather than solved for.
 */
export async function buildWitnesses(request: WitnessRequest): Promise<WitnessReport> {
  const { database, tables, solution, mutants, seed = 1, optional = [] } = request;
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
    const meter = await createCoverageMeter(database, tree, facts, kit.models);
    const general: Catch[] = [];
    for (const rows of await findGeneral(kit, trial, meter, seed))
      general.push({ rows, mutants: await trial.caughtBy(rows, all) });
    const open = without(
      all,
      general.flatMap((found) => found.mutants),
    );
    const pointed = await findPointed(kit, trial, open, (mutant) => optional.includes(mutant), seed);
    const small = await shrinkAll(pointed, (mutant) => optional.includes(mutant), models, trial);
    const merged = await merge(small, models, trial);
    const witnesses = [...merged, ...general];
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

/**
 * As few rows as tell the mutants apart that must be. What is only worth telling is not worth the search for its fewest
 * rows: those candidates lose a few.
 */
async function shrinkAll(
  found: readonly Catch[],
  isOptional: (mutant: number) => boolean,
  models: readonly TableModel[],
  trial: Trial,
): Promise<Catch[]> {
  const small: Catch[] = [];
  const worth: Catch[] = [];
  for (const { rows, mutants } of await leaveOutNeedless(found, trial)) {
    const required = mutants.filter((mutant) => !isOptional(mutant));
    let lost = mutants.filter(isOptional);
    if (required.length > 0) {
      const shrunk = await shrink({ rows, mutants: required }, models, trial, triesForRequired);
      const kept = await trial.caughtBy(shrunk.rows, lost);
      small.push({ rows: shrunk.rows, mutants: [...required, ...kept] });
      lost = without(lost, kept);
    }
    if (lost.length > 0) worth.push({ rows, mutants: lost });
  }
  for (const each of await leaveOutNeedless(worth, trial))
    small.push(await shrink(each, models, trial, triesForOptional));
  return small;
}

const triesForRequired = 100;
const triesForOptional = 12;

async function shrink(
  { rows, mutants }: Catch,
  models: readonly TableModel[],
  trial: Trial,
  maxTries: number,
): Promise<Catch> {
  const before = await trial.answer(rows);
  const hasGap = (result: RawTable) => result.rows.flat().includes(null);
  const serves = async (fewer: Rows, fair: boolean) => {
    if (trial.left() < 0.1) return false;
    const result = await trial.answer(fewer);
    if (!before || !result) return false;
    // Nothing found, or the sum of nothing, is where fair answers part: it must not come from taking rows away.
    if (before.rows.length > 0 && result.rows.length === 0) return false;
    if (!hasGap(before) && hasGap(result)) return false;
    return (await trial.catchesAll(fewer, mutants)) && (!fair || (await trial.isFair(fewer)));
  };
  // Fewer rows are seldom unfair where the whole is not, so that is asked of the last ones only.
  const fewest = await shrinkRows(rows, models, (fewer) => serves(fewer, false), maxTries);
  if (await trial.isFair(fewest)) return { rows: fewest, mutants };
  return { rows: await shrinkRows(rows, models, (fewer) => serves(fewer, true), maxTries), mutants };
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
