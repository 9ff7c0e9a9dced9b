/** Whether the browser knows that it is offline. That it does not know says nothing. */
export function isOffline(): boolean {
  return 'onLine' in navigator && !navigator.onLine;
}

/**
 * What to do where something did not arrive. Never to load the page again: without a connection that would lose it.
 *
 * @example
 * connectionAdvice() // => 'Check your connection, then try again.'
 */
export function connectionAdvice(): string {
  return isOffline()
    ? 'You are offline. Try again once you are connected.'
    : 'Check your connection, then try again.';
}
