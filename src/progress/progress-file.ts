import { compareText } from './attempt.ts';
import { mergeRecords, parseRecord, sameRecord } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import {
  orElse,
  orNull,
  readFields,
  readId,
  readList,
  readMoment,
  readOneOf,
  readValue,
} from './read-value.ts';

export const progressFormat = 'lunchtime-code-club-progress';
export const progressFormatVersion = 1;
/** Some hundred times what a year of lessons gives. */
export const progressFileLimitBytes = 20 * 1024 * 1024;

/** Where somebody was last: a lesson, and the exercise when they worked on one. */
export interface LastPlace {
  readonly lessonId: string;
  readonly exerciseId: string | null;
  readonly at: string;
}

const readPlaceFields = readFields<LastPlace>({
  lessonId: readId,
  exerciseId: orNull(readId),
  at: readMoment,
});

/** Reads a stored place: undefined when it is not one. */
export function parsePlace(value: unknown): LastPlace | undefined {
  return readValue(readPlaceFields, value);
}

/** What an exported file holds. */
export interface ProgressFile {
  readonly format: typeof progressFormat;
  readonly formatVersion: typeof progressFormatVersion;
  readonly exportedAt: string;
  readonly records: readonly ExerciseRecord[];
  readonly lastPlace: LastPlace | null;
  /** Stored text that could not be read as a record, as it was found. Importing leaves it out. */
  readonly setAside: readonly string[];
}

/** What came of reading a file. `unreadable` counts the records in it that had to be left out. */
export type ProgressFileOutcome =
  | { readonly status: 'ok'; readonly file: ProgressFile; readonly unreadable: number }
  | { readonly status: 'error'; readonly message: string };

const readEnvelope = readFields({
  format: readOneOf([progressFormat]),
  formatVersion: (value) => (typeof value === 'number' ? value : Number.NaN),
});

const readBody = readFields({
  exportedAt: readMoment,
  records: readList((value) => value),
  lastPlace: orElse<LastPlace | null>(readPlaceFields, null),
});

export function createProgressFile(
  parts: Pick<ProgressFile, 'exportedAt' | 'lastPlace' | 'setAside'> & {
    readonly records: Iterable<ExerciseRecord>;
  },
): ProgressFile {
  const records = [...parts.records].sort((a, b) => compareText(a.exerciseId, b.exerciseId));
  return { ...parts, records, format: progressFormat, formatVersion: progressFormatVersion };
}

/** The name of an exported file, such as `lunchtime-code-club-progress-2026-05-03.json`. */
export function toProgressFileName(exportedAt: string): string {
  return `${progressFormat}-${exportedAt.slice(0, 10)}.json`;
}

/** Says why a file of this many bytes is refused before it is read; undefined when it may be read. */
export function findSizeProblem(bytes: number): string | undefined {
  if (bytes === 0) return 'The file is empty. Choose the file you got from “Export to a file”.';
  if (bytes <= progressFileLimitBytes) return undefined;
  return `The file is ${toMebibytes(bytes)} MB. A progress file is smaller than ${toMebibytes(progressFileLimitBytes)} MB: check that you chose the right one.`;
}

/**
 * Reads the text of an exported file. Records that cannot be read are left out and counted; a file that is not ours at
 * all is refused with a sentence that says what to do.
 */
export function parseProgressFile(text: string): ProgressFileOutcome {
  const json = parseJson(text);
  if (json === undefined) {
    return refuseFile(
      'The file is not a progress file, or it was damaged or cut short. Export your progress again and choose the new file.',
    );
  }
  const envelope = readValue(readEnvelope, json.value);
  if (envelope === undefined) {
    return refuseFile(
      'This is not a progress file of Lunchtime Code Club. Choose a file whose name starts with “lunchtime-code-club-progress”.',
    );
  }
  if (envelope.formatVersion > progressFormatVersion) {
    return refuseFile(
      'The file comes from a newer version of this site. Reload this page, then import the file again.',
    );
  }
  const body = readValue(readBody, json.value);
  if (envelope.formatVersion !== progressFormatVersion || body === undefined) {
    return refuseFile(
      'The file is a progress file, but parts of it are missing or changed. Export your progress again and choose the new file.',
    );
  }
  const parsed = body.records.map(parseRecord);
  const records = mergeAll(parsed.filter((record) => record !== undefined));
  const unreadable = parsed.filter((record) => record === undefined).length;
  if (unreadable > 0 && records.size === 0) {
    return refuseFile(
      'None of the records in the file can be read. Export your progress again and choose the new file.',
    );
  }
  const { exportedAt, lastPlace } = body;
  return {
    status: 'ok',
    file: createProgressFile({ exportedAt, lastPlace, setAside: [], records: records.values() }),
    unreadable,
  };
}

/** How many exercises of an imported file were new here, changed what was here, or were here already. */
export interface ImportSummary {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Puts one imported record beside the one that is here. */
export function mergeImported(
  mine: ExerciseRecord | undefined,
  theirs: ExerciseRecord,
): { readonly record: ExerciseRecord; readonly effect: keyof ImportSummary } {
  if (mine === undefined) return { record: theirs, effect: 'added' };
  const record = mergeRecords(mine, theirs);
  return { record, effect: sameRecord(mine, record) ? 'unchanged' : 'updated' };
}

/** The later of two places. */
export function mergePlaces(
  mine: LastPlace | undefined,
  theirs: LastPlace | undefined,
): LastPlace | undefined {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  return (compareText(mine.at, theirs.at) || compareText(toPlaceKey(mine), toPlaceKey(theirs))) >= 0
    ? mine
    : theirs;
}

function toPlaceKey({ lessonId, exerciseId }: LastPlace): string {
  return JSON.stringify([lessonId, exerciseId]);
}

function mergeAll(records: readonly ExerciseRecord[]): Map<string, ExerciseRecord> {
  const merged = new Map<string, ExerciseRecord>();
  for (const record of records) {
    const other = merged.get(record.exerciseId);
    merged.set(record.exerciseId, other === undefined ? record : mergeRecords(other, record));
  }
  return merged;
}

function refuseFile(message: string): ProgressFileOutcome {
  return { status: 'error', message };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    // Some programs put a byte order mark in front when they save a file.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return undefined;
  }
}

function toMebibytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
