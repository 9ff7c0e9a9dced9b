/** Where the rows of a table stand in its file, so that a person finds them there again. */
export interface RowPlaces {
  /** What a place is called: a line of a text, a row of a sheet, an item of a list. */
  readonly word: 'line' | 'row' | 'item';
  /** From this row on, counted from 0, each row stands one place further, until the next run. Places count from 1. */
  readonly runs: readonly (readonly [row: number, place: number])[];
}

/** Rows that stand one after another from the first on. */
export const placesInOrder = (word: RowPlaces['word']): RowPlaces => ({ word, runs: [[0, 1]] });

/** @param places - Of each row. */
export function toRowPlaces(word: RowPlaces['word'], places: readonly number[]): RowPlaces {
  const runs: (readonly [number, number])[] = [];
  for (const [row, place] of places.entries()) addPlace(runs, row, place);
  return { word, runs };
}

/** Adds the place of the next row to the runs of those before it. */
export function addPlace(runs: (readonly [number, number])[], row: number, place: number): void {
  const last = runs.at(-1);
  if (last === undefined || last[1] + row - last[0] !== place) runs.push([row, place]);
}

/** The places of the rows that are left when the first is none of them. */
export function withoutFirst({ word, runs }: RowPlaces): RowPlaces {
  const moved = runs.map(([row, place]): [number, number] => (row === 0 ? [0, place + 1] : [row - 1, place]));
  // A run of the first row alone is gone with it.
  return { word, runs: moved.filter(([row], index) => moved[index + 1]?.[0] !== row) };
}

/**
 * Where a row stands.
 *
 * @param row - Counted from 0.
 */
export function placeOfRow({ runs }: RowPlaces, row: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.[0] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  const [first, place] = runs[low] ?? [0, 1];
  return place + row - first;
}
