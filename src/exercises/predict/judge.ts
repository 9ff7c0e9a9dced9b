import type { Cell } from '#src/results/cell.ts';
import { readLetters } from '../letters.ts';
import { parseFigure } from '../number/parse-figure.ts';
import type { PlainVerdict } from '../verdict.ts';
import type { PredictKey } from './answer-key.ts';

/**
 * Judges a prediction: the option that was picked, or the value that was typed.
 *
 * @param answer - the letter of an option, or the value
 */
export function judgePrediction(answer: string, key: PredictKey): PlainVerdict {
  return key.options ? judgeOption(answer, key.options) : judgeValue(answer, key);
}

function judgeOption(answer: string, options: readonly (string | null)[]): PlainVerdict {
  const picked = readLetters(answer, options.length);
  const [index] = picked;
  if (index === undefined || picked.length > 1)
    return {
      kind: 'unreadable',
      headline: 'You have not picked a result yet.',
      body: 'Pick the one that the query gives, then check again.',
    };
  const feedback = options[index];
  return typeof feedback === 'string' ? { kind: 'known-mistake', feedback } : { kind: 'correct' };
}

function judgeValue(answer: string, { value = null, wrongValues = [] }: PredictKey): PlainVerdict {
  if (answer.trim() === '')
    return {
      kind: 'unreadable',
      headline: 'You have not written a value yet.',
      body: 'Write what stands in that cell. For a missing value, write NULL.',
    };
  if (isSameValue(answer, value)) return { kind: 'correct' };
  const slip = wrongValues.find((wrong) => isSameValue(answer, wrong.value));
  if (slip) return { kind: 'known-mistake', feedback: slip.feedback };
  return {
    kind: 'wrong-answer',
    headline: 'That is not what the query gives.',
    body: 'Take the query one line at a time: which rows are there, in which order, and what is shown of them?',
  };
}

const missingWords = new Set(['null', 'missing', 'nothing', 'empty', 'no value']);

function isSameValue(answer: string, value: Cell): boolean {
  const text = answer.trim().replace(/^(['"‘“])(.*)['"’”]$/, '$2');
  if (value === null) return missingWords.has(text.toLowerCase());
  const number = typeof value === 'boolean' || value === '' ? NaN : Number(value);
  if (Number.isFinite(number)) {
    // What the cell counts may be said with it: "4 months", "12%".
    // What it counts may be named behind it; a million is no such thing.
    const unit = /%$|\p{L}[\p{L} ]*$/u.exec(text)?.[0].replace(/^(?:thousand|million|billion)\b ?/i, '');
    const read = parseFigure(text, unit);
    return read.ok && read.value === number;
  }
  return text.replace(/\s+/g, ' ').toLowerCase() === String(value).replace(/\s+/g, ' ').toLowerCase();
}
