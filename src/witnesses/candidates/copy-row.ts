import { toKey } from './keep-lawful-rows.ts';
import type { Random } from './random.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';
import { toOtherCode } from '../facts/text-shapes.ts';
import type { Row } from '../witness.ts';

/**
 * The same row under another key, so that all but its key stands twice: another month of the same provider, or a made-up
 * name where the key is a name.
 *
 * @param taken - Rows that are there already.
 * @param real - Real rows of the table, whose values another key may use.
 * @returns `undefined` when no lawful key is left.
 */
export function copyRow(
  model: TableModel,
  row: Row,
  taken: readonly Row[],
  real: readonly Row[],
  random: Random,
): Row | undefined {
  if (model.primaryKey.length === 0 && !model.shape.unique?.length) return [...row];
  const keys = new Set(taken.map((other) => toKey(other, model.primaryKey)));
  // A code that a real row has would bring that row's other facts with it.
  const codes = model.primaryKey.filter((column) => model.facts.texts[column]?.isCode);
  const realCodes = codes.map((column) => new Set(real.map((other) => other[column])));
  const isFresh = (copy: Row) => !keys.has(toKey(copy, model.primaryKey));
  const isNew = (copy: Row) =>
    codes.every(
      (column, index) => copy[column] === row[column] || !realCodes[index]?.has(copy[column] ?? null),
    );
  const texts = textsOfKey(model);
  const isTold = model.primaryKey.some((column) => !texts.includes(column) && model.used.includes(column));
  // Another month may be one that the query does not look at.
  const keepsPlace = texts.length > 0 && isTold && random.chance(0.7);
  if (!keepsPlace && model.facts.unique.every((column) => model.primaryKey.includes(column))) {
    const movable = model.primaryKey.filter(
      (column) => !texts.includes(column) && !isInDependency(model, column),
    );
    for (const column of [...movable].reverse()) {
      const values = random.shuffle([...new Set(real.map((other) => other[column] ?? null))]);
      for (const value of values) {
        const copy = row.with(column, value);
        if (isFresh(copy)) return copy;
      }
    }
  }
  for (const keepsLength of [true, false]) {
    for (let number = 2; number < 180; number++) {
      const copy = row.map((value, column) => {
        if (value === null || (!texts.includes(column) && !model.facts.unique.includes(column))) return value;
        const { type, nullable } = model.shape.columns[column] ?? { type: '', nullable: false };
        const isCode = keepsLength && model.facts.texts[column]?.isCode;
        if (type === 'VARCHAR') return isCode ? toOtherCode(value, number) : toOtherName(value, number);
        if (isNumberType(type)) return String(Number(value) + 1000 * number);
        return nullable ? null : value;
      });
      if (isFresh(copy) && isNew(copy)) return copy;
    }
  }
  return undefined;
}

const toOtherName = (name: string, number: number) =>
  /\s/.test(name) ? `${name} ${number}` : `${name}${number}`;

/** Text columns that name the row or its owner and may hold any text: the key's own, and those that say the same. */
function textsOfKey(model: TableModel): number[] {
  const { shape, facts, primaryKey } = model;
  const references = shape.foreignKeys.flatMap(({ columns }) =>
    columns.map((column) => placeOf(model, column)),
  );
  const isFreeText = (column: number) => {
    const { type, allowed } = shape.columns[column] ?? { type: '' };
    return type === 'VARCHAR' && !allowed && !references.includes(column);
  };
  const own = primaryKey.filter(isFreeText);
  const leads = (a: number, b: number) => facts.dependencies.some(([from, to]) => from === a && to === b);
  const same = shape.columns
    .map((_, column) => column)
    .filter((column) => isFreeText(column) && own.some((key) => leads(key, column) && leads(column, key)));
  return [...new Set([...own, ...same])];
}

/** Whether a functional dependency ties this column to another one, so that it cannot change alone. */
function isInDependency({ facts }: TableModel, column: number): boolean {
  return facts.dependencies.some(([from, to]) => from === column || to === column);
}
