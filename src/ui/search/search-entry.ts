/** What a search may find. */
export interface SearchEntry {
  readonly kind: 'lesson' | 'exercise' | 'dataset' | 'word';
  readonly title: string;
  /** Path from the site's root, with an anchor. It tells entries apart. */
  readonly url: `/${string}`;
  /** What is shown under the title. */
  readonly summary: string;
  /** Other words that people look for it by. */
  readonly also: string;
  /** All it says, to be searched and not shown. */
  readonly text: string;
}
