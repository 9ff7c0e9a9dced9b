import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { parseRecord } from '../exercise-record.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { parsePlace } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';

export const databaseName = 'lunchtime-code-club';
const databaseVersion = 1;
const placeKey = 'last';

// Values are unknown: another version of the site, an extension or a fault may have written them.
interface ProgressSchema extends DBSchema {
  records: { key: string; value: unknown };
  places: { key: string; value: unknown };
  broken: { key: number; value: unknown };
}

export type ProgressDatabase = IDBPDatabase<ProgressSchema>;
type WriteTransaction = IDBPTransaction<ProgressSchema, ('records' | 'places' | 'broken')[], 'readwrite'>;

/** Why a database that was open is open no more. */
export type DatabaseLoss = 'superseded' | 'terminated';

/** Opens the database, making it at the first visit. Rejects with the browser's error. */
export async function openProgressDatabase(onLost: (loss: DatabaseLoss) => void): Promise<ProgressDatabase> {
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
): Promise<{ readonly records: Map<string, ExerciseRecord>; readonly setAside: number }> {
  const reading = database.transaction(['records', 'broken'], 'readonly');
  const [keys, values, before] = await Promise.all([
    reading.objectStore('records').getAllKeys(),
    reading.objectStore('records').getAll(),
    reading.objectStore('broken').count(),
    reading.done,
  ]);
  const records = new Map<string, ExerciseRecord>();
  const broken: string[] = [];
  for (const [index, key] of keys.entries()) {
    const record = parseStored(key, values[index]);
    if (record === undefined) broken.push(key);
    else records.set(record.exerciseId, record);
  }
  if (broken.length === 0) return { records, setAside: before };
  await change(database, async (transaction) => {
    for (const key of broken) await takeRecord(transaction, key);
  });
  return { records, setAside: before + broken.length };
}

/** Reads one record; a value that is no record reads as none and stays where it is. */
export async function readRecord(
  database: ProgressDatabase,
  exerciseId: string,
): Promise<ExerciseRecord | undefined> {
  return parseStored(exerciseId, await database.get('records', exerciseId));
}

/** Reads, edits and writes one record in one transaction, so that no other tab can write in between. */
export async function changeRecord(
  database: ProgressDatabase,
  exerciseId: string,
  edit: (stored: ExerciseRecord | undefined) => ExerciseRecord,
): Promise<ExerciseRecord> {
  return change(database, async (transaction) => {
    const record = edit(await takeRecord(transaction, exerciseId));
    await transaction.objectStore('records').put(record, exerciseId);
    return record;
  });
}

export async function readPlace(database: ProgressDatabase): Promise<LastPlace | undefined> {
  return parsePlace(await database.get('places', placeKey));
}

export async function changePlace(
  database: ProgressDatabase,
  edit: (stored: LastPlace | undefined) => LastPlace | undefined,
): Promise<LastPlace | undefined> {
  return change(database, async (transaction) => {
    const places = transaction.objectStore('places');
    const place = edit(parsePlace(await places.get(placeKey)));
    if (place !== undefined) await places.put(place, placeKey);
    return place;
  });
}

/** The values that were set aside, as text. */
export async function readSetAside(database: ProgressDatabase): Promise<string[]> {
  return (await database.getAll('broken')).map(String);
}

export async function clearDatabase(database: ProgressDatabase): Promise<void> {
  await change(database, async (transaction) => {
    await Promise.all(
      (['records', 'places', 'broken'] as const).map((name) => transaction.objectStore(name).clear()),
    );
  });
}

async function change<T>(
  database: ProgressDatabase,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(['records', 'places', 'broken'], 'readwrite');
  // A full store shows either at a request or only when the transaction ends: wait for both, and let neither go unheard.
  const ended = transaction.done;
  ended.catch(() => undefined);
  try {
    const result = await work(transaction);
    await ended;
    return result;
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
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

function abort(transaction: WriteTransaction): void {
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
