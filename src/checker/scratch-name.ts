import { randomHex } from '#src/words/random-hex.ts';

/**
 * Begins the names of what one check makes: tables and schemas. It is drawn anew each time, since a name that can be
 * guessed would let an answer read the expected result.
 *
 * @example
 * createScratchName() // => '_check3f9a0c51d2e47b86'
 */
export function createScratchName(): string {
  return `_check${randomHex()}`;
}
