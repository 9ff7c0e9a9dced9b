import { parseQuery } from '#src/syntax/parse-query.ts';
import type { RawTable } from '#src/results/database.ts';
import { createBareModel, createModels } from './facts/create-models.ts';
import { createCoverageMeter } from './search/coverage.ts';
import { findGeneral } from './search/find-general.ts';
import { findTargeted, type Kill } from './search/find-targeted.ts';
import { gatherSamples } from './samples/gather-samples.ts';
import { keepLawfulRows } from './candidates/keep-lawful-rows.ts';
import type { CandidateInputs } from './candidates/candidate.ts';
import { readQueryFacts, withMutantFacts, type QueryFacts } from './facts/query-facts.ts';
import { createFinish } from './search/finish-rows.ts';
import { readTemplates } from './samples/other-tables.ts';
import { createScratch } from './search/scratch.ts';
import { shrinkRows } from './search/shrink-rows.ts';
import { toWitness, countRows, type Rows, type TableModel } from './facts/table-model.ts';
import { createEvaluator, type Evaluator, type EvaluationRequest } from './search/evaluator.ts';
import type { Witness, WitnessTableShape } from './witness.ts';

export interface WitnessRequest extends EvaluationRequest {
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
  /** Places of the mutants that nothing told apart: equivalent to the model answer, or not reached. */
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
  const { likely, lawful } = await createModels(database, facts, tables);
  const others = tables.filter(({ name }) => !facts.tables.includes(name)).map(createBareModel);
  const models = [...lawful, ...others];
  const samples = await gatherSamples(database, facts, tables);
  const toInputs = (list: readonly TableModel[]): CandidateInputs => ({
    facts,
    models: new Map(list.map((model) => [model.shape.name, model])),
    samples,
  });
  const inputs = { likely: toInputs(likely), lawful: toInputs(lawful) };
  const scratch = await createScratch(database, models);
  try {
    const evaluator = createEvaluator(request, scratch);
    const meter = await createCoverageMeter(database, tree, facts, inputs.lawful.models);
    const general: Kill[] = [];
    for (const rows of await findGeneral(inputs.lawful, evaluator, meter, seed))
      general.push({ rows, mutants: await evaluator.killedBy(rows, all) });
    const open = without(
      all,
      general.flatMap((found) => found.mutants),
    );
    const targeted = await findTargeted(inputs, evaluator, open, (mutant) => optional.includes(mutant), seed);
    const small = await shrinkAll(targeted, (mutant) => optional.includes(mutant), models, evaluator);
    const merged = await merge(small, models, evaluator);
    const finish = createFinish(
      { read: lawful, others },
      facts,
      evaluator,
      await readTemplates(database, others),
    );
    const witnesses: Kill[] = [];
    for (const [place, found] of [...merged, ...general].entries())
      witnesses.push(await finish(found, place >= merged.length));
    const separatedBy = new Map(
      witnesses.flatMap((found, place) => found.mutants.map((mutant): [number, number] => [mutant, place])),
    );
    return {
      witnesses: witnesses.map(({ rows }) => toWitness(rows, withRows(models, others, rows))),
      separatedBy: new Map([...separatedBy].sort(([a], [b]) => a - b)),
      survivors: all.filter((mutant) => !separatedBy.has(mutant)),
    };
  } finally {
    await scratch.close();
  }
}

/**
 * Without the tables that are not read and got no lawful row: left empty, they would lack the parents that others refer to. The
 * check fills them from the real ones.
 */
function withRows(models: readonly TableModel[], others: readonly TableModel[], rows: Rows) {
  return models.filter((model) => !others.includes(model) || (rows.get(model.shape.name) ?? []).length > 0);
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
async function leaveOutNeedless(found: readonly Kill[], evaluator: Evaluator): Promise<Kill[]> {
  let kept = [...found];
  for (const least of [...found].sort((a, b) => a.mutants.length - b.mutants.length)) {
    const others: Kill[] = [];
    let open = least.mutants;
    for (const other of kept.filter(({ rows }) => rows !== least.rows)) {
      const killed = open.length === 0 ? [] : await evaluator.killedBy(other.rows, open);
      others.push({ ...other, mutants: [...other.mutants, ...killed] });
      open = without(open, killed);
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
  found: readonly Kill[],
  isOptional: (mutant: number) => boolean,
  models: readonly TableModel[],
  evaluator: Evaluator,
): Promise<Kill[]> {
  const small: Kill[] = [];
  const worth: Kill[] = [];
  for (const { rows, mutants } of await leaveOutNeedless(found, evaluator)) {
    const required = mutants.filter((mutant) => !isOptional(mutant));
    let lost = mutants.filter(isOptional);
    if (required.length > 0) {
      const shrunk = await shrink({ rows, mutants: required }, models, evaluator, triesForRequired);
      const kept = await evaluator.killedBy(shrunk.rows, lost);
      small.push({ rows: shrunk.rows, mutants: [...required, ...kept] });
      lost = without(lost, kept);
    }
    if (lost.length > 0) worth.push({ rows, mutants: lost });
  }
  for (const each of await leaveOutNeedless(worth, evaluator))
    small.push(await shrink(each, models, evaluator, triesForOptional));
  return small;
}

const triesForRequired = 100;
const triesForOptional = 12;

async function shrink(
  { rows, mutants }: Kill,
  models: readonly TableModel[],
  evaluator: Evaluator,
  maxTries: number,
): Promise<Kill> {
  const before = await evaluator.answer(rows);
  const hasGap = (result: RawTable) => result.rows.flat().includes(null);
  const serves = async (fewer: Rows, fair: boolean) => {
    if (evaluator.left() < 0.1) return false;
    const result = await evaluator.answer(fewer);
    if (!before || !result) return false;
    // Nothing found, or the sum of nothing, is where fair answers part: it must not come from taking rows away.
    if (before.rows.length > 0 && result.rows.length === 0) return false;
    if (!hasGap(before) && hasGap(result)) return false;
    return (await evaluator.killsAll(fewer, mutants)) && (!fair || (await evaluator.isFair(fewer)));
  };
  // Fewer rows are seldom unfair where the whole is not, so that is asked of the last ones only.
  const fewest = await shrinkRows(rows, models, (fewer) => serves(fewer, false), maxTries);
  if (await evaluator.isFair(fewest)) return { rows: fewest, mutants };
  return { rows: await shrinkRows(rows, models, (fewer) => serves(fewer, true), maxTries), mutants };
}

/** One witness in place of two where their rows can stand together and still tell all mutants apart. */
async function merge(
  found: readonly Kill[],
  models: readonly TableModel[],
  evaluator: Evaluator,
): Promise<Kill[]> {
  const merged: Kill[] = [];
  for (const next of found) {
    let isMerged = false;
    for (const [place, other] of merged.entries()) {
      const both = new Map(
        [...other.rows].map(([table, list]) => [table, union(list, next.rows.get(table))]),
      );
      const rows = keepLawfulRows(both, models);
      const mutants = [...other.mutants, ...next.mutants];
      if (countRows(rows) < countRows(both) || evaluator.left() === 0 || !(await evaluator.answer(rows)))
        continue;
      if (!(await evaluator.killsAll(rows, mutants)) || !(await evaluator.isFair(rows))) continue;
      merged[place] = { rows, mutants };
      isMerged = true;
      break;
    }
    if (!isMerged) merged.push(next);
  }
  return merged;
}

function union<R>(first: readonly R[], second: readonly R[] = []): R[] {
  const known = new Set(first.map((row) => JSON.stringify(row)));
  return [...first, ...second.filter((row) => !known.has(JSON.stringify(row)))];
}
