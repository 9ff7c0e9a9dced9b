/** Two kinds of item that may be paired, and how many there are of each. */
export interface AllowedPair {
  readonly left: number;
  readonly leftCount: number;
  readonly right: number;
  readonly rightCount: number;
}

/** How many of each kind of item found a partner. */
export interface MatchedCounts {
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
  readonly total: number;
  /** For each kind on the left, the kinds on the right that it is paired with. */
  readonly pairs: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/**
 * Pairs as many left items with right items as possible, each once. A first-come choice can block a better one (1.0
 * and 1.1 against 1.1 and 1.2, with a tolerance of 0.1), so later items may make earlier ones move. Source: maximum
 * flow by shortest augmenting paths, as in any text on bipartite matching.
 *
 * @example
 * matchCounts([{ left: 1, leftCount: 2, right: 7, rightCount: 3 }]).total // => 2
 */
export function matchCounts(allowed: readonly AllowedPair[]): MatchedCounts {
  const leftFree = new Map(allowed.map(({ left, leftCount }) => [left, leftCount]));
  const rightFree = new Map(allowed.map(({ right, rightCount }) => [right, rightCount]));
  const rightsOf = new Map([...leftFree.keys()].map((left) => [left, new Set<number>()]));
  for (const { left, right } of allowed) rightsOf.get(left)?.add(right);
  const paired = new Map([...leftFree.keys()].map((left) => [left, new Map<number, number>()]));
  const flow = (left: number, right: number) => paired.get(left)?.get(right) ?? 0;
  const add = (left: number, right: number, amount: number) =>
    paired.get(left)?.set(right, flow(left, right) + amount);
  const holdersOf = new Map([...rightFree.keys()].map((right) => [right, new Set<number>()]));

  /** The way from a left item with items to spare to a free right one: the steps back, or undefined. */
  const findPath = (start: number) => {
    const leftOf = new Map<number, number>();
    const cameBy = new Map<number, number>();
    const queue = [start];
    for (const left of queue) {
      for (const right of rightsOf.get(left) ?? []) {
        if (leftOf.has(right)) continue;
        leftOf.set(right, left);
        if ((rightFree.get(right) ?? 0) > 0) return { end: right, leftOf, cameBy };
        for (const holder of holdersOf.get(right) ?? []) {
          if (holder === start || cameBy.has(holder) || flow(holder, right) === 0) continue;
          cameBy.set(holder, right);
          queue.push(holder);
        }
      }
    }
    return undefined;
  };

  for (const start of leftFree.keys()) {
    for (let path = findPath(start); path && (leftFree.get(start) ?? 0) > 0; path = findPath(start)) {
      const steps: { left: number; right: number; from: number | undefined }[] = [];
      for (let right: number | undefined = path.end; right !== undefined;) {
        const left: number = path.leftOf.get(right) ?? start;
        const from = left === start ? undefined : path.cameBy.get(left);
        steps.push({ left, right, from });
        right = from;
      }
      const room = [leftFree.get(start) ?? 0, rightFree.get(path.end) ?? 0];
      const amount = Math.min(
        ...room,
        ...steps.flatMap(({ left, from }) => (from === undefined ? [] : [flow(left, from)])),
      );
      for (const { left, right, from } of steps) {
        add(left, right, amount);
        holdersOf.get(right)?.add(left);
        if (from !== undefined) add(left, from, -amount);
      }
      leftFree.set(start, (leftFree.get(start) ?? 0) - amount);
      rightFree.set(path.end, (rightFree.get(path.end) ?? 0) - amount);
    }
  }
  const left = new Map([...paired].map(([kind, rights]) => [kind, sum(rights.values())]));
  const right = new Map(
    allowed.map((pair) => [pair.right, pair.rightCount - (rightFree.get(pair.right) ?? 0)]),
  );
  return { left, right, total: sum(left.values()), pairs: paired };
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
