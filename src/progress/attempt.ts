import { z } from 'zod/mini';
import type { AnswerVerdictKind } from '#src/exercises/verdict.ts';
import { verdictKinds } from '#src/exercises/verdict-kinds.ts';
import '#src/results/parse-without-eval.ts';

const knownKinds = Object.keys(verdictKinds) as [AnswerVerdictKind, ...AnswerVerdictKind[]];

export const idSchema = z.string().check(z.minLength(1), z.maxLength(300));

/** A moment in UTC to the millisecond, so that the order of the text is the order of the moments. */
export const momentSchema = z.iso.datetime({ precision: 3 });

export const attemptSchema = z.object({
  exerciseId: idSchema,
  exerciseVersion: z.string(),
  lessonVersion: z.string(),
  at: momentSchema,
  answer: z.string(),
  // A kind this version of the site does not know must not cost the person the answer they typed.
  verdict: z.catch(z.enum(knownKinds), 'undecided'),
  passed: z.boolean(),
  hintsUsed: z.int().check(z.minimum(0)),
  solutionSeen: z.boolean(),
});

/** One answer that was checked: what was typed, when, against which version, with what help, and what came of it. */
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

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
