import type { AnswerVerdictKind } from '#src/exercises/verdict.ts';
import { verdictKinds } from '#src/exercises/verdict-kinds.ts';
import { orElse, readCount, readFields, readId, readOneOf, readText, readTruth } from './read-value.ts';
import type { Reader } from './read-value.ts';

const knownKinds = Object.keys(verdictKinds) as AnswerVerdictKind[];

/** One answer that was checked: what was typed, when, against which version, with what help, and what came of it. */
export interface Attempt {
  readonly exerciseId: string;
  readonly exerciseVersion: string;
  readonly lessonVersion: string;
  readonly at: string;
  readonly answer: string;
  readonly verdict: AnswerVerdictKind;
  readonly passed: boolean;
  readonly hintsUsed: number;
  readonly solutionSeen: boolean;
}

/** Reads a stored attempt, its moment by `moment`. */
export function createAttemptReader(moment: Reader<string>): Reader<Attempt> {
  return readFields<Attempt>({
    exerciseId: readId,
    exerciseVersion: readText,
    lessonVersion: readText,
    at: moment,
    answer: readText,
    // A kind this version of the site does not know must not cost the person the answer they typed.
    verdict: orElse(readOneOf(knownKinds), 'undecided'),
    passed: readTruth,
    hintsUsed: readCount,
    solutionSeen: readTruth,
  });
}

/** Text by code unit: the same in every language setting. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One text for each different attempt: equal attempts have equal keys. */
export function attemptKey(attempt: Attempt): string {
  const { at, exerciseId, exerciseVersion, lessonVersion, answer, verdict, passed, hintsUsed, solutionSeen } =
    attempt;
  return JSON.stringify([
    at,
    exerciseId,
    exerciseVersion,
    lessonVersion,
    answer,
    verdict,
    passed,
    hintsUsed,
    solutionSeen,
  ]);
}

/** Oldest first; attempts of the same moment stand in a fixed order. */
export function compareByTime(a: Attempt, b: Attempt): number {
  return compareText(a.at, b.at) || compareText(attemptKey(a), attemptKey(b));
}

/**
 * Better attempts last: passed, without having seen the solution, with fewer hints, nearer to right, earlier.
 * Two different attempts never count as equal.
 */
export function compareByMerit(a: Attempt, b: Attempt): number {
  return (
    Number(a.passed) - Number(b.passed) ||
    Number(b.solutionSeen) - Number(a.solutionSeen) ||
    b.hintsUsed - a.hintsUsed ||
    verdictKinds[a.verdict].nearness - verdictKinds[b.verdict].nearness ||
    compareByTime(b, a)
  );
}
