import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explanation, ReadFailure } from './failure.ts';
import { quoteText } from './reading.ts';

const clauses = ['FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT'];

/** Quotes, comments and brackets that open or close alone, and a SELECT with nothing in it. */
export function explainUnclosed(failure: ReadFailure): Explanation | undefined {
  return unclosed(failure) ?? emptyList(failure) ?? brackets(failure);
}

function unclosed({ tokens }: ReadFailure): Explanation | undefined {
  const last = tokens.at(-1);
  if (!last?.unterminated) return undefined;
  const mark = last.text.startsWith('/*') ? '/*' : (/['"]|\$\w*\$/.exec(last.text)?.[0] ?? last.text[0]);
  const other = /^(['"]).*?(["'‘’“”´`])\s*$/s.exec(last.text.slice(0, 300))?.[2];
  if (other !== undefined && other !== mark) {
    return {
      message: `The text opens with ${mark} but closes with ${other}.`,
      advice: `Use the same mark on both sides: ${quoteText(last.text.trim())}.`,
      place: { start: last.start, end: last.end },
    };
  }
  if (mark === "'" && isApostrophe(tokens)) {
    return {
      message: 'An apostrophe inside text ends the text.',
      advice: "Write it twice: 'Attorney General''s Office'.",
      place: { start: last.start, end: last.end },
    };
  }
  return {
    message: `The ${mark} that opens here never closes.`,
    advice: `Put ${mark === '/*' ? '*/' : mark} where ${mark === '"' ? 'the name' : mark === '/*' ? 'the comment' : 'the text'} ends.`,
    place: { start: last.start, end: last.end },
  };
}

/** 'Attorney General's Office': text, then at once a word, and a quote that is left over at the end. */
function isApostrophe(tokens: readonly Token[]): boolean {
  const before = tokens.slice(-8, -1);
  return before.some(
    (token, at) =>
      token.kind === 'text' && before[at + 1]?.kind === 'word' && before[at + 1]?.start === token.end,
  );
}

function emptyList({ error, tokens }: ReadFailure): Explanation | undefined {
  if (!error.message.includes('without selection list')) return undefined;
  const select = tokens.find((token) => isWord(token, 'SELECT'));
  return {
    message: 'SELECT does not say what to show.',
    advice: 'Name columns after SELECT, with commas between them, or write * for all of them.',
    ...(select && { place: { start: select.start, end: select.end } }),
  };
}

function brackets({ tokens, index }: ReadFailure): Explanation | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.text === '(') open.push(token);
    if (token.text !== ')') continue;
    if (open.length === 0) {
      return {
        message: 'This bracket closes, but none was opened.',
        advice: 'Take it away, or put ( where it should open.',
        place: { start: token.start, end: token.end },
      };
    }
    open.pop();
  }
  const last = open.at(-1);
  const found = tokens[index];
  const stray = found && !isWord(found, ...clauses);
  if (!last || stray) return undefined;
  return {
    message: 'The bracket that opens here never closes.',
    advice: 'Put ) where it should end.',
    place: { start: last.start, end: last.end },
  };
}
