import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { Database } from '#src/results/database.ts';
import { toSetupStatements } from '../lock.ts';
import type { AttachedDataset } from '../lock.ts';
import { createWasmDatabase } from '../wasm-database.ts';

/** A running, locked DuckDB in a worker of its own. */
export interface EngineWorker {
  readonly database: Database;
  /** Rejects when the worker dies by itself. A dead worker never answers, so race every wait against it. */
  readonly died: Promise<never>;
  readonly terminate: () => void;
}

export interface DatasetFile extends AttachedDataset {
  readonly bytes: Uint8Array;
}

/** What a worker needs besides its own script. */
export interface EngineFiles {
  readonly module: WebAssembly.Module;
  readonly datasets: readonly DatasetFile[];
}

/** Start-up takes well under a second; much more means that it hangs. */
const startLimitMs = 60_000;

/**
 * Start DuckDB in a new worker from a compiled module, attach the datasets and lock it. The worker's script loads while
 * `files` are still on their way. Rejects as `files` does, or when the worker cannot be loaded, dies or takes too long.
 */
export async function startWorker(options: {
  readonly workerUrl: string;
  readonly files: Promise<EngineFiles>;
  readonly memoryLimit: string;
}): Promise<EngineWorker> {
  const { workerUrl, files, memoryLimit } = options;
  const worker = new Worker(workerUrl);
  let die: (message: string) => void = () => undefined;
  const died = new Promise<never>((_resolve, reject) => {
    die = (message) => reject(new Error(message));
  });
  // Nobody may be waiting when it dies.
  died.catch(() => undefined);
  worker.addEventListener('error', (event) => die(event.message || 'The worker could not be loaded.'));
  worker.addEventListener('messageerror', () => die('The worker sent something unreadable.'));
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const { module, datasets } = await Promise.race([died, files]);
    timer = setTimeout(() => die('The worker took too long to start.'), startLimitMs);
    worker.postMessage(module);
    const database = await Promise.race([died, open(worker, datasets, memoryLimit)]);
    return { database, died, terminate: () => worker.terminate() };
  } catch (cause) {
    worker.terminate();
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

async function open(
  worker: Worker,
  datasets: readonly DatasetFile[],
  memoryLimit: string,
): Promise<Database> {
  const duckdb = new AsyncDuckDB(new VoidLogger(), worker);
  // The worker has the compiled module already; this stands where it would look for a file.
  await duckdb.instantiate('data:,');
  await duckdb.open({ path: ':memory:' });
  for (const { file, bytes } of datasets) {
    // Registering hands the buffer over to the worker; the copy left here serves the next restart.
    await duckdb.registerFileBuffer(file, bytes.slice());
  }
  const database = createWasmDatabase(await duckdb.connect());
  for (const sql of toSetupStatements({ datasets, memoryLimit })) await database.query(sql);
  return database;
}
