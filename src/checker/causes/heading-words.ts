const functions: Readonly<Record<string, string>> = {
  count: 'count',
  sum: 'sum',
  avg: 'average',
  min: 'smallest',
  max: 'largest',
  median: 'median',
};

/** A column of which words say no more. */
export const calculated = 'calculated value';

/**
 * The engine's name of a column that was given none, in words; a name that a person gave stays as it is.
 *
 * @example
 * toHeadingWords('count_star()') // => 'number of rows'
 * toHeadingWords('sum(transactions)') // => 'sum of transactions'
 */
export function toHeadingWords(name: string): string {
  if (/^count(_star\(\)|\(\*\))$/i.test(name)) return 'number of rows';
  const [, call = '', distinct, argument = ''] =
    /^(\w+)\((DISTINCT )?"?([\p{L}_][\w.]*)"?\)$/iu.exec(name) ?? [];
  const words = functions[call.toLowerCase()];
  if (words !== undefined)
    return `${words} of ${distinct ? 'different ' : ''}${argument.replace(/^.*\./, '')}`;
  return /[()*/+]/.test(name) ? calculated : name;
}
