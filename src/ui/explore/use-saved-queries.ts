import { useEffect, useRef, useState } from 'react';
import { loadQueries, saveQueries, subscribeQueries } from '#src/explore/browser/explore-store.ts';
import type { Keeping } from '#src/progress/browser/kept-text.ts';
import type { SavedQuery, StoredWork } from '#src/explore/stored-schemas.ts';
import { randomHex } from '#src/words/random-hex.ts';

type Queries = readonly SavedQuery[];

/** The queries that have a name, and what can be done with them. */
export interface SavedQueriesHandle {
  readonly queries: Queries;
  /** How well the browser keeps the last change. */
  readonly keeping: Keeping;
  /** What was done last, in a sentence. */
  readonly message: string;
  /** Takes the last change back; undefined when there is none to take back. */
  readonly undo: (() => void) | undefined;
  readonly save: (name: string, work: StoredWork) => void;
  readonly remove: (query: SavedQuery) => void;
}

interface LastChange {
  readonly message: string;
  readonly undo?: (queries: Queries) => Queries;
}

export function useSavedQueries(): SavedQueriesHandle {
  const [queries, setQueries] = useState<Queries>([]);
  const [keeping, setKeeping] = useState<Keeping>('browser');
  const [last, setLast] = useState<LastChange>({ message: '' });
  // What could not be stored stands here alone.
  const memory = useRef<Queries | undefined>(undefined);

  useEffect(() => {
    const read = () => setQueries(loadQueries());
    read();
    return subscribeQueries(() => {
      if (memory.current === undefined) read();
    });
  }, []);

  const change = (edit: (queries: Queries) => Queries, lastChange: LastChange) => {
    // Another tab may have changed them since they were read.
    const next = edit(memory.current ?? loadQueries());
    const keptAs = saveQueries(next);
    memory.current = keptAs === 'page' ? next : undefined;
    setQueries(next);
    setKeeping(keptAs);
    setLast(lastChange);
  };

  return {
    queries,
    keeping,
    message: last.message,
    undo: last.undo && (() => change(last.undo ?? ((all) => all), { message: 'Undone.' })),
    save(name, { text, datasets }) {
      const before = queries.find((query) => isSameQueryName(query.name, name));
      const query: SavedQuery = {
        id: before?.id ?? randomHex(),
        name,
        text,
        datasets: [...datasets],
        savedAt: new Date().toISOString(),
      };
      change((all) => [query, ...all.filter(({ id }) => id !== query.id)], {
        message: before ? `Saved “${name}” in place of the one before.` : `Saved “${name}” in this browser.`,
        ...(before && { undo: (all: Queries) => all.map((each) => (each.id === before.id ? before : each)) }),
      });
    },
    remove(query) {
      const at = queries.findIndex(({ id }) => id === query.id);
      change((all) => all.filter(({ id }) => id !== query.id), {
        message: `Deleted “${query.name}”.`,
        undo: (all) => all.toSpliced(Math.min(at, all.length), 0, query),
      });
    },
  };
}

function isSameQueryName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
