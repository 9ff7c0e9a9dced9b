/**
 * Begins the names of what one check makes: tables and schemas. It is drawn anew each time, since a name that can be
 * guessed would let an answer read the expected result.
 *
 * @example
 * createScratchName() // => '_check3f9a0c51d2e47b86'
 */
export function createScratchName(): string {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return `_check${[...parts].map((part) => part.toString(16).padStart(8, '0')).join('')}`;
}
