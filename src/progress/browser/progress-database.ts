import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { parseRecord } from '../exercise-record.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { parsePlace } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';

export const databaseName = 'lunchtime-code-club';
const databaseVersion = 1;
const placeKey = 'last';
const storeNames = ['records', 'places', 'broken'] as const;

// Values are unknown: another version of the site, an extension or a fault may have written them.
interface ProgressSchema extends DBSchema {
  records: { key: string; value: unknown };
  places: { key: string; value: unknown };
  broken: { key: number; value: unknown };
}

export type ProgressDatabase = IDBPDatabase<ProgressSchema>;
type ReadTransaction = IDBPTransaction<ProgressSchema, typeof storeNames, 'readonly'>;
type WriteTransaction = IDBPTransaction<ProgressSchema, typeof storeNames, 'readwrite'>;

/** How a piece of work on the database and the one who waits for it hear of each other. */
export interface DatabaseCall {
  /** To be called when the first answer has come. */
  readonly answered: () => void;
  /** Ends the work: what is under way is taken back. */
  readonly signal: AbortSignal;
}

/** Why a database that was open is open no more. */
export type DatabaseLoss = 'superseded' | 'terminated';

/** Opens the database, making it at the first visit. Rejects with the browser's error. */
export async function openProgressDatabase(onLost: (loss: DatabaseLoss) => void): Promise<ProgressDatabase> {
  const database = await openOrMake(onLost);
  if (database.objectStoreNames.length > 0) return database;
  // Somebody else opened it first, without making anything in it.
  database.close();
  await deleteDB(databaseName);
  return openOrMake(onLost);
}

async function openOrMake(onLost: (loss: DatabaseLoss) => void): Promise<ProgressDatabase> {
  const database: ProgressDatabase = await openDB<ProgressSchema>(databaseName, databaseVersion, {
    upgrade: (created) => {
      created.createObjectStore('records');
      created.createObjectStore('places');
      created.createObjectStore('broken', { autoIncrement: true });
    },
    // Without letting go here another page would wait for this one for ever: to use a newer version, or to delete all.
    blocking: (_version, wanted) => {
      database.close();
      onLost(wanted === null ? 'terminated' : 'superseded');
    },
    terminated: () => onLost('terminated'),
  });
  return database;
}

/** All records by exercise id. Values that are no records are set aside, with their number in the answer. */
export async function readRecords(
  database: ProgressDatabase,
  call: DatabaseCall,
): Promise<{ readonly records: Map<string, ExerciseRecord>; readonly setAside: number }> {
  const [keys, values, before] = await inTransaction(database, 'readonly', call, (reading) =>
    Promise.all([
      reading.objectStore('records').getAllKeys(),
      reading.objectStore('records').getAll(),
      reading.objectStore('broken').count(),
    ]),
  );
  const records = new Map<string, ExerciseRecord>();
  const broken: string[] = [];
  for (const [index, key] of keys.entries()) {
    const record = parseStored(key, values[index]);
    if (record === undefined) broken.push(key);
    else records.set(record.exerciseId, record);
  }
  if (broken.length === 0) return { records, setAside: before };
  await inTransaction(database, 'readwrite', call, async (transaction) => {
    for (const key of broken) await takeRecord(transaction, key);
  });
  return { records, setAside: before + broken.length };
}

/** Reads one record; a value that is no record reads as none and stays where it is. */
export async function readRecord(
  database: ProgressDatabase,
  call: DatabaseCall,
  exerciseId: string,
): Promise<ExerciseRecord | undefined> {
  const read = (reading: ReadTransaction) => reading.objectStore('records').get(exerciseId);
  return parseStored(exerciseId, await inTransaction(database, 'readonly', call, read));
}

/** Reads, edits and writes one record in one transaction, so that no other tab can write in between. */
export async function changeRecord(
  database: ProgressDatabase,
  call: DatabaseCall,
  exerciseId: string,
  edit: (stored: ExerciseRecord | undefined) => ExerciseRecord,
): Promise<ExerciseRecord> {
  return inTransaction(database, 'readwrite', call, async (transaction) => {
    const record = edit(await takeRecord(transaction, exerciseId));
    await transaction.objectStore('records').put(record, exerciseId);
    return record;
  });
}

export async function readPlace(
  database: ProgressDatabase,
  call: DatabaseCall,
): Promise<LastPlace | undefined> {
  const read = (reading: ReadTransaction) => reading.objectStore('places').get(placeKey);
  return parsePlace(await inTransaction(database, 'readonly', call, read));
}

export async function changePlace(
  database: ProgressDatabase,
  call: DatabaseCall,
  edit: (stored: LastPlace | undefined) => LastPlace | undefined,
): Promise<LastPlace | undefined> {
  return inTransaction(database, 'readwrite', call, async (transaction) => {
    const places = transaction.objectStore('places');
    const place = edit(parsePlace(await places.get(placeKey)));
    if (place !== undefined) await places.put(place, placeKey);
    return place;
  });
}

/** The values that were set aside, as text. */
export async function readSetAside(database: ProgressDatabase, call: DatabaseCall): Promise<string[]> {
  const read = (reading: ReadTransaction) => reading.objectStore('broken').getAll();
  return (await inTransaction(database, 'readonly', call, read)).map(String);
}

/** Sets aside texts that are no edits, as they were found. */
export async function setTextsAside(
  database: ProgressDatabase,
  call: DatabaseCall,
  texts: Iterable<string>,
): Promise<void> {
  await inTransaction(database, 'readwrite', call, async (transaction) => {
    for (const text of texts) await transaction.objectStore('broken').add(text);
  });
}

export async function clearDatabase(database: ProgressDatabase, call: DatabaseCall): Promise<void> {
  await inTransaction(database, 'readwrite', call, async (transaction) => {
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
  });
}

/** Waits until nobody else holds the database, without a limit. Rejects when it is closed, or when `signal` ends it. */
export async function waitForTurn(database: ProgressDatabase, signal: AbortSignal): Promise<void> {
  await inTransaction(database, 'readwrite', { answered: () => undefined, signal }, async (transaction) => {
    await transaction.objectStore('places').count();
  });
}

async function inTransaction<T, Mode extends 'readonly' | 'readwrite'>(
  database: ProgressDatabase,
  mode: Mode,
  { answered, signal }: DatabaseCall,
  work: (transaction: IDBPTransaction<ProgressSchema, typeof storeNames, Mode>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(storeNames, mode);
  // A full store shows either at a request or only when the transaction ends: wait for both, and let neither go unheard.
  const ended = transaction.done;
  ended.catch(() => undefined);
  // What is left under way when a page is put aside holds up every other page.
  const end = () => abort(transaction);
  signal.addEventListener('abort', end);
  const first = transaction.objectStore('places').getKey(placeKey);
  first.then(answered, () => undefined);
  try {
    const result = await work(transaction);
    await ended;
    return result;
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** The stored record; a value that is no record is moved to `broken` as text. */
async function takeRecord(transaction: WriteTransaction, key: string): Promise<ExerciseRecord | undefined> {
  const records = transaction.objectStore('records');
  const value = await records.get(key);
  const record = parseStored(key, value);
  if (record === undefined && value !== undefined) {
    await transaction.objectStore('broken').add(`${key}: ${toKeptText(value)}`);
    await records.delete(key);
  }
  return record;
}

function parseStored(key: unknown, value: unknown): ExerciseRecord | undefined {
  const record = parseRecord(value);
  return record?.exerciseId === key ? record : undefined;
}

function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended by itself.
  }
}

function toKeptText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
