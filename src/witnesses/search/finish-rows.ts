import type { Row } from '../witness.ts';
import { withAwkwardValues } from '../candidates/awkward-values.ts';
import { withMadeUpNames } from '../candidates/made-up-names.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import { createRandom } from '../candidates/random.ts';
import type { Rows, TableModel } from '../facts/table-model.ts';
import { addOtherTables } from '../samples/other-tables.ts';
import type { Evaluator } from './evaluator.ts';
import type { Kill } from './find-targeted.ts';

/**
 * Prepares the last step for rows that were found: they get rows of the tables that the model answer does not read, and awkward
 * values and made-up names where they are general. What spoils the rows for their mutants or for a fair answer is left out.
 *
 * @param templates - Real rows of the other tables.
 */
export function createFinish(
  models: { readonly read: readonly TableModel[]; readonly others: readonly TableModel[] },
  facts: QueryFacts,
  evaluator: Evaluator,
  templates: ReadonlyMap<string, readonly Row[]>,
): (found: Kill, isGeneral: boolean) => Promise<Kill> {
  const all = [...models.read, ...models.others];
  const isWhole = (before: Rows, after: Rows, tables: readonly TableModel[]) =>
    tables.every(({ shape }) => before.get(shape.name)?.length === after.get(shape.name)?.length);
  const serves = async (rows: Rows, { mutants }: Kill) =>
    (await evaluator.answer(rows)) !== undefined &&
    (await evaluator.killsAll(rows, mutants)) &&
    (await evaluator.isFair(rows));
  const fill = async (found: Kill): Promise<Kill> => {
    if (models.others.length === 0) return found;
    for (const gaps of [true, false]) {
      const rows = await evaluator.lawful(addOtherTables(found.rows, models, templates, gaps));
      if (isWhole(found.rows, rows, models.read) && (await serves(rows, found))) return { ...found, rows };
    }
    return found;
  };
  const rename = async (found: Kill): Promise<Kill> => {
    const renamed = withMadeUpNames(found.rows, all, facts);
    const rows = await evaluator.lawful(renamed);
    return isWhole(renamed, rows, all) && (await serves(rows, found)) ? { ...found, rows } : found;
  };
  const spoil = async (found: Kill): Promise<Kill> => {
    const before = await evaluator.answer(found.rows);
    for (let seed = 1; seed <= triesToSpoil; seed++) {
      const changed = withAwkwardValues(found.rows, models.read, createRandom(seed));
      const lawful = await evaluator.lawful(changed);
      const rows = await evaluator.lawful(withOldRows(found.rows, changed, lawful));
      if (!isWhole(found.rows, rows, models.read) || !(await serves(rows, found))) continue;
      const after = await evaluator.answer(rows);
      // With little to show a witness tells little.
      if (after && before && after.rows.length * 2 >= before.rows.length) return { ...found, rows };
    }
    return found;
  };
  return async (found, isGeneral) => (isGeneral ? rename(await fill(await spoil(found))) : fill(found));
}

const triesToSpoil = 5;

/** The changed rows, with the old ones in place of those that are not lawful. */
function withOldRows(old: Rows, changed: Rows, lawful: Rows): Rows {
  return new Map(
    [...old].map(([table, list]) => {
      const kept = new Set(lawful.get(table));
      const rows = changed.get(table) ?? [];
      return [table, list.map((row, place) => (rows[place] && kept.has(rows[place]) ? rows[place] : row))];
    }),
  );
}
