import type { PlainVerdict } from '../verdict.ts';
import type { OrderKey } from './answer-key.ts';

/**
 * Judges an order of lines.
 *
 * @param answer - the lines, one below the other
 */
export function judgeOrder(answer: string, key: OrderKey): PlainVerdict {
  const lines = readLines(answer);
  if (lines.length === 0)
    return {
      kind: 'unreadable',
      headline: 'There are no lines in your answer.',
      body: 'Put lines back in, then check again.',
    };
  const distractor = key.distractors.find(({ line }) => lines.includes(line));
  const places = lines.map((line) => key.lines.indexOf(line));
  if (key.accepted.some((order) => order.join() === places.join())) return { kind: 'correct' };
  const right = Math.max(...key.accepted.map((order) => countCommonStart(order, places)));
  const headline = toStartWords(right, lines.length);
  if (distractor) return { kind: 'known-mistake', headline, feedback: distractor.feedback };
  const missing = key.lines.length - new Set(places.filter((place) => place >= 0)).size;
  if (missing > 0)
    return {
      kind: 'wrong-answer',
      headline:
        missing === 1 ? 'One line that belongs is left out.' : `${missing} lines that belong are left out.`,
      body: key.feedback,
    };
  return { kind: 'wrong-answer', headline, body: key.feedback };
}

/** The lines of an answer, without the blank ones. */
export function readLines(answer: string): string[] {
  return answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function countCommonStart(order: readonly number[], places: readonly number[]): number {
  const at = order.findIndex((place, index) => places[index] !== place);
  return at < 0 ? order.length : at;
}

function toStartWords(right: number, count: number): string {
  if (right === 0) return 'The first line is not in its place.';
  if (right >= count) return 'The lines are in order, but not all of them belong.';
  return right === 1
    ? 'The first line is right. Look at the second.'
    : `The first ${right} lines are right. Look at the next one.`;
}
