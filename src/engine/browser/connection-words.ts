/**
 * What to do where something did not arrive. Never to load the page again: without a connection that would lose it.
 *
 * @example
 * connectionAdvice() // => 'Check your connection, then try again.'
 */
export function connectionAdvice(): string {
  return 'onLine' in navigator && !navigator.onLine
    ? 'You are offline. Try again once you are connected.'
    : 'Check your connection, then try again.';
}
