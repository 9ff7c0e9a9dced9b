import { compareText } from './attempt.ts';
import { createRecord, mergeRecords, parseRecord, sameRecord, sortAttempts } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { createMomentReader, earliestMoment, toMoment } from './moment.ts';
import type { MomentBounds } from './moment.ts';
import { orNull, readFields, readId, readList, readMoment, readOneOf, readValue } from './read-value.ts';

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

/** Reads a stored place: undefined when it is not one, or its date cannot be right: it would win over every other. */
export function parsePlace(value: unknown): LastPlace | undefined {
  const place = readValue(readPlaceFields, value);
  return place !== undefined && toMoment(new Date(place.at)) === place.at ? place : undefined;
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

/** Dates of a file that could not be right: how many, and the moment that stands in their place. */
export interface ReplacedDates {
  readonly count: number;
  readonly instead: string;
}

/** What came of reading a file. `unreadable` counts the records in it that had to be left out. */
export type ProgressFileOutcome =
  | {
      readonly status: 'ok';
      readonly file: ProgressFile;
      readonly unreadable: number;
      readonly replacedDates: ReplacedDates;
    }
  | { readonly status: 'error'; readonly message: string };

const readEnvelope = readFields({
  format: readOneOf([progressFormat]),
  formatVersion: (value) => (typeof value === 'number' ? value : Number.NaN),
});

const readBody = readFields({
  exportedAt: (value) => value,
  records: readList((value) => value),
  lastPlace: (value) => value,
});

/** The clock of another computer may be ahead by this much. */
const aheadMs = 24 * 60 * 60 * 1000;

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
 * Reads the text of an exported file. Records that cannot be read are left out and counted, and so are dates that cannot be
 * right, which cost nobody what they did; a file that is not ours at all is refused with a sentence that says what to do.
 */
export function parseProgressFile(text: string, now: Date): ProgressFileOutcome {
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
  const bounds = toBounds(body.exportedAt, now);
  let replaced = 0;
  const moment = createMomentReader(bounds, () => (replaced += 1));
  const parsed = body.records.map((record) => parseRecord(record, moment));
  const records = mergeAll(parsed.filter((record) => record !== undefined));
  const unreadable = parsed.filter((record) => record === undefined).length;
  if (unreadable > 0 && records.size === 0) {
    return refuseFile(
      'None of the records in the file can be read. Export your progress again and choose the new file.',
    );
  }
  const place = parsePlace(body.lastPlace);
  const lastPlace = place !== undefined && place.at < bounds.end ? place : null;
  return {
    status: 'ok',
    file: createProgressFile({
      exportedAt: bounds.instead,
      lastPlace,
      setAside: [],
      records: records.values(),
    }),
    unreadable,
    replacedDates: { count: replaced, instead: bounds.instead },
  };
}

/** A date that lies ahead would win every merge until it comes. The day of the export stands in: the same at every import. */
function toBounds(exportedAt: unknown, now: Date): MomentBounds {
  const end = new Date(Date.parse(toMoment(now)) + aheadMs).toISOString();
  return { end, instead: createMomentReader({ end, instead: earliestMoment })(exportedAt) };
}

/** What an imported record did to what is here. */
export type ImportEffect = 'added' | 'updated' | 'unchanged';

/** How many exercises of an imported file did what, and how many attempts found no room. */
export interface ImportSummary extends Readonly<Record<ImportEffect, number>> {
  readonly attemptsLeftOut: number;
}

/** Puts one imported record beside the one that is here. */
export function mergeImported(
  mine: ExerciseRecord | undefined,
  theirs: ExerciseRecord,
): {
  readonly record: ExerciseRecord;
  readonly effect: ImportEffect;
  readonly attemptsLeftOut: number;
} {
  const before = mine ?? createRecord(theirs.exerciseId);
  const record = mergeRecords(before, theirs);
  const attemptsLeftOut =
    sortAttempts([...before.attempts, ...theirs.attempts]).length - record.attempts.length;
  if (mine === undefined) return { record, effect: 'added', attemptsLeftOut };
  return { record, effect: sameRecord(mine, record) ? 'unchanged' : 'updated', attemptsLeftOut };
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
