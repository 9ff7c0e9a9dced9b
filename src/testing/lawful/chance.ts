import { createDraw } from '../make-fuzz.ts';

/** Choices that look like chance and are the same every time. */
export interface Chance {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** True in about this share of cases, 0 to 1. */
  readonly happens: (share: number) => boolean;
  /** One of a list; throws on an empty one. */
  readonly pick: <T>(items: readonly T[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** @param start any whole number; the same number gives the same choices */
export function createChance(start: number): Chance {
  const below = createDraw(start);
  return {
    below,
    happens: (share) => below(10_000) < share * 10_000,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('There is nothing to pick from.');
      return items[below(items.length)] as T;
    },
    shuffle<T>(items: readonly T[]): T[] {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
      }
      return mixed;
    },
  };
}
