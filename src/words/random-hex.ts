/**
 * Twenty-four hex digits that nobody can guess. Unlike `crypto.randomUUID` it is there on plain http too.
 *
 * @example
 * randomHex() // => '3f9a0c51d2e47b86a1b2c3d4'
 */
export function randomHex(): string {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return [...parts].map((part) => part.toString(16).padStart(8, '0')).join('');
}
