const longestShown = 80;

const names: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2060', 'word joiner'],
  ['\ufeff', 'byte order mark'],
  ['\t', 'tab'],
]);

/**
 * A value on one line, with what nobody would see in it named: characters without a form, and spaces at its ends.
 *
 * @example showText('Leeds ') // => 'Leeds␣'
 */
export function showText(text: string): string {
  const cut = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return cut
    .replace(/\r?\n|\r/g, ' ⏎ ')
    .replace(/[\p{Cc}\p{Cf}\u00a0]/gu, (letter) => `‹${names.get(letter) ?? toCode(letter)}›`)
    .replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length));
}

const toCode = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
