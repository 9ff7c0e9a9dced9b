import { readLetters } from '../letters.ts';
import type { PlainVerdict } from '../verdict.ts';
import type { ChoiceKey } from './answer-key.ts';

/**
 * Judges the options that were picked: all the right ones and no other. A wrong option is answered with its own feedback,
 * the first one where there are several.
 *
 * @param answer - letters of options, such as `a, c`
 */
export function judgeChoice(answer: string, { pick, options }: ChoiceKey): PlainVerdict {
  const picked = readLetters(answer, options.length);
  if (picked.length === 0)
    return {
      kind: 'unreadable',
      headline: 'You have not picked an option yet.',
      body: pick === 'one' ? 'Pick one, then check again.' : 'Pick one or more, then check again.',
    };
  if (pick === 'one' && picked.length > 1)
    return { kind: 'unreadable', headline: 'You have picked more than one option.', body: 'Pick one.' };
  const wrong = picked.flatMap((index) => (options[index]?.right === false ? [options[index]] : []));
  const missing = options.filter(({ right }, index) => right && !picked.includes(index)).length;
  const [first] = wrong;
  if (first)
    return {
      kind: 'known-mistake',
      feedback: first.feedback ?? '',
      ...(pick === 'several' && { headline: toWrongWords(wrong.length, picked.length) }),
    };
  if (missing > 0)
    return {
      kind: 'wrong-answer',
      headline: 'What you picked is right, but it is not all.',
      body: 'At least one more option belongs to the answer. Go through those you left out, one by one.',
    };
  return { kind: 'correct' };
}

function toWrongWords(wrong: number, picked: number): string {
  if (picked === 1) return 'The option you picked does not belong.';
  return wrong === 1
    ? `1 of the ${picked} options you picked does not belong.`
    : `${wrong} of the ${picked} options you picked do not belong.`;
}
