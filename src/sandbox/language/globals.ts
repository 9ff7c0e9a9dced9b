/** What every pipeline has beside its tables and that keeps nothing of a run. */
export const valueGlobals: readonly string[] = [
  ...['aq', 'op', 'undefined', 'NaN', 'Infinity'],
  ...['Math', 'Date', 'String', 'Number', 'Boolean', 'Array', 'JSON'],
];
