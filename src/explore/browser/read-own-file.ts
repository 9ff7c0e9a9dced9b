import type { EngineWorker, OwnFile } from '#src/engine/browser/start-worker.ts';
import { loadOwnTable } from '../load-own-table.ts';
import { FileProblem } from '../own-table.ts';
import type { OwnType, ReadyFile } from '../own-table.ts';
import { toCreateSql } from '../own-table-sql.ts';
import type { TableProfile } from '#src/explore/profile/table-profile.ts';
import type { FileMessage } from './file-messages.ts';

/** A person's own file as a table that an engine can take. */
export interface OwnTable {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly notes: readonly string[];
  readonly types: readonly OwnType[];
  readonly profile: TableProfile;
  /** What the engine makes the table of. */
  readonly ownFile: OwnFile;
}

/** How far the reading is: bytes while the file is read and checked, then nothing that can be counted. */
export type ReadProgress =
  { readonly stage: 'reading'; readonly bytesRead: number } | { readonly stage: 'loading' };

/**
 * Read a file, make a table of it in a DuckDB apart and look at what is in it. Nothing of it leaves the browser.
 *
 * @param signal - Aborting it ends all work at once; the promise then rejects with the signal's reason.
 * @throws FileProblem with a sentence when the file cannot be used.
 */
export async function readOwnFile(options: {
  readonly file: File;
  readonly table: string;
  readonly openApart: (files: readonly OwnFile[]) => Promise<EngineWorker>;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly signal: AbortSignal;
}): Promise<OwnTable> {
  const { file, table, openApart, onProgress, signal } = options;
  onProgress({ stage: 'reading', bytesRead: 0 });
  const { ready, content } = await readInWorker(file, signal, (bytesRead) =>
    onProgress({ stage: 'reading', bytesRead }),
  );
  onProgress({ stage: 'loading' });
  const name = `${table}.csv`;
  const { types, profile } = await loadApart(
    openApart([{ file: name, content }]),
    table,
    name,
    ready,
    signal,
  );
  const { format, columns, notes } = ready;
  const sql = toCreateSql({ table, file: name, format, columns, types });
  return {
    name: table,
    fileName: file.name,
    bytes: file.size,
    notes,
    types,
    profile,
    ownFile: { file: name, content, sql },
  };
}

async function loadApart(
  opening: Promise<EngineWorker>,
  table: string,
  file: string,
  ready: ReadyFile,
  signal: AbortSignal,
) {
  const stopped = whenAborted(signal);
  // Also when the wait ends first: a worker that comes later has nothing to do.
  const end = () => void opening.then((worker) => worker.terminate()).catch(() => undefined);
  try {
    const worker = await Promise.race([stopped, opening]);
    return await Promise.race([stopped, worker.died, loadOwnTable(worker.database, table, file, ready)]);
  } finally {
    end();
  }
}

function readInWorker(
  file: File,
  signal: AbortSignal,
  onBytes: (bytesRead: number) => void,
): Promise<{ readonly ready: ReadyFile; readonly content: Blob }> {
  const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<{ ready: ReadyFile; content: Blob }>((resolve, reject) => {
    worker.addEventListener('error', () =>
      reject(
        new FileProblem(
          'The part of this page that reads files stopped. Check your connection, then choose the file again.',
        ),
      ),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
      switch (data.type) {
        case 'progress':
          onBytes(data.bytesRead);
          break;
        case 'ready':
          resolve({ ready: data.file, content: data.content });
          break;
        case 'failed':
          reject(data.message === null ? new Error(data.details) : new FileProblem(data.message));
      }
    });
    worker.postMessage(file);
  });
  return Promise.race([whenAborted(signal), done]).finally(() => worker.terminate());
}

function whenAborted(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  return stopped;
}
