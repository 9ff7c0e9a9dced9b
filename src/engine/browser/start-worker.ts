import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import type { ArrowDatabase } from '#src/results/database.ts';
import { toSetupStatements } from '../lock.ts';
import type { AttachedDataset } from '../lock.ts';
import { createWasmDatabase } from '../wasm-database.ts';
import { ArrivalError } from './arrival-error.ts';
import { connectionAdvice } from './connection-words.ts';
import { watchWorkerLife } from './worker-life.ts';
import type { WorkerWatch } from './worker-life.ts';

/** A running, locked DuckDB in a worker of its own. */
export interface EngineWorker {
  readonly database: ArrowDatabase;
  /** Rejects when the worker dies by itself. A dead worker never answers, so race every wait against it. */
  readonly died: Promise<never>;
  /** Keeps watch while it works. Undefined when it gives no sign of life. */
  readonly watch: () => Promise<WorkerWatch | undefined>;
  readonly terminate: () => void;
}

export interface DatasetFile extends AttachedDataset {
  readonly bytes: Uint8Array;
}

/** A person's own file: it is read where it is and never sent anywhere. */
export interface OwnFile {
  /** The name that statements call it by. */
  readonly file: string;
  readonly content: Blob;
  /** Makes a table of it; without one the file is only there to be read. */
  readonly sql?: string;
}

/** DuckDB itself. */
export interface EngineCode {
  readonly module: WebAssembly.Module;
  /** The script that runs the module in the worker. Left out where the worker has to load it itself. */
  readonly script?: Blob;
}

/** What a worker is given. */
export interface EngineFiles extends EngineCode {
  readonly datasets: readonly DatasetFile[];
  readonly ownFiles?: readonly OwnFile[];
  /** False for a database that only our own statements reach. */
  readonly locked?: boolean;
}

/** Start-up takes well under a second; much more means that it hangs. */
const startLimitMs = 60_000;
/** So long the worker's own small script may take to come. */
const scriptLimitMs = 20_000;
/** An idle worker answers within milliseconds; on a machine that has much to do, within seconds. */
const signLimitMs = 5_000;

/**
 * Start DuckDB in a new worker from a compiled module, attach the datasets and lock it. The worker's script loads while
 * `files` are still on their way. Rejects as `files` does, with an `ArrivalError` when the worker does not come, and when it
 * dies or takes too long.
 */
export async function startWorker(options: {
  readonly workerUrl: string;
  readonly files: Promise<EngineFiles>;
  readonly memoryLimit: string;
}): Promise<EngineWorker> {
  const { workerUrl, files, memoryLimit } = options;
  const worker = new Worker(workerUrl);
  let fail: (error: Error) => void = () => undefined;
  const died = new Promise<never>((_resolve, reject) => (fail = reject));
  const die = (message: string) => fail(new Error(message));
  // Nobody may be waiting when it dies.
  died.catch(() => undefined);
  let isHere = false;
  worker.addEventListener('error', ({ message }) =>
    isHere ? die(message || 'The worker failed.') : fail(notCome()),
  );
  worker.addEventListener('messageerror', () => die('The worker sent something unreadable.'));
  const { port1, port2 } = new MessageChannel();
  const life = watchWorkerLife(port1);
  worker.postMessage({ life: port2 }, [port2]);
  const terminate = () => {
    port1.close();
    worker.terminate();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const coming = life.watch(scriptLimitMs).then((watch) => {
      if (!watch) throw notCome();
      isHere = true;
      return watch;
    });
    const [{ module, script, ...rest }, watch] = await Promise.race([died, Promise.all([files, coming])]);
    void watch.gone.then(() => die('The worker ended while it started.'));
    timer = setTimeout(() => die('The worker took too long to start.'), startLimitMs);
    worker.postMessage({ module, script });
    const database = await Promise.race([died, open(worker, rest, memoryLimit)]);
    watch.end();
    return { database, died, watch: () => life.watch(signLimitMs), terminate };
  } catch (cause) {
    terminate();
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

const notCome = () =>
  new ArrivalError(`The query engine did not start. Your text is kept. ${connectionAdvice()}`);

async function open(
  worker: Worker,
  { datasets, ownFiles = [], locked = true }: Omit<EngineFiles, keyof EngineCode>,
  memoryLimit: string,
): Promise<ArrowDatabase> {
  const duckdb = new AsyncDuckDB(new VoidLogger(), worker);
  // The worker has the compiled module already; this stands where it would look for a file.
  await duckdb.instantiate('data:,');
  await duckdb.open({ path: ':memory:' });
  for (const { file, bytes } of datasets) {
    // Registering hands the buffer over to the worker; the copy left here serves the next restart.
    await duckdb.registerFileBuffer(file, bytes.slice());
  }
  for (const { file, content } of ownFiles) {
    await duckdb.registerFileHandle(file, content, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
  const database = createWasmDatabase(await duckdb.connect());
  const loadOwnFiles = ownFiles.flatMap(({ sql }) => sql ?? []);
  for (const sql of toSetupStatements({ datasets, memoryLimit, loadOwnFiles, locked }))
    await database.query(sql);
  return database;
}
