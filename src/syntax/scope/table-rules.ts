import type { TableShape } from './scope.ts';

/** The conditions that every row keeps, in small letters: the parts of rules that hold no OR or NOT. */
export function rulesOf(table: TableShape): string[] {
  return (table.rules ?? []).flatMap(({ rule }) =>
    /\b(or|not)\b/i.test(rule)
      ? []
      : rule
          .trim()
          .toLowerCase()
          .split(/\s+and\s+/),
  );
}

/** Pairs of columns: where the first has a value, the second has one too. Names in small letters. */
export function filledTogether(table: TableShape): [string, string][] {
  return (table.rules ?? []).flatMap(({ rule }): [string, string][] => {
    const text = rule.trim().toLowerCase();
    const [, first, second] = /^(\w+) is null or (\w+) is not null$/.exec(text) ?? [];
    if (first && second) return [[first, second]];
    const [, one, other] = /^\((\w+) is null\) = \((\w+) is null\)$/.exec(text) ?? [];
    if (one && other)
      return [
        [one, other],
        [other, one],
      ];
    return [];
  });
}

/** Whether a rule says that two columns hold the same value, and neither may be missing. */
export function areEqual(table: TableShape, first: string, second: string): boolean {
  const isFilled = (name: string) => table.columns.some((column) => column.name === name && !column.nullable);
  const rules = rulesOf(table);
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  return (
    isFilled(first) &&
    isFilled(second) &&
    (rules.includes(`${one} = ${other}`) || rules.includes(`${other} = ${one}`))
  );
}
