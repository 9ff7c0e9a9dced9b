import type { AnswerVerdictKind } from './verdict.ts';

/** How a verdict looks: `good` is for the right answer and nothing else; `unsure` for what could not be judged. */
export type Tone = 'good' | 'warn' | 'unsure' | 'bad';

interface VerdictTraits {
  /** How near to a right answer: more is nearer. */
  readonly nearness: number;
  readonly tone: Tone;
}

/** What is told apart by the kind of a verdict alone. A new kind must be added here before anything compiles. */
export const verdictKinds: Readonly<Record<AnswerVerdictKind, VerdictTraits>> = {
  'does-not-run': { nearness: 0, tone: 'bad' },
  unreadable: { nearness: 0, tone: 'unsure' },
  undecided: { nearness: 1, tone: 'unsure' },
  'known-mistake': { nearness: 2, tone: 'bad' },
  'wrong-answer': { nearness: 2, tone: 'bad' },
  'wrong-columns': { nearness: 3, tone: 'bad' },
  'wrong-rows': { nearness: 4, tone: 'bad' },
  'wrong-values': { nearness: 5, tone: 'bad' },
  'wrong-order': { nearness: 6, tone: 'bad' },
  'right-here-only': { nearness: 7, tone: 'warn' },
  'other-means': { nearness: 8, tone: 'warn' },
  correct: { nearness: 9, tone: 'good' },
};
