import { attemptKey, compareByMerit, compareByTime, compareText, createAttemptReader } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import { earliestMoment, readStoredMoment } from './moment.ts';
import {
  orNull,
  readCount,
  readFields,
  readId,
  readList,
  readText,
  readTruth,
  readValue,
} from './read-value.ts';
import type { Reader } from './read-value.ts';

/** The newest attempts that are kept, beside the best one. */
export const attemptsKept = 50;

/** A text that was typed, and when. */
export interface Draft {
  readonly text: string;
  readonly at: string;
}

/** All that is kept of one person's work on one exercise. */
export interface ExerciseRecord {
  readonly exerciseId: string;
  /** The text in the editor; null before anything was typed. */
  readonly draft: string | null;
  readonly draftAt: string | null;
  /** Texts that another tab, device or button replaced. Newest first. */
  readonly otherDrafts: readonly Draft[];
  /** Oldest first: the newest fifty, and the best one. */
  readonly attempts: readonly Attempt[];
  /** The last time an attempt passed, and the version of the exercise it answered. */
  readonly completedAt: string | null;
  readonly completedVersion: string | null;
  readonly hintsShown: number;
  readonly solutionSeen: boolean;
}

function createRecordReader(moment: Reader<string>): Reader<ExerciseRecord> {
  return readFields<ExerciseRecord>({
    exerciseId: readId,
    draft: orNull(readText),
    draftAt: orNull(moment),
    otherDrafts: readList(readFields<Draft>({ text: readText, at: moment })),
    attempts: readList(createAttemptReader(moment)),
    completedAt: orNull(moment),
    completedVersion: orNull(readText),
    hintsShown: readCount,
    solutionSeen: readTruth,
  });
}

export function createRecord(exerciseId: string): ExerciseRecord {
  return {
    exerciseId,
    draft: null,
    draftAt: null,
    otherDrafts: [],
    attempts: [],
    completedAt: null,
    completedVersion: null,
    hintsShown: 0,
    solutionSeen: false,
  };
}

/** The best attempt, or undefined when there is none. */
export function findBestAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts.reduce<Attempt | undefined>(
    (best, attempt) => (best === undefined || compareByMerit(attempt, best) > 0 ? attempt : best),
    undefined,
  );
}

/**
 * Put two records of one exercise together: two tabs, or this browser and an imported file. The order and the number of
 * merges make no difference. The better attempt, the newer draft and every other text survive; of attempts the newest.
 */
export function mergeRecords(mine: ExerciseRecord, theirs: ExerciseRecord): ExerciseRecord {
  if (mine.exerciseId !== theirs.exerciseId) {
    throw new Error(`Records of two exercises cannot be merged: ${mine.exerciseId}, ${theirs.exerciseId}.`);
  }
  const attempts = keepAttempts([...mine.attempts, ...theirs.attempts]);
  return {
    exerciseId: mine.exerciseId,
    ...toDraftFields([...toDrafts(mine), ...toDrafts(theirs)]),
    attempts,
    ...toCompletion([...toPasses(mine), ...toPasses(theirs)]),
    hintsShown: Math.max(mine.hintsShown, theirs.hintsShown),
    solutionSeen: mine.solutionSeen || theirs.solutionSeen,
  };
}

/**
 * Reads a stored or imported record: undefined when it is not one. What comes back is sorted and without repeats. Moments
 * are read by `moment`: those that cannot be right are replaced.
 */
export function parseRecord(
  value: unknown,
  moment: Reader<string> = readStoredMoment,
): ExerciseRecord | undefined {
  const data = readValue(createRecordReader(moment), value);
  if (data === undefined || data.attempts.some(({ exerciseId }) => exerciseId !== data.exerciseId))
    return undefined;
  return {
    ...data,
    ...toDraftFields(toDrafts(data)),
    attempts: sortAttempts(data.attempts),
    ...toCompletion(toPasses(data)),
  };
}

/** Whether two records hold the same; both must come from this module. */
export function sameRecord(a: ExerciseRecord, b: ExerciseRecord): boolean {
  return canonicalText(a) === canonicalText(b);
}

/** All texts of a record, the one in the editor among them. */
export function toDrafts(record: ExerciseRecord): Draft[] {
  const { draft, draftAt, otherDrafts } = record;
  return draft === null ? [...otherDrafts] : [{ text: draft, at: draftAt ?? earliestMoment }, ...otherDrafts];
}

/** The newest text is the draft, and each text stands once, with its newest time. */
export function toDraftFields(
  drafts: readonly Draft[],
): Pick<ExerciseRecord, 'draft' | 'draftAt' | 'otherDrafts'> {
  const newest = new Map<string, string>();
  for (const { text, at } of drafts) {
    if (at > (newest.get(text) ?? '')) newest.set(text, at);
  }
  const [first, ...others] = [...newest]
    .map(([text, at]) => ({ text, at }))
    .sort((a, b) => compareText(b.at, a.at) || compareText(b.text, a.text));
  return { draft: first?.text ?? null, draftAt: first?.at ?? null, otherDrafts: others };
}

/** Each attempt once, oldest first. */
export function sortAttempts(attempts: readonly Attempt[]): Attempt[] {
  return [...new Map(attempts.map((attempt) => [attemptKey(attempt), attempt])).values()].sort(compareByTime);
}

/** The newest attempts and the best one, each once, oldest first. */
export function keepAttempts(attempts: readonly Attempt[]): Attempt[] {
  const sorted = sortAttempts(attempts);
  const kept = sorted.slice(-attemptsKept);
  const best = findBestAttempt(sorted);
  return best === undefined || kept.includes(best) ? kept : [best, ...kept];
}

interface Pass {
  readonly at: string;
  readonly version: string;
}

function toPasses(record: ExerciseRecord): Pass[] {
  const passes = record.attempts
    .filter(({ passed }) => passed)
    .map(({ at, exerciseVersion }) => ({ at, version: exerciseVersion }));
  const { completedAt, completedVersion } = record;
  return completedAt === null ? passes : [...passes, { at: completedAt, version: completedVersion ?? '' }];
}

function toCompletion(passes: readonly Pass[]): Pick<ExerciseRecord, 'completedAt' | 'completedVersion'> {
  const last = [...passes].sort((a, b) => compareText(b.at, a.at) || compareText(b.version, a.version))[0];
  return { completedAt: last?.at ?? null, completedVersion: last?.version ?? null };
}

function canonicalText(record: ExerciseRecord): string {
  const { draft, draftAt, otherDrafts, attempts, completedAt, completedVersion, hintsShown, solutionSeen } =
    record;
  return JSON.stringify([
    draft,
    draftAt,
    otherDrafts.map(({ text, at }) => [text, at]),
    attempts.map(attemptKey),
    completedAt,
    completedVersion,
    hintsShown,
    solutionSeen,
  ]);
}
