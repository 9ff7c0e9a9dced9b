// Text is passed over in one step each, so that digits in it are not taken for numbers.
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/gs;
const mark = '\u0001number ';

/**
 * Parse JSON without rounding: whole numbers past 2^53 become bigints, and numbers with more digits than a JavaScript number
 * holds become text.
 *
 * @throws SyntaxError when the text is no JSON.
 * @example
 * parseExactly('[9007199254740993]') // => [9007199254740993n]
 */
export function parseExactly(text: string): unknown {
  // Most files hold no such number, and need no second look.
  if (!/\d{16}|\d[.]\d{15}|\d{8}[.]\d{8}/.test(text)) return JSON.parse(text);
  // Only what is JSON as it stands may be changed.
  JSON.parse(text);
  let found = false;
  const marked = text.replace(textOrNumber, (token) => {
    if (token.startsWith('"') || isExact(token)) return token;
    found = true;
    return JSON.stringify(mark + token);
  });
  if (!found) return JSON.parse(text);
  return JSON.parse(marked, (_key, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(mark)) return value;
    const digits = value.slice(mark.length);
    return /^-?\d+$/.test(digits) ? BigInt(digits) : digits;
  });
}

/** True where a JavaScript number says all of it. Digits far behind the point are what programs write, not what people measured. */
function isExact(token: string): boolean {
  if (/^-?\d+$/.test(token)) return Number.isSafeInteger(Number(token)) || token.length > 39;
  const [whole = ''] = token.split(/[.eE]/);
  return whole.replace('-', '').length < 16;
}
