import type { Row } from '../witness.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import { placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import { toOtherCode } from '../facts/text-shapes.ts';

/**
 * The rows with made-up names in place of real ones, so that a list of real names finds nothing. The same name becomes the same
 * in every row and over every foreign key. Names that the query compares with a text stay, and so does what has a list of allowed
 * values.
 */
export function withMadeUpNames(rows: Rows, models: readonly TableModel[], facts: QueryFacts): Rows {
  const owners = new Map<string, string>();
  const nameOf = (table: string, column: string): string => `${table}.${column}`;
  // A column that refers to another one takes its names from there.
  const ownerOf = (name: string, steps = 4): string => {
    const next = owners.get(name);
    return next === undefined || next === name || steps === 0 ? name : ownerOf(next, steps - 1);
  };
  for (const { shape } of models)
    for (const { columns, references } of shape.foreignKeys)
      columns.forEach((column, index) =>
        owners.set(nameOf(shape.name, column), nameOf(references.table, references.columns[index] ?? '')),
      );
  const kept = new Set(facts.literals.map(({ table, column }) => ownerOf(nameOf(table, column))));
  const madeUp = new Map<string, Map<string, string>>();
  const rename = (owner: string, value: string, isCode: boolean): string => {
    const names = madeUp.get(owner) ?? new Map<string, string>();
    madeUp.set(owner, names);
    const word = (owner.split('.')[1] ?? '').replaceAll('_', ' ');
    // In the order of the first letters nothing else would show.
    const number = ((names.size * 7) % 89) + 11;
    const name =
      names.get(value) ?? (isCode ? toOtherCode(value, 7) : toMadeUpName(word, number, names.size));
    names.set(value, name);
    return name;
  };
  const renamed = models.map((model): [string, readonly Row[]] => {
    const { shape } = model;
    const places = shape.columns.flatMap(({ name, type, allowed }, place) => {
      const owner = ownerOf(nameOf(shape.name, name));
      const [table = '', column = ''] = owner.split('.');
      const theirs = models.find((other) => other.shape.name === table);
      const isListed = theirs?.shape.columns[placeOf(theirs, column)]?.allowed !== undefined;
      return type !== 'VARCHAR' || allowed || isListed || kept.has(owner) ? [] : [{ place, owner }];
    });
    const list = (rows.get(shape.name) ?? []).map((row) => {
      const copy = [...row];
      for (const { place, owner } of places) {
        const value = row[place] ?? null;
        if (value === null) continue;
        copy[place] = rename(owner, value, model.facts.texts[place]?.isCode === true);
      }
      return copy;
    });
    return [shape.name, list];
  });
  return new Map(renamed);
}

/** Names of every kind: long, short, without a capital. */
function toMadeUpName(word: string, number: number, place: number): string {
  switch (place % 6) {
    case 2:
      return `${capital(word).slice(0, 1)}${number}`;
    case 4:
      return `${word} ${number}`;
    default:
      return `${capital(word)} ${number}`;
  }
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
