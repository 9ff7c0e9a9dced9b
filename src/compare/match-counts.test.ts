import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCounts, type AllowedPair } from './match-counts.ts';

const single = (pairs: readonly (readonly [number, number])[]): AllowedPair[] =>
  pairs.map(([left, right]) => ({ left, leftCount: 1, right, rightCount: 1 }));

test('a later item may make earlier ones move', () => {
  const pairs = [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 3],
    [3, 1],
  ] as const;
  expect(matchCounts(single(pairs)).total).toBe(3);
});

test('items that compete for one place: only one gets it', () => {
  expect(
    matchCounts(
      single([
        [1, 7],
        [2, 7],
      ]),
    ).total,
  ).toBe(1);
  expect(matchCounts([]).total).toBe(0);
});

test('many items of one kind share out over several kinds', () => {
  const { total, left } = matchCounts([
    { left: 1, leftCount: 3, right: 7, rightCount: 2 },
    { left: 1, leftCount: 3, right: 8, rightCount: 1 },
    { left: 2, leftCount: 5, right: 7, rightCount: 2 },
  ]);
  expect(total).toBe(3);
  expect([...left.values()].reduce((a, b) => a + b)).toBe(3);
});

test('finds as many pairs as trying every choice does, and no item twice', () => {
  const kind = fc.integer({ min: 0, max: 3 });
  const counts = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, kind), { maxLength: 6 }), counts, counts, (kinds, lefts, rights) => {
      const allowed = kinds.map(([left, right]) => ({
        left,
        leftCount: lefts[left] ?? 1,
        right,
        rightCount: rights[right] ?? 1,
      }));
      const matched = matchCounts(allowed);
      for (const { left, leftCount, right, rightCount } of allowed) {
        expect(matched.left.get(left)).toBeLessThanOrEqual(leftCount);
        expect(matched.right.get(right)).toBeLessThanOrEqual(rightCount);
      }
      for (const [left, partners] of matched.pairs)
        for (const [right, count] of partners) {
          expect(count).toBeGreaterThanOrEqual(0);
          expect(allowed.some((pair) => pair.left === left && pair.right === right)).toBe(true);
        }
      expect(matched.total).toBe(mostPairs(toSingles(allowed)));
    }),
  );
});

/** Each item by itself, named by its kind and number. */
function toSingles(allowed: readonly AllowedPair[]): [string, string][] {
  const names = (kind: number, count: number) =>
    Array.from({ length: count }, (_each, index) => `${kind}.${index}`);
  const all = allowed.flatMap(({ left, leftCount, right, rightCount }) =>
    names(left, leftCount).flatMap((l) => names(right, rightCount).map((r): [string, string] => [l, r])),
  );
  return [...new Map(all.map((pair) => [pair.join(), pair])).values()];
}

/** Tries, for each left item in turn, every free partner and none. */
function mostPairs(pairs: readonly (readonly [string, string])[]): number {
  const lefts = [...new Set(pairs.map(([left]) => left))];
  const best = (index: number, taken: ReadonlySet<string>): number => {
    const left = lefts[index];
    if (left === undefined) return 0;
    const partners = pairs.filter(([l, r]) => l === left && !taken.has(r));
    return Math.max(
      best(index + 1, taken),
      ...partners.map(([, right]) => 1 + best(index + 1, new Set([...taken, right]))),
    );
  };
  return best(0, new Set());
}
