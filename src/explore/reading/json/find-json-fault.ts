const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON, as an offset in UTF-16 code units; undefined when it never does. Browsers word their
 * own complaint differently, and not all of them give the place.
 *
 * @example
 * findJsonFault('[1, ]') // => 4
 */
export function findJsonFault(text: string): number | undefined {
  let at = 0;
  // What each open bracket waits for: a stack, because a broken file may open more than the call stack holds.
  const open: ('}' | ']')[] = [];
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (char: string): boolean => {
    skip(space);
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const takeKey = () => take('"') && (at--, skip(scalar)) && take(':');

  for (;;) {
    skip(space);
    if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (take('{')) {
      if (!take('}')) {
        open.push('}');
        if (!takeKey()) return at;
        continue;
      }
    } else if (!skip(scalar)) return at;

    for (;;) {
      const closing = open.at(-1);
      if (closing === undefined) {
        skip(space);
        return at === text.length ? undefined : at;
      }
      if (take(',')) {
        if (closing === '}' && !takeKey()) return at;
        break;
      }
      if (!take(closing)) return at;
      open.pop();
    }
  }
}
