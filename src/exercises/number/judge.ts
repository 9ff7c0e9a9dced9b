import type { PlainVerdict } from '../verdict.ts';
import type { NumberKey } from './answer-key.ts';
import { parseFigure } from './parse-figure.ts';

/**
 * Judges a figure: right within the tolerance, else the slip that gives it, else whether it is too high or too low.
 *
 * @param answer - as the learner typed it
 */
export function judgeNumber(answer: string, key: NumberKey): PlainVerdict {
  const read = parseFigure(answer, key.unit);
  if (!read.ok)
    return { kind: 'unreadable', headline: 'That could not be read as a figure.', body: read.reason };
  const { value, step } = read;
  if (isWithin(value, key.figure, key.tolerance)) return { kind: 'correct' };
  const slip = key.wrong.find(({ figure }) => isWithin(value, figure, key.tolerance));
  if (slip) return { kind: 'known-mistake', feedback: slip.feedback };
  if (Math.abs(value - key.figure) <= step / 2 && step > key.tolerance * 2)
    return {
      kind: 'wrong-answer',
      headline: 'You have rounded more than the task allows.',
      body: 'The figure is right as far as it goes. Give more of its digits.',
    };
  return {
    kind: 'wrong-answer',
    headline: 'That is not the figure.',
    body: `The right one is ${value < key.figure ? 'higher' : 'lower'}. Look again at what is counted, and of what.`,
  };
}

/** Whether a figure is near enough; the last bit of a sum of decimals does not count. */
export function isWithin(value: number, figure: number, tolerance: number): boolean {
  const noise = Math.abs(figure) * 1e-12;
  return Math.abs(value - figure) <= tolerance + noise;
}
