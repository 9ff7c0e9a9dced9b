import type { WitnessTableShape } from '../witness.ts';
import type { TableFacts } from './table-facts.ts';

/**
 * What must be true of every row, out of what is true of today's: the descriptor says it. The rest of what was learned is chance,
 * such as names that are unique today, and a wrong answer may lean on it.
 */
export function toLawfulFacts(shape: WitnessTableShape, learned: TableFacts): TableFacts {
  const place = (name: string) => shape.columns.findIndex((column) => column.name === name);
  const rules = (shape.rules ?? []).map(({ rule }) => ({ rule, words: rule.split(/\W+/) }));
  const isRuled = (pattern: RegExp) => (columns: readonly number[]) =>
    rules.some(
      ({ rule, words }) =>
        pattern.test(rule) && columns.every((column) => words.includes(shape.columns[column]?.name ?? '')),
    );
  const dependencies = (shape.depends ?? []).flatMap(({ columns: [from, ...more], determines }) =>
    from === undefined || more.length > 0
      ? []
      : determines.map((to): [number, number] => [place(from), place(to)]),
  );
  return {
    ...learned,
    dependencies,
    unique: (shape.unique ?? []).flatMap(([name, ...more]) =>
      name === undefined || more.length > 0 ? [] : [place(name)],
    ),
    orders: learned.orders.filter(isRuled(/[<>]/)),
    sums: learned.sums.filter(isRuled(/[-+]/)),
    roundedSums: learned.roundedSums.filter(isRuled(/[-+]/)),
    missingTogether: learned.missingTogether.filter(isRuled(/\bNULL\b/i)),
    withGaps: shape.columns.flatMap(({ nullable }, column) => (nullable ? [column] : [])),
    calendar: learned.calendar.map((days, column) => (isRuled(/./)([column]) ? days : undefined)),
  };
}

/** Facts of a table that no query reads: nothing of its rows was looked at. */
export function toBareFacts(shape: WitnessTableShape): TableFacts {
  return toLawfulFacts(shape, {
    dependencies: [],
    unique: [],
    orders: [],
    sums: [],
    roundedSums: [],
    missingTogether: [],
    withGaps: [],
    extent: shape.columns.map((): [number, number] => [NaN, NaN]),
    measures: [],
    calendar: [],
    texts: [],
  });
}
