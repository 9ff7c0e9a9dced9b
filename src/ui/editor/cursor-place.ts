/** A bracket that is open at a place. */
export interface OpenBracket {
  readonly sign: '(' | '[' | '{';
  /** What is called, of a round one: `sum` of `op.sum(`. Empty for others. */
  readonly called: string;
  /** The word before it, as `op`; empty where there is none. */
  readonly owner: string;
  /** Whether the place is in the body of a function that began in it. */
  readonly inFunction: boolean;
}

/** Where a place in a pipeline is. The text before it decides, which need not be whole JavaScript. */
export interface CursorPlace {
  readonly inside: 'code' | 'text' | 'comment';
  /** The text before the word that is typed there, or before the quote that is open. */
  readonly before: string;
  /** The outermost first. */
  readonly open: readonly OpenBracket[];
  /** Names that stand for a row: what functions are given. */
  readonly rows: ReadonlySet<string>;
}

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

export function findCursorPlace(text: string, offset: number): CursorPlace {
  const open: { -readonly [F in keyof OpenBracket]: OpenBracket[F] }[] = [];
  const rows = new Set<string>();
  for (let at = 0; at < offset;) {
    const rest = text.slice(at, offset);
    const skipped = /^(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/.exec(rest)?.[0];
    const quoted = /^(['"`])(?:\\[\s\S]|(?!\1)[\s\S])*/.exec(rest);
    if (skipped !== undefined) {
      // One that ends with its line goes on at the line's end; the other kind ends with its mark.
      const isOpen = skipped.startsWith('//') || !/^\/\*[\s\S]*\*\/$/.test(skipped);
      if (at + skipped.length === offset && isOpen)
        return { inside: 'comment', before: text.slice(0, at), open, rows };
      at += skipped.length;
    } else if (quoted) {
      if (at + quoted[0].length === offset) return { inside: 'text', before: text.slice(0, at), open, rows };
      at += quoted[0].length + 1;
    } else {
      at += readSign(text, at, { open, rows });
    }
  }
  const word = /[\w$]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  return { inside: 'code', before: text.slice(0, offset - word.length), open, rows };
}

/** Takes in what stands at a place, and gives its length. */
function readSign(
  text: string,
  at: number,
  found: { open: { -readonly [F in keyof OpenBracket]: OpenBracket[F] }[]; rows: Set<string> },
): number {
  const { open, rows } = found;
  const sign = text[at] ?? '';
  const top = open.at(-1);
  if (sign === '(' || sign === '[' || sign === '{') {
    const [, owner = '', called = ''] =
      (sign === '(' && /(?:([\w$]+)\s*\.\s*)?([\w$]+)\s*$/.exec(text.slice(0, at))) || [];
    open.push({ sign, called, owner, inFunction: top?.inFunction ?? false });
  } else if (closes[sign] !== undefined) {
    if (top?.sign === closes[sign]) open.pop();
  } else if (sign === ',' && top?.sign === '(') {
    top.inFunction = open.at(-2)?.inFunction ?? false;
  } else if (text.startsWith('=>', at)) {
    const [, several, single] = /(?:\(([^()]*)\)|([\w$]+))\s*$/.exec(text.slice(0, at)) ?? [];
    for (const name of (several ?? single ?? '').split(',')) if (name.trim() !== '$') rows.add(name.trim());
    if (top) top.inFunction = true;
    return 2;
  }
  return 1;
}
