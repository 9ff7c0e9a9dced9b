import { toLetter } from '#src/exercises/letters.ts';

/**
 * The answer that stands in the inputs of a figure or of options, in the form in which it is kept: `12.5`, or `a, c`. Empty where
 * nothing was typed or picked, or where there are no inputs.
 */
export function readInputs(place: HTMLElement): string {
  const inputs = [...place.querySelectorAll('input')];
  const options = inputs.filter(({ type }) => type === 'radio' || type === 'checkbox');
  if (options.length === 0) return inputs[0]?.value ?? '';
  return toLetters(options.flatMap(({ checked }, index) => (checked ? [index] : [])));
}

/** Places of options, from 0, as the text of an answer. */
export function toLetters(picked: readonly number[]): string {
  return [...picked]
    .sort((a, b) => a - b)
    .map(toLetter)
    .join(', ');
}
