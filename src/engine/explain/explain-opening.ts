import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import type { Statement } from '#src/sql/statements.ts';
import { classifyStatement } from '#src/sql/classify-statement.ts';
import { isWord } from '#src/sql/is-word.ts';
import { tokenise, type Token } from '#src/sql/tokens.ts';

type Words = Pick<QueryError, 'message' | 'advice' | 'place'>;

/** What people write in place of SELECT. */
const verbs =
  /^(?:show|get|find|list|give|display|search|print|return|read|pick|choose|fetch|view|retrieve|tell|please|count|extract|query|filter|look|see|need|want)$/i;
const questions =
  /^(?:how|what|which|who|where|when|why|whose|is|are|do|does|did|can|could|i|the|there|tell|me|my|hello|hi|help)$/i;
const parts = [
  'WHERE',
  'AND',
  'OR',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'JOIN',
  'LEFT',
  'INNER',
  'ON',
  'UNION',
];

/**
 * Explains a statement that opens with no word of SQL's: its place counts from the start of `text`. Undefined when it
 * is of no kind that is known.
 */
export function explainOpening(text: string, statement: Statement, isFirst: boolean): Words | undefined {
  const tokens = tokenise(statement.text)
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => ({ ...token, start: token.start + statement.start, end: token.end + statement.start }));
  const [first] = tokens;
  if (!first) return undefined;
  if (classifyStatement(statement) !== 'unknown') return otherDatabase(tokens) ?? otherLanguage(text, tokens);
  return (
    markedUp(text) ??
    cutInTwo(text, tokens, statement, isFirst) ??
    copied(tokens) ??
    otherLanguage(text, tokens) ??
    otherDatabase(tokens) ??
    plainWords(text, tokens, statement)
  );
}

/** SHOW runs here, but only before one name: it tells the columns of a table. */
export function isSpokenShow(statement: Statement): boolean {
  if (statement.keyword !== 'SHOW') return false;
  const [, second, third] = tokenise(statement.text).filter(({ kind }) => kind !== 'comment');
  return second?.kind === 'word' &&
    third !== undefined &&
    third.text !== '.' &&
    !isWord(second, 'ALL', 'TABLES')
    ? true
    : isWord(second, 'ALL') && third !== undefined && !isWord(third, 'TABLES');
}

function markedUp(text: string): Words | undefined {
  const match = /&(?:gt|lt|amp|quot|nbsp);/.exec(text);
  if (!match) return undefined;
  const written = { '&gt;': '>', '&lt;': '<', '&amp;': '&', '&quot;': '"', '&nbsp;': 'a space' }[match[0]];
  return {
    message: `“${match[0]}” is the code of a web page, not SQL.`,
    advice: `Write ${written} in its place.`,
    place: { start: match.index, end: match.index + match[0].length },
  };
}

/** A semicolon in the middle of a query. */
function cutInTwo(
  text: string,
  [first, second]: readonly Token[],
  statement: Statement,
  isFirst: boolean,
): Words | undefined {
  if (isFirst || !first) return undefined;
  const at = text.lastIndexOf(';', statement.start - 1);
  const continues =
    isWord(first, ...parts) || second?.text === ',' || /\bfrom\b/i.test(statement.text.slice(0, 400));
  if (at < 0 || !continues || verbs.test(first.text) || first.text === ')') return undefined;
  return {
    message: `The semicolon ends the query, so “${first.text}” stands alone after it.`,
    advice: isWord(first, ...parts)
      ? 'Take this semicolon away: one comes only at the very end.'
      : 'Take it away, or write a comma in its place if it stands between two columns.',
    place: { start: at, end: at + 1 },
  };
}

/** Line numbers, prompts and fences that were copied with the query. */
function copied(tokens: readonly Token[]): Words | undefined {
  const [first, second, third] = tokens;
  if (!first) return undefined;
  const opens = (token: Token | undefined) => isWord(token, 'SELECT', 'WITH', 'FROM');
  if (first.kind === 'number' && (opens(second) || (second?.text === '.' && opens(third)))) {
    return {
      message: `“${first.text}” is a line number that was copied with the query.`,
      advice: 'Take the numbers away at the start of each line.',
      place: toRange(first),
    };
  }
  const prompt = first.text === '>' ? first : second && /^(?:>|=>)$/.test(second.text) ? second : undefined;
  if (prompt && tokens.slice(0, 5).some(opens)) {
    return {
      message: `“${prompt === first ? '>' : `${first.text}${prompt.text}`}” was copied with the query: it is the sign of another screen.`,
      advice: 'Take it away at the start of each line.',
      place: { start: first.start, end: prompt.end },
    };
  }
  if (first.text === '`') {
    const fence = tokens.slice(0, 3).every(({ text }) => text === '`');
    return {
      message: fence
        ? 'The three backticks mark code in a chat or a document.'
        : 'A query cannot start with a backtick (`).',
      advice: fence ? 'Take them away, with the word after them.' : 'Take the backticks away.',
      place: { start: first.start, end: (fence ? (tokens[2] ?? first) : first).end },
    };
  }
  if (/^(?:D|sql|mysql|duckdb|postgres)$/i.test(first.text) && opens(second)) {
    return {
      message: `“${first.text}” was copied with the query: it is the sign of another screen.`,
      advice: 'Take it away. The query starts with SELECT.',
      place: toRange(first),
    };
  }
  if (second?.text === ':' && opens(third)) {
    return {
      message: 'The query starts after the colon.',
      advice: `Take away “${first.text}:”.`,
      place: { start: first.start, end: second.end },
    };
  }
  return undefined;
}

