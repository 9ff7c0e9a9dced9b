import type { EngineWorker, OwnFile } from '#src/engine/browser/start-worker.ts';
import { loadOwnTable } from '../load-own-table.ts';
import type { LoadedTable } from '../load-own-table.ts';
import { FileProblem } from '../own-table.ts';
import type { FoundTable, ReadingChoice, ReadingStep, ReadyFile } from '../own-table.ts';
import { toCreateSql } from '../own-table-sql.ts';
import type { TableProfile } from '#src/explore/profile/table-profile.ts';
import type { FileMessage, FileRequest } from './file-messages.ts';

/** A person's own file as a table that an engine can take. */
export interface OwnTable {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Sentences on the file. */
  readonly notes: readonly string[];
  /** What the file says above and below the table. */
  readonly remarks: readonly string[];
  /** What was done to read it; each can be left off where it says how. */
  readonly steps: readonly ReadingStep[];
  /** All tables of the file, this one among them. */
  readonly tables: readonly FoundTable[];
  /** How it was read, to read it again in another way. */
  readonly source: { readonly file: File; readonly choice: ReadingChoice & { readonly table: string } };
  readonly profile: TableProfile;
  /** The rows as the reader left them, and what was made of them, for an audit. */
  readonly ready: ReadyFile;
  readonly loaded: LoadedTable;
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
  readonly choice: ReadingChoice;
  readonly openApart: (files: readonly OwnFile[]) => Promise<EngineWorker>;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly signal: AbortSignal;
}): Promise<OwnTable> {
  const { file, table, choice, openApart, onProgress, signal } = options;
  onProgress({ stage: 'reading', bytesRead: 0 });
  const { ready, content } = await readInWorker({ file, choice }, signal, (bytesRead) =>
    onProgress({ stage: 'reading', bytesRead }),
  );
  onProgress({ stage: 'loading' });
  const name = `${table}.csv`;
  const opening = openApart([{ file: name, content }]);
  const loaded = await loadApart(opening, signal, ({ database }) =>
    loadOwnTable(database, table, name, ready, choice.off),
  );
  const { format, columns } = ready;
  const sql = toCreateSql({ table, file: name, format, columns, made: loaded.columns });
  return {
    name: table,
    fileName: file.name,
    bytes: file.size,
    notes: [...ready.notes, ...loaded.notes],
    remarks: ready.remarks,
    steps: [...ready.steps, ...loaded.steps],
    tables: ready.tables,
    source: { file, choice: { ...choice, table: ready.table } },
    profile: loaded.profile,
    ready,
    loaded,
    ownFile: { file: name, content, sql },
  };
}

const tooMuchMemory =
  'Making a table of this file takes more memory than your browser gives. Save a part of it, fewer rows or columns, and choose that.';

/**
 * Work in a database of its own, which is ended with it.
 *
 * @param problem - What is said where the database ends for want of memory.
 * @throws FileProblem when it takes more memory than there is.
 */
export async function loadApart<Loaded>(
  opening: Promise<EngineWorker>,
  signal: AbortSignal,
  load: (worker: EngineWorker) => Promise<Loaded>,
  problem = tooMuchMemory,
): Promise<Loaded> {
  const stopped = whenAborted(signal);
  // Also when the wait ends first: a worker that comes later has nothing to do.
  const end = () => void opening.then((worker) => worker.terminate()).catch(() => undefined);
  try {
    const worker = await Promise.race([stopped, opening.catch(explainStart)]);
    // A browser that is short of memory may end a worker without a word.
    const watch = await Promise.race([stopped, worker.watch()]);
    const ended = watch ? watch.gone.then(() => undefined) : Promise.resolve();
    const died = Promise.race([worker.died, ended]).then(
      () => Promise.reject(new FileProblem(problem)),
      (cause: unknown) => Promise.reject(new FileProblem(problem, { cause })),
    );
    died.catch(() => undefined);
    return await Promise.race([stopped, died, load(worker)]);
  } finally {
    end();
  }
}

function explainStart(cause: unknown): never {
  if (!/^Error: The worker (ended|took)/.test(String(cause))) throw cause;
  throw new FileProblem(
    'The part of this page that works on files ended while it started. Your device may be short of memory: close what you do not need, then try again.',
    { cause },
  );
}

function readInWorker(
  request: FileRequest,
  signal: AbortSignal,
  onBytes: (bytesRead: number) => void,
): Promise<{ readonly ready: ReadyFile; readonly content: Blob }> {
  const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<{ ready: ReadyFile; content: Blob }>((resolve, reject) => {
    let hasBegun = false;
    worker.addEventListener('error', () =>
      reject(
        new FileProblem(
          hasBegun
            ? 'Reading this file took more memory than your browser gives. Save a part of it, fewer rows or columns, and choose that.'
            : 'The part of this page that reads files stopped. Check your connection, then choose the file again.',
        ),
      ),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
      switch (data.type) {
        case 'progress':
          hasBegun = true;
          onBytes(data.bytesRead);
          break;
        case 'ready':
          resolve({ ready: data.ready, content: data.content });
          break;
        case 'failed':
          reject(data.message === null ? new Error(data.details) : new FileProblem(data.message));
      }
    });
    worker.postMessage(request);
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
