import type { Row, WitnessColumnShape, WitnessTableShape, WitnessValue } from '../witness.ts';

/** A guess that holds is a fact only if this many rows could have refused it. */
const evidence = { dependency: 5, order: 12, sum: 8, missing: 3 } as const;

const isNamed = (rule: string, { name }: WitnessColumnShape) => rule.split(/\W+/).includes(name);

function pairs(columns: readonly number[]): [number, number][] {
  return columns.flatMap((a) => columns.filter((b) => b !== a).map((b): [number, number] => [a, b]));
}

export function guessDependencies(
  sample: readonly Row[],
  shape: WitnessTableShape,
  measures: readonly number[],
) {
  const all = shape.columns.map((_, column) => column);
  return pairs(all).filter(([from, to]) => {
    if (measures.includes(from)) return false;
    const seen = new Map<WitnessValue, WitnessValue>();
    let repeats = 0;
    for (const row of sample) {
      const key = row[from] ?? null;
      const value = row[to] ?? null;
      if (!seen.has(key)) seen.set(key, value);
      else if (seen.get(key) !== value) return false;
      else repeats++;
    }
    return repeats >= evidence.dependency;
  });
}

type Numbers = readonly (readonly (number | undefined)[])[];

export function guessOrders(numbers: Numbers, shape: WitnessTableShape, measures: readonly number[]) {
  const isDate = (column: number) => shape.columns[column]?.type === 'DATE';
  // A cost that never passes a count of something else does so by chance.
  const areAlike = (a: number, b: number) => {
    const [first, second] = [shape.columns[a], shape.columns[b]];
    const isSaid = shape.rules?.some(
      ({ rule }) => /[<>]/.test(rule) && first && second && isNamed(rule, first) && isNamed(rule, second),
    );
    return first?.unit === second?.unit || !first?.unit || !second?.unit || isSaid === true;
  };
  return pairs(measures).filter(([small, large]) => {
    if (isDate(small) !== isDate(large) || !areAlike(small, large)) return false;
    const both = numbers.flatMap((row) => {
      const low = row[small];
      const high = row[large];
      return low === undefined || high === undefined ? [] : [high - low];
    });
    return both.length >= evidence.order && both.every((gap) => gap >= 0);
  });
}

/** Sums of two or three columns, the total last, that hold but for `slack` in every row of the sample. */
export function guessSums(
  numbers: Numbers,
  shape: WitnessTableShape,
  measures: readonly number[],
  slack: number,
): number[][] {
  const columns = measures.filter((column) => shape.columns[column]?.type !== 'DATE');
  const areAlike = (sum: readonly number[]) => {
    const shapes = sum.flatMap((column) => shape.columns[column] ?? []);
    const units = new Set(shapes.flatMap(({ unit }) => unit ?? []));
    return (
      units.size <= 1 || shape.rules?.some(({ rule }) => shapes.every((column) => isNamed(rule, column)))
    );
  };
  const holds = (sum: readonly number[]) => {
    let full = 0;
    for (const row of numbers) {
      const values = sum.map((column) => row[column]);
      if (values.includes(undefined)) continue;
      const total = values.at(-1) ?? 0;
      const parts = values.slice(0, -1).reduce<number>((all, part) => all + (part ?? 0), 0);
      if (Math.abs(parts - total) > slack + 1e-9) return false;
      // Small figures add up by chance where a difference of one is let pass.
      if (values.slice(0, -1).every((part) => Math.abs(part ?? 0) > slack * 50)) full++;
    }
    return full >= evidence.sum && (slack === 0 || areAlike(sum) === true);
  };
  return columns.flatMap((total) => {
    const others = columns.filter((column) => column !== total);
    const sums: number[][] = [];
    others.forEach((a, i) => {
      others.slice(i + 1).forEach((b, j) => {
        sums.push([a, b, total]);
        for (const c of others.slice(i + j + 2)) sums.push([a, b, c, total]);
      });
    });
    return sums.filter(holds);
  });
}

export function guessMissing(sample: readonly Row[], shape: WitnessTableShape) {
  const nullable = shape.columns.flatMap(({ nullable }, column) => (nullable ? [column] : []));
  return pairs(nullable).filter(([first, second]) => {
    const gaps = sample.filter((row) => row[first] === null);
    return gaps.length >= evidence.missing && gaps.every((row) => row[second] === null);
  });
}
