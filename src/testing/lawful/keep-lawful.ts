import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { DraftTable } from './draft-rows.ts';
import { keyOf, placeOfColumn } from './lawful-database.ts';

/**
 * Leaves out the rows that break what descriptors say of rows together: keys, what is unique, dependencies, periods and foreign
 * keys. Of two rows that cannot stand together the first stays. A row without its parent goes too, and then its children.
 */
export function keepLawful(drafts: readonly DraftTable[], tables: readonly TableDescriptor[]): DraftTable[] {
  let kept = tables.flatMap((table) => {
    const laws = lawsOf(table);
    return drafts.filter((draft) => draft.table === table && laws.every((isKept) => isKept(draft)));
  });
  for (;;) {
    const next = kept.filter((draft) => hasParents(draft, kept, tables));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Each law looks at the rows in turn and remembers those it let pass. */
type Law = (draft: DraftTable) => boolean;

function lawsOf(table: TableDescriptor): Law[] {
  const placesOf = (columns: readonly string[]) => columns.map((column) => placeOfColumn(table, column));
  const keys = [table.primaryKey, ...(table.unique ?? [])].filter(({ length }) => length > 0);
  return [
    ...keys.map((key) => toKeyLaw(placesOf(key))),
    ...(table.depends ?? []).map(({ columns, determines }) =>
      toDependencyLaw(placesOf(columns), placesOf(determines)),
    ),
    ...(table.periods ?? []).map(({ of, from, to }) =>
      toPeriodLaw(placesOf(of), placeOfColumn(table, from), placeOfColumn(table, to)),
    ),
  ];
}

function toKeyLaw(places: readonly number[]): Law {
  const seen = new Set<string>();
  return ({ database, values }) => {
    const key = keyOf(values, places);
    if (key === undefined) return true;
    const isNew = !seen.has(`${database} ${key}`);
    seen.add(`${database} ${key}`);
    return isNew;
  };
}

function toDependencyLaw(from: readonly number[], to: readonly number[]): Law {
  const known = new Map<string, string>();
  return ({ database, values }) => {
    const key = keyOf(values, from);
    if (key === undefined) return true;
    const value = JSON.stringify(to.map((place) => values[place] ?? null));
    const first = known.get(`${database} ${key}`) ?? value;
    known.set(`${database} ${key}`, first);
    return first === value;
  };
}

function toPeriodLaw(of: readonly number[], from: number, to: number): Law {
  const seen = new Map<string, (readonly [string, string])[]>();
  return ({ database, values }) => {
    const key = keyOf(values, of);
    if (key === undefined) return true;
    // A gap says that the time has no end on that side. Dates sort as their texts do.
    const time = [values[from] ?? '', values[to] ?? '\uffff'] as const;
    const others = seen.get(`${database} ${key}`) ?? [];
    if (others.some(([start, end]) => start <= time[1] && time[0] <= end)) return false;
    seen.set(`${database} ${key}`, [...others, time]);
    return true;
  };
}

function hasParents(
  draft: DraftTable,
  kept: readonly DraftTable[],
  tables: readonly TableDescriptor[],
): boolean {
  return draft.table.foreignKeys.every(({ columns, references }) => {
    const parent = tables.find(({ name }) => name === references.table);
    const key = keyOf(
      draft.values,
      columns.map((column) => placeOfColumn(draft.table, column)),
    );
    // A table that the exercise does not read cannot be looked at.
    if (!parent || key === undefined) return true;
    const theirs = references.columns.map((column) => placeOfColumn(parent, column));
    return kept.some(
      (other) =>
        other.table === parent && other.database === draft.database && keyOf(other.values, theirs) === key,
    );
  });
}
