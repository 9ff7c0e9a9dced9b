/** DuckDB's reserved words: as a plain name each of them is a mistake in the query. A test asks DuckDB for the list. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default
   deferrable desc describe distinct do else end except false fetch for foreign from group having in initially intersect
   into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary
   qualify references returning select show some summarize symmetric table then to trailing true union unique unpivot
   using variadic when where window with
   anti asof at authorization binary by collation concurrently cross freeze full generated glob ilike inner is isnull join left
   like map natural notnull outer overlaps positional right semi similar struct tablesample try_cast unpack verbose`.split(
    /\s+/,
  ),
);

/** Headings of a sign alone. */
const signNames: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['(%)', 'percent'],
  ['£', 'pounds'],
  ['(£)', 'pounds'],
  ['$', 'dollars'],
  ['€', 'euros'],
  ['#', 'number'],
]);

/** Longer ones are read no further. */
const longestHeading = 1000;

/**
 * A name that a query can use without quotes: small letters, digits and `_`, a letter first, no reserved word.
 *
 * @param fallback - The name of what has no letter or digit in it.
 * @example
 * toSafeName('Amount (£)', 'column_3') // => 'amount'
 */
export function toSafeName(text: string, fallback: string): string {
  const name = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '');
  if (name === '') return signNames.get(text.trim()) ?? fallback;
  if (/^\d/.test(name)) return `n_${name}`;
  return reserved.has(name) ? `${name}_` : name;
}

/** A safe name for each heading, all different: the second `amount` becomes `amount_2`. */
export function toSafeNames(headings: readonly string[]): string[] {
  const names = new Set<string>();
  // Where to go on counting: from 2 again for each of thousands of equal headings would take for ever.
  const last = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const name = toSafeName(heading.slice(0, longestHeading), `column_${index + 1}`);
    let free = name;
    let number = last.get(name) ?? 1;
    while (names.has(free)) free = `${name}_${++number}`;
    last.set(name, number);
    names.add(free);
  }
  return [...names];
}

/** The name for the table of a file, which none of ours can have. `taken` are other own tables. */
export function toOwnTableName(fileName: string, taken: readonly string[]): string {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return toFreeName(`my_${toSafeName(stem, 'file')}`, taken);
}

/** The name, with a number behind it where it is taken. */
export function toFreeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) {
    if (!taken.includes(`${name}_${number}`)) return `${name}_${number}`;
  }
}
