import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import {
  clauseAt,
  isComparisonSign,
  knownNames,
  placesAround,
  quoteText,
  spanOf,
  textOf,
  touches,
} from './reading.ts';

/** Signs that a word processor or a phone writes, and what SQL writes. */
const signs: Readonly<Record<string, readonly [said: string, written: string]>> = {
  '≥': ['at least', '>='],
  '≤': ['at most', '<='],
  '≠': ['not equal', '<>'],
  '×': ['times', '*'],
  '÷': ['divided by', '/'],
};

const quoteMarks = /^[‘’“”„‚«»´`]$/;
const dashes = /^[–—−]$/;

/** Characters that SQL has no use for, wherever they stand: nothing after them can be read. */
export const explainMarks: Explainer = (failure) => {
  const { tokens, error } = failure;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'symbol') continue;
    const found = quotes(failure, token, at) ?? signOrDash(failure, token, at);
    if (found) return found;
  }
  if (error.type !== 'Parser' && error.type !== 'Catalog' && error.type !== 'Invalid Input') {
    return variable(failure);
  }
  return variable(failure) ?? squareBrackets(failure) ?? comment(failure);
};

function quotes(failure: ReadFailure, token: Token, at: number): Explanation | undefined {
  if (!quoteMarks.test(token.text)) return undefined;
  const { text, tokens } = failure;
  const rest = text.slice(token.end, token.end + 200);
  const length = rest.search(/[‘’“”„‚«»´`'"\r\n]/);
  const closed = length >= 0 && !/[\r\n]/.test(rest[length] ?? '\n');
  const inside = (length < 0 ? rest : rest.slice(0, length)).trim();
  const place = { start: token.start, end: closed ? token.end + length + 1 : token.end };
  const isName =
    knownNames(failure).has(inside.toLowerCase()) &&
    !['WHERE', 'HAVING'].includes(clauseAt(tokens, at) ?? '');
  const kind =
    token.text === '`'
      ? 'Backticks (`) are not used here'
      : 'The quote marks here are curly, as a word processor writes them';
  if (!closed || inside === '')
    return { message: `${kind}.`, advice: "Type straight single ones around text: '…'.", place };
  if (isName) return { message: `${kind}.`, advice: `A name needs no quote marks: ${inside}.`, place };
  return {
    message: `${kind}.`,
    advice: `For text, type straight single ones: ${quoteText(inside)}.`,
    place,
  };
}

function signOrDash({ tokens }: ReadFailure, token: Token, at: number): Explanation | undefined {
  const sign = signs[token.text];
  if (sign) {
    return {
      message: `SQL does not know the sign ${token.text}.`,
      advice: `For “${sign[0]}”, write ${sign[1]}.`,
      place: spanOf(token),
    };
  }
  if (token.text === '…') {
    return {
      message: 'The three dots stand for something that is left out.',
      advice: 'Write what belongs in their place.',
      place: spanOf(token),
    };
  }
  if (!dashes.test(token.text)) return undefined;
  const next = tokens[at + 1];
  const doubled = touches(token, next) && next !== undefined && dashes.test(next.text);
  return {
    message: `The dash “${token.text}” is a long one, as a word processor writes it.`,
    advice: doubled
      ? 'A comment begins with two short ones: --.'
      : 'For “minus”, type the short one: -. A comment begins with two: --.',
    place: spanOf(token, doubled ? next : token),
  };
}

function variable({ tokens, error }: ReadFailure): Explanation | undefined {
  const at = tokens.findIndex(
    ({ kind, text }, place) =>
      kind === 'symbol' &&
      /^[@:?]$/.test(text) &&
      (text === '?' || (tokens[place + 1]?.kind === 'word' && touches(tokens[place], tokens[place + 1]))) &&
      // A colon straight after a word is a slip of another kind, or part of a list.
      !(text === ':' && touches(tokens[place - 1], tokens[place])),
  );
  const [token, name] = [tokens[at], tokens[at + 1]];
  if (!token || (token.text === ':' && error.type !== 'Parser' && error.type !== 'Invalid Input'))
    return undefined;
  if (token.text === '?') {
    return {
      message: 'The question mark stands for a value, but none is given.',
      advice: 'Write the value in its place.',
      place: spanOf(token),
    };
  }
  return {
    message: `“${token.text}${name?.text}” is a variable, and there are none here.`,
    advice: `Write the value itself in its place, such as 'Home Office' or 100.`,
    place: spanOf(token, name),
  };
}

/** Names in square brackets, as Microsoft's databases and Excel write them. */
function squareBrackets(failure: ReadFailure): Explanation | undefined {
  const { tokens } = failure;
  for (const at of placesAround(failure, 6, 2)) {
    const open = tokens[at];
    if (open?.text !== '[') continue;
    const close = tokens.slice(at, at + 10).findIndex(({ text }) => text === ']') + at;
    const last = tokens[close];
    if (close <= at || !last || tokens.slice(at + 1, close).some(({ kind }) => kind !== 'word')) continue;
    const name = textOf(failure, open, last).slice(1, -1).trim();
    const joined = name.replaceAll(/\s+/g, '_');
    const known = knownNames(failure);
    const isName = known.has(joined.toLowerCase());
    if (!isName && isComparisonSign(tokens[at - 1])) {
      return {
        message: 'Text stands in single quotes, not in square brackets.',
        advice: `Write ${quoteText(name)}.`,
        place: spanOf(open, last),
      };
    }
    return {
      message: 'Names stand without square brackets here.',
      advice: isName
        ? `Write ${joined}.`
        : `Write ${/\s/.test(name) ? `"${name}", in double quotes` : name}.`,
      place: spanOf(open, last),
    };
  }
  return undefined;
}

function comment({ tokens, index, error }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  if (error.type !== 'Parser' || !token || (token.text !== '//' && token.text !== '#')) return undefined;
  if (
    isWord(tokens[index - 1], 'SELECT') ||
    [tokens[index - 1], tokens[index + 1]].some((each) => each?.kind === 'number')
  )
    return undefined;
  return {
    message: `“${token.text}” does not begin a comment in SQL.`,
    advice: 'A comment begins with two dashes: --.',
    place: spanOf(token),
  };
}
