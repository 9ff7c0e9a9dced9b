import MiniSearch from 'minisearch';
import type { SearchEntry } from './search-entry.ts';

const mostResults = 30;
/** Longer questions are cut: nobody types more words than these. */
const longestQuestion = 200;

/**
 * Makes a search over entries: all words of a question first, and where no entry has them all, any of them. Beginnings of words
 * count, and words with a letter or two wrong.
 */
export function createSearch(entries: readonly SearchEntry[]): (question: string) => readonly SearchEntry[] {
  const byUrl = new Map<string, SearchEntry>(entries.map((entry) => [entry.url, entry]));
  const index = new MiniSearch<SearchEntry>({
    idField: 'url',
    fields: ['title', 'also', 'summary', 'text'],
    searchOptions: {
      boost: { title: 5, also: 3, summary: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll([...byUrl.values()]);
  return (question) => {
    const words = question.slice(0, longestQuestion);
    const all = index.search(words, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(words);
    return found.slice(0, mostResults).flatMap(({ id }) => byUrl.get(String(id)) ?? []);
  };
}
