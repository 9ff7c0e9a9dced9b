import { withMadeUpNames } from '../candidates/made-up-names.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { Row } from '../facts/table-facts.ts';
import type { Rows, TableModel } from '../facts/table-model.ts';
import { addOtherTables } from '../samples/other-tables.ts';
import type { Evaluator } from './evaluator.ts';
import type { Kill } from './find-targeted.ts';

/**
 * Prepares the last step for rows that were found: they get rows of the tables that the model answer does not read, and made-up
 * names where they are general. What spoils the rows for their mutants or for a fair answer is left out.
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
  return async (found, isGeneral) => {
    const filled = await fill(found);
    return isGeneral ? rename(filled) : filled;
  };
}
