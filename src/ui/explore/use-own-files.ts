import { useRef, useState } from 'react';
import type { OwnTable, ReadProgress } from '#src/explore/browser/read-own-file.ts';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import type { ReadingChoice, ReadingStep } from '#src/explore/own-table.ts';
import { toOwnTableName } from '#src/explore/safe-name.ts';
import type { ExploreEngine } from './explore-engine.ts';

/** What is under way or came of the last file. */
export type FileState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly file: File; readonly progress: ReadProgress }
  | { readonly kind: 'done'; readonly table: OwnTable }
  /** `again`: a table of it that was there before stays as it was. */
  | { readonly kind: 'problem'; readonly fileName: string; readonly message: string; readonly again: boolean }
  | { readonly kind: 'stopped'; readonly fileName: string; readonly again: boolean };

/** A table with the steps that the person had left off. */
export interface OwnTableShown extends OwnTable {
  readonly undone: readonly ReadingStep[];
}

interface Request {
  readonly file: File;
  readonly choice: ReadingChoice;
  readonly undone: readonly ReadingStep[];
  /** The table whose place it takes. */
  readonly before?: OwnTableShown;
  /** What the part of the file is called that is read beside another. */
  readonly part?: string;
}

export interface OwnFilesHandle {
  readonly tables: readonly OwnTableShown[];
  readonly state: FileState;
  readonly add: (file: File) => void;
  /** Reads a table's file again without a step, or with one that was left off. The table keeps its name. */
  readonly leaveOff: (table: OwnTableShown, step: ReadingStep) => void;
  readonly takeBack: (table: OwnTableShown, step: ReadingStep) => void;
  /** Makes a further table of another part of the same file. */
  readonly addPart: (table: OwnTableShown, part: string) => void;
  readonly stop: () => void;
  readonly remove: (table: OwnTable) => void;
}

/** A person's own files: read one at a time, and held in this page alone. */
export function useOwnFiles({ openApart }: ExploreEngine): OwnFilesHandle {
  const [tables, setTables] = useState<readonly OwnTableShown[]>([]);
  const [state, setState] = useState<FileState>({ kind: 'nothing' });
  const reading = useRef<AbortController | undefined>(undefined);

  const read = async (request: Request) => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    const { signal } = controller;
    const { file, choice, undone, before, part = '' } = request;
    const show = (next: FileState) => {
      if (reading.current === controller) setState(next);
    };
    const taken = tables.map((table) => table.name);
    const name =
      before?.name ?? toOwnTableName(part === '' ? file.name : `${toStem(file.name)} ${part}.x`, taken);
    try {
      const { readOwnFile } = await loadReader();
      const onProgress = (progress: ReadProgress) => show({ kind: 'reading', file, progress });
      const made = await readOwnFile({ file, table: name, choice, openApart, onProgress, signal });
      if (signal.aborted) return;
      const table = { ...made, undone };
      setTables((all) => (before ? all.map((each) => (each.name === name ? table : each)) : [...all, table]));
      show({ kind: 'done', table });
    } catch (cause) {
      if (signal.aborted) return show({ kind: 'stopped', fileName: file.name, again: before !== undefined });
      if (!(cause instanceof FileProblem)) console.error(cause);
      const again = before !== undefined;
      show({ kind: 'problem', fileName: file.name, message: toFileProblemWords(cause), again });
    }
  };
  const readAgain = (before: OwnTableShown, undone: readonly ReadingStep[]) => {
    const { file, choice } = before.source;
    void read({ file, before, undone, choice: { ...choice, off: undone.map(({ id }) => id) } });
  };

  return {
    tables,
    state,
    add: (file) => void read({ file, choice: { off: [] }, undone: [] }),
    leaveOff: (table, step) => readAgain(table, [...table.undone.filter(({ id }) => id !== step.id), step]),
    takeBack: (table, step) =>
      readAgain(
        table,
        table.undone.filter(({ id }) => id !== step.id),
      ),
    addPart(table, id) {
      const part = table.tables.find((each) => each.id === id)?.name ?? id;
      void read({ file: table.source.file, choice: { table: id, off: [] }, undone: [], part });
    },
    stop: () => reading.current?.abort(),
    remove(table) {
      setTables((all) => all.filter((each) => each !== table));
      setState({ kind: 'nothing' });
    },
  };
}

const toStem = (fileName: string) => fileName.replace(/\.[^.]*$/, '');

const loadReader = createPart(() => import('#src/explore/browser/read-own-file.ts'));

function toFileProblemWords(cause: unknown): string {
  if (cause instanceof FileProblem || cause instanceof ArrivalError) return cause.message;
  return 'Something went wrong on our side while reading it. Try again; if that does not help, save the file as CSV and choose that.';
}
