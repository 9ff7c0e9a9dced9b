import { useRef, useState } from 'react';
import type { OwnTable, ReadProgress } from '#src/explore/browser/read-own-file.ts';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import { toOwnTableName } from '#src/explore/safe-name.ts';
import type { ExploreEngine } from './explore-engine.ts';

/** What is under way or came of the last file. */
export type FileState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly file: File; readonly progress: ReadProgress }
  | { readonly kind: 'done'; readonly table: OwnTable }
  | { readonly kind: 'problem'; readonly fileName: string; readonly message: string }
  | { readonly kind: 'stopped'; readonly fileName: string };

export interface OwnFilesHandle {
  readonly tables: readonly OwnTable[];
  readonly state: FileState;
  readonly add: (file: File) => void;
  readonly stop: () => void;
  readonly remove: (table: OwnTable) => void;
}

/** A person's own files: read one at a time, and held in this page alone. */
export function useOwnFiles({ openApart }: ExploreEngine): OwnFilesHandle {
  const [tables, setTables] = useState<readonly OwnTable[]>([]);
  const [state, setState] = useState<FileState>({ kind: 'nothing' });
  const reading = useRef<AbortController | undefined>(undefined);

  const add = async (file: File) => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    const { signal } = controller;
    const show = (next: FileState) => {
      if (reading.current === controller) setState(next);
    };
    const name = toOwnTableName(
      file.name,
      tables.map((table) => table.name),
    );
    try {
      const { readOwnFile } = await loadReader();
      const onProgress = (progress: ReadProgress) => show({ kind: 'reading', file, progress });
      const table = await readOwnFile({ file, table: name, openApart, onProgress, signal });
      if (signal.aborted) return;
      setTables((all) => [...all, table]);
      show({ kind: 'done', table });
    } catch (cause) {
      if (signal.aborted) return show({ kind: 'stopped', fileName: file.name });
      if (!(cause instanceof FileProblem)) console.error(cause);
      show({ kind: 'problem', fileName: file.name, message: toFileProblemWords(cause) });
    }
  };

  return {
    tables,
    state,
    add: (file) => void add(file),
    stop: () => reading.current?.abort(),
    remove(table) {
      setTables((all) => all.filter((each) => each !== table));
      setState({ kind: 'nothing' });
    },
  };
}

const loadReader = createPart(() => import('#src/explore/browser/read-own-file.ts'));

function toFileProblemWords(cause: unknown): string {
  if (cause instanceof FileProblem || cause instanceof ArrivalError) return cause.message;
  return 'Something went wrong on our side while reading it. Try again; if that does not help, save the file as CSV and choose that.';
}
