/** The day of a moment, by the reader's own clock. */
export function momentDayWords(moment: string): string {
  return new Date(moment).toLocaleDateString('en-GB', { dateStyle: 'long' });
}

/** The day and the minute of a moment, by the reader's own clock. */
export function momentWords(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}
