interface HexFile {
  readonly layout: string;
  readonly hexes: Readonly<Record<string, { readonly n: string; readonly q: number; readonly r: number }>>;
}

/**
 * A layout in the HexJSON format as our own table: code, column, row, name. Columns and rows count from 0 in the south-west,
 * and every odd row stands half a hexagon to the right.
 *
 * @throws when the layout does not shift its odd rows
 */
export function toHexCsv(text: string): string {
  const { layout, hexes } = JSON.parse(text) as HexFile;
  if (layout !== 'odd-r') throw new Error(`Expected a layout "odd-r", found "${layout}".`);
  const all = Object.entries(hexes);
  const firstQ = Math.min(...all.map(([, { q }]) => q));
  const lowest = Math.min(...all.map(([, { r }]) => r));
  // An even step keeps the odd rows odd.
  const firstR = lowest % 2 === 0 ? lowest : lowest - 1;
  const lines = all
    .map(([code, { n, q, r }]) => `${code},${q - firstQ},${r - firstR},${/[",]/.test(n) ? `"${n}"` : n}`)
    .sort();
  return ['code,q,r,name', ...lines, ''].join('\n');
}
