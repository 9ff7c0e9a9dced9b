/** What a reader asks of the catalogue. Empty text asks for nothing. */
export interface CatalogueQuery {
  readonly words: string;
  readonly theme: string;
  readonly publisher: string;
  /** A year that the figures must cover. */
  readonly year: string;
}

/** What the catalogue knows of a dataset, for searching. */
export interface CatalogueEntry {
  /** Everything that the words are looked for in, in small letters. */
  readonly text: string;
  readonly themes: readonly string[];
  readonly publisher: string;
  /** First and last year. */
  readonly years: readonly [number, number];
}

/**
 * True where a dataset has every word that was typed, the beginning of a word being enough, and fits every filter.
 *
 * @example
 * matchesQuery({ text: 'house prices by council', … }, { words: 'pric council', … }) // => true
 */
export function matchesQuery(entry: CatalogueEntry, query: CatalogueQuery): boolean {
  const words = toPlainText(query.words).split(' ').filter(Boolean);
  const year = Number(query.year);
  return (
    words.every((word) => entry.text.startsWith(word) || entry.text.includes(` ${word}`)) &&
    (query.theme === '' || entry.themes.includes(query.theme)) &&
    (query.publisher === '' || entry.publisher === query.publisher) &&
    (query.year === '' || (entry.years[0] <= year && year <= entry.years[1]))
  );
}

/**
 * Text as it is searched: small letters and figures, one space between words, no accents.
 *
 * @example toPlainText('A&E: “Île”') // => 'a e ile'
 */
export function toPlainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
