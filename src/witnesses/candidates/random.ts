/** A source of chance that gives the same choices for the same seed. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  readonly index: (below: number) => number;
  /** True in `share` of the calls. */
  readonly chance: (share: number) => boolean;
  /** One item; `undefined` only of an empty list. */
  readonly pick: <T>(items: readonly T[]) => T | undefined;
  /** The items in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** Source of the method: the public-domain generator "mulberry32" by Tommy Ettinger. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const index = (below: number): number => Math.floor(next() * below);
  return {
    index,
    chance: (share) => next() < share,
    pick: (items) => items[index(items.length)],
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = index(last + 1);
        [shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never];
      }
      return shuffled;
    },
  };
}