/** Spreadsheets, Python and R. */
function otherLanguage(text: string, tokens: readonly Token[]): Words | undefined {
  const [first, second, third] = tokens;
  if (!first) return undefined;
  const cells = /\b[A-Z]{1,2}\d{0,6}:[A-Z]{1,2}\d{0,6}\b/.exec(text.slice(first.start, first.start + 400));
  if (first.text === '=' && isWord(second, 'SELECT', 'WITH', 'FROM')) {
    return {
      message: 'A query starts without an equals sign.',
      advice: 'Take the = away.',
      place: toRange(first),
    };
  }
  if (first.text === '=' || (cells && second?.text === '(')) {
    const named = first.text === '=' ? second : first;
    return {
      message: 'This is a formula of a spreadsheet: SQL has columns, not cells.',
      advice: `Name the column and its table: SELECT ${toFunction(named?.text)} FROM a table.`,
      place: { start: first.start, end: (named ?? first).end },
    };
  }
  if (second && /^[([.]$/.test(second.text) && first.kind === 'word' && first.end === second.start) {
    const isAggregate = /^(?:count|sum|avg|min|max|median|round|average)$/i.test(first.text);
    return isAggregate
      ? {
          message: 'A query starts with SELECT.',
          advice: `Write SELECT before ${first.text}, and FROM with a table after it.`,
          place: toRange(first),
        }
      : {
          message: `“${first.text}${second.text}” looks like Python or R, and this page reads SQL.`,
          advice: 'Write SELECT and the columns to show, then FROM and a table; conditions come after WHERE.',
          place: { start: first.start, end: (third ?? second).end },
        };
  }
  if (isWord(first, 'IMPORT') && second?.kind === 'word' && !isWord(second, 'DATABASE')) {
    return {
      message: '“import” looks like Python, and this page reads SQL.',
      advice: 'Nothing needs to be loaded first. Start with SELECT.',
      place: { start: first.start, end: second.end },
    };
  }
  return undefined;
}

function toFunction(name: string | undefined): string {
  const known = /^(sum|count|average|avg|min|max|median)/i.exec(name ?? '')?.[1]?.toLowerCase();
  return `${known === 'average' ? 'avg' : (known ?? 'sum')}(a column)`;
}

/** What other databases want first. */
function otherDatabase(tokens: readonly Token[]): Words | undefined {
  const [first, second, third] = tokens;
  if (!first) return undefined;
  if (isWord(first, 'USE')) {
    return {
      message: 'No database has to be chosen here.',
      advice: 'Take this line away: the tables of this page are ready to use.',
      place: { start: first.start, end: (second ?? first).end },
    };
  }
  if (isWord(first, 'GO') && !second) {
    return {
      message: '“GO” is a word of another program, not of SQL.',
      advice: 'Take it away. The Run button runs the query.',
      place: toRange(first),
    };
  }
  if (isWord(first, 'DECLARE') || (isWord(first, 'SET') && second?.text === '@')) {
    return {
      message: 'There are no variables here.',
      advice: 'Write the value itself where the query needs it.',
      place: { start: first.start, end: (third ?? second ?? first).end },
    };
  }
  return undefined;
}

/** English, or an answer without a query. */
function plainWords(text: string, tokens: readonly Token[], statement: Statement): Words | undefined {
  const [first, second] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const whole = { start: first.start, end: Math.min(last.end, first.start + 200) };
  const hasFrom = /\bfrom\b/i.test(statement.text.slice(0, 2000));
  if (verbs.test(first.text)) {
    return {
      message: `“${first.text}” is not the word that starts a query.`,
      advice: hasFrom
        ? `Write SELECT in place of “${first.text}”, then the columns to show and FROM with a table.`
        : 'Write SELECT and the columns to show (* for all), then FROM and a table.',
      place: toRange(first),
    };
  }
  if (questions.test(first.text) || last.text === '?') {
    return {
      message: 'This is a question in English, and the page reads SQL.',
      advice: 'Say it as SELECT with what to show, FROM with a table, and WHERE with a condition.',
      place: whole,
    };
  }
  if (
    first.kind === 'number' &&
    tokens.slice(0, 8).every(({ kind, text: each }) => kind === 'number' || /^[,.%£]$/.test(each))
  ) {
    return {
      message: `${text.slice(whole.start, whole.end)} is a number, not a query.`,
      advice: 'Write the query that finds it, starting with SELECT.',
      place: whole,
    };
  }
  const allWords =
    tokens.length <= 8 && tokens.every(({ kind, text: each }) => kind === 'word' || /^[,.'&-]$/.test(each));
  if (allWords && !hasFrom && (second !== undefined || /^\p{Lu}/u.test(first.text))) {
    return {
      message: `“${text.slice(whole.start, whole.end)}” is an answer in words, not a query.`,
      advice: 'Write the query that finds it, starting with SELECT.',
      place: whole,
    };
  }
  return undefined;
}

function toRange({ start, end }: Token): TextRange {
  return { start, end };
}
