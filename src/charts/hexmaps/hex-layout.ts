/** The layouts that we have. */
export type HexLayoutName = 'districts' | 'constituencies';

/** One area of a layout. `x` counts hexagons to the east, `y` hexagons to the north. */
export interface HexPlace {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export type HexLayout = ReadonlyMap<string, HexPlace>;

/** Who made the layouts: it stands under each map. */
export const hexCredit = 'Hexagon layout: Open Innovations (ODI Leeds), MIT licence.';

const codePatterns: Readonly<Record<HexLayoutName, RegExp>> = {
  districts: /^(E0[6-9]|W06|S12|N09)\d{6}$/,
  constituencies: /^(E14|W07|S14|N0[56])\d{6}$/,
};

/** What the areas of a layout are called. */
export const areaWords: Readonly<Record<HexLayoutName, { readonly one: string; readonly many: string }>> = {
  districts: { one: 'council', many: 'councils' },
  constituencies: { one: 'constituency', many: 'constituencies' },
};

/**
 * The layout whose codes a column holds: nine in ten of its values at least, ten different ones at least.
 *
 * @param values - distinct values that are not missing
 */
export function findHexLayout(values: readonly string[]): HexLayoutName | undefined {
  if (values.length < 10) return undefined;
  return (['districts', 'constituencies'] as const).find(
    (name) => values.filter((value) => codePatterns[name].test(value)).length >= values.length * 0.9,
  );
}

/** Reads one of our tables of hexagons: code, q, r, name. */
export function parseHexCsv(text: string): HexLayout {
  const places = new Map<string, HexPlace>();
  for (const line of text.split('\n').slice(1)) {
    const [, code, q, r, name] = /^([^,]+),(\d+),(\d+),"?(.*?)"?$/.exec(line.trim()) ?? [];
    if (code === undefined || name === undefined) continue;
    const row = Number(r);
    places.set(code, { x: Number(q) + (row % 2) / 2, y: (row * Math.sqrt(3)) / 2, name });
  }
  return places;
}
