import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import { clauseAt, isPlainWord, isValue, placesAround, spanOf, textOf } from './reading.ts';

const aggregates = /^(?:count|sum|avg|min|max|median)$/i;

/** What to show: lists and their commas, functions and their brackets, CASE. */
export const explainLists: Explainer = (failure) => {
  const { error } = failure;
  if (error.type === 'Parser') {
    return (
      wrongCount(failure) ??
      caseParts(failure) ??
      counting(failure) ??
      distinct(failure) ??
      commas(failure) ??
      otherSigns(failure) ??
      spacedName(failure)
    );
  }
  return loneFunction(failure) ?? spacedName(failure);
};

/** IF and IFNULL with too few values: DuckDB's parser says so, and gives no place. */
function wrongCount({ error, tokens }: ReadFailure): Explanation | undefined {
  const name = /^Wrong number of arguments to (\w+)/.exec(error.message)?.[1];
  if (name === undefined) return undefined;
  const token = tokens.find((each, at) => isWord(each, name) && tokens[at + 1]?.text === '(');
  const form =
    name === 'IF'
      ? 'IF(condition, value if true, value if not)'
      : `${name}(a column, the value in place of NULL)`;
  return {
    message: `${name} has not as many values in its brackets as it needs.`,
    advice: `Write ${form}.`,
    ...(token && { place: spanOf(token) }),
  };
}

function caseParts({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  let depth = 0;
  let opened: Token | undefined;
  let part: Token | undefined;
  for (const each of tokens.slice(0, index < 0 ? 0 : index)) {
    if (isWord(each, 'CASE')) depth++;
    if (isWord(each, 'CASE', 'WHEN', 'THEN', 'ELSE')) part = each;
    if (isWord(each, 'CASE') && depth === 1) opened = each;
    if (isWord(each, 'END')) depth = Math.max(0, depth - 1);
  }
  if (token && before && isWord(before, 'END') && isWord(token, 'CASE', 'IF')) {
    return { message: `END alone closes CASE.`, advice: `Take “${token.text}” after it away.` };
  }
  const isIf = token && before && isWord(before, 'IF');
  const wordIf = tokens[index - 2];
  if (depth === 0 && wordIf && isWord(wordIf, 'IF') && clauseAt(tokens, index) === 'SELECT') {
    return {
      message: 'IF needs brackets and commas in SQL.',
      advice: 'Write IF(condition, value if true, value if not), or CASE WHEN … THEN … END.',
      place: spanOf(wordIf),
    };
  }
  if (depth === 0 || !opened || !token) {
    const starts = isIf && isValue(token);
    return starts
      ? {
          message: 'IF needs brackets and commas in SQL.',
          advice: 'Write IF(condition, value if true, value if not), or CASE WHEN … THEN … END.',
          place: spanOf(before),
        }
      : undefined;
  }
  const place = (first: Token, last = first) => ({ place: spanOf(first, last) });
  if (isIf || isWord(token, 'ELSEIF', 'ELSIF', 'ELIF')) {
    const first = isIf ? (isWord(tokens[index - 2], 'ELSE') ? (tokens[index - 2] ?? before) : before) : token;
    return {
      message: 'CASE has no IF in it.',
      advice: 'Write WHEN in its place: CASE WHEN … THEN … WHEN … THEN … ELSE … END.',
      ...place(first, isIf ? before : token),
    };
  }
  if (token.text === ',') {
    return { message: 'Inside CASE there are no commas between its parts.', advice: 'Take the comma away.' };
  }
  if (isWord(part, 'ELSE') && isWord(token, 'THEN', 'WHEN')) {
    return {
      message: `ELSE stands straight before its value, without ${token.text.toUpperCase()}.`,
      advice: `Take “${token.text}” away, and keep ELSE for the last value.`,
    };
  }
  if (isWord(part, 'WHEN')) {
    return {
      message: 'A condition of CASE has no THEN.',
      advice: 'Write THEN between the condition and its value.',
      ...place(part ?? opened, before),
    };
  }
  if (isWord(part, 'CASE') && isWord(token, 'THEN')) {
    return {
      message: 'CASE has no WHEN.',
      advice: 'Write WHEN before the condition: CASE WHEN … THEN … END.',
      ...place(opened),
    };
  }
  if (isWord(token, 'FROM', 'AS', 'WHERE', 'GROUP', 'ORDER')) {
    return {
      message: 'CASE never ends.',
      advice: `Write END before ${token.text.toUpperCase()}.`,
      ...place(opened),
    };
  }
  return undefined;
}

/** COUNT *, count(all), COUNT DISTINCT x, SUM OF x. */
function counting(failure: ReadFailure): Explanation | undefined {
  const { tokens } = failure;
  for (const at of placesAround(failure, 3)) {
    const [name, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (!name || !next || !aggregates.test(name.text) || name.kind !== 'word') continue;
    const upper = name.text;
    if (next.text === '*' && isWord(name, 'COUNT') && !isValue(third)) {
      return bracketless(upper, `${upper}(*)`, spanOf(name, next));
    }
    if (isWord(next, 'DISTINCT') && isPlainWord(third) && third) {
      return bracketless(upper, `${upper}(DISTINCT ${third.text})`, spanOf(name, third));
    }
    if (isWord(next, 'OF') && isPlainWord(third) && third) {
      return bracketless(upper, `${upper}(${third.text})`, spanOf(name, third));
    }
    if (next.text !== '(' || tokens[at + 3]?.text !== ')' || !third) continue;
    if (isWord(third, 'ALL', 'DISTINCT')) {
      return {
        message: `${upper}(${third.text}) does not say which column to use.`,
        advice: isWord(third, 'ALL')
          ? 'To count rows, write count(*).'
          : `Write a column after DISTINCT: ${upper}(DISTINCT department).`,
        place: spanOf(name, tokens[at + 3]),
      };
    }
  }
  return undefined;
}

function bracketless(name: string, written: string, place: Explanation['place']): Explanation {
  return {
    message: `“${name}” is a function, so it needs brackets.`,
    advice: `Write ${written}.`,
    ...(place && { place }),
  };
}

function distinct(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const token = tokens[index];
  if (isWord(token, 'UNIQUE') && isWord(tokens[index - 1], 'SELECT')) {
    return {
      message: 'SQL does not know SELECT UNIQUE.',
      advice: 'To leave repeats out, write SELECT DISTINCT.',
    };
  }
  for (const at of placesAround(failure, 6)) {
    const [first, on] = [tokens[at], tokens[at + 1]];
    if (!first || !on || !isWord(first, 'DISTINCT') || !isWord(on, 'ON')) continue;
    return {
      message: 'DISTINCT ON needs a column in brackets, and after them the columns to show.',
      advice: 'To leave repeats out, write DISTINCT alone: SELECT DISTINCT department.',
      place: spanOf(first, on),
    };
  }
  if (token && isWord(token, 'DISTINCT') && clauseAt(tokens, index) === 'SELECT') {
    return {
      message: 'DISTINCT stands in the wrong place: it counts for the whole row.',
      advice: 'Write it once, straight after SELECT.',
    };
  }
  return undefined;
}

function commas({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const clause = clauseAt(tokens, index);
  if (!before) return undefined;
  if (!token && before.text === ',') {
    return {
      message: 'The query ends with a comma, but nothing follows it.',
      advice: 'Take the comma away.',
      place: spanOf(before),
    };
  }
  if (token?.text === ',' && before.text === ',') {
    return {
      message: 'There are two commas with nothing between them.',
      advice: 'Take one away.',
      place: spanOf(before, token),
    };
  }
  if (token?.text === ',' && isWord(before, 'SELECT', 'BY', 'FROM')) {
    return { message: `There is a comma straight after ${before.text}.`, advice: 'Take it away.' };
  }
  if (token?.text === ')' && before.text === '(' && isWord(tokens[index - 2], 'IN')) {
    return {
      message: 'The list after IN is empty.',
      advice: "Write the values in the brackets: IN ('a', 'b').",
      place: spanOf(before, token),
    };
  }
  if (token && before.kind === 'text' && token.kind === 'text') {
    return {
      message: `A comma is missing between ${before.text.slice(0, 60)} and ${token.text.slice(0, 60)}.`,
      advice: `Write ${before.text.slice(0, 60)}, ${token.text.slice(0, 60)}.`,
      place: spanOf(before, token),
    };
  }
  const isCall =
    token?.text === '(' &&
    isPlainWord(before) &&
    (tokens[index - 2]?.text === ')' || isPlainWord(tokens[index - 2]));
  if (isCall && clause === 'SELECT') {
    return {
      message: `A comma is missing before ${before.text}.`,
      advice: 'Put commas between the things to show.',
      place: spanOf(before),
    };
  }
  return undefined;
}

/** Stars, dots, colons and placeholders in places where they mean nothing. */
function otherSigns(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before?.text === '*' && token && isWord(token, 'FROM') && isValue(tokens[index - 2])) {
    return {
      message: `“*” after “${tokens[index - 2]?.text}” multiplies, and no second number follows.`,
      advice: 'For all columns, write * alone. Otherwise take it away or put a comma before it.',
      place: spanOf(before),
    };
  }
  if (!token && before?.text === '.') {
    return {
      message: 'A query does not end with a full stop.',
      advice: 'Take it away.',
      place: spanOf(before),
    };
  }
  if (token?.text === '.' && (before?.text === ',' || isWord(before, 'SELECT', 'FROM', 'WHERE'))) {
    return {
      message: 'The dots stand for something that is left out.',
      advice: 'Write what belongs in their place.',
    };
  }
  if (token?.text === ':' && before) {
    return { message: `No colon stands after “${before.text}” in SQL.`, advice: 'Take it away.' };
  }
  const close = tokens[index + 2];
  if (token?.text === '<' && tokens[index + 1]?.kind === 'word' && close?.text === '>') {
    return {
      message: `${textOf(failure, token, close)} stands for a name of your own.`,
      advice: 'Write the name in its place, without < and >.',
      place: spanOf(token, close),
    };
  }
  if (before && token && isWord(before, 'AS') && token.kind === 'number') {
    return {
      message: 'A name after AS cannot start with a figure.',
      advice: `Put it in double quotes: AS "${token.text}".`,
      place: spanOf(before, token),
    };
  }
  return undefined;
}

/** `cost per transaction`, and `cost-per-transaction`: a column whose words are joined by _. */
function spacedName(failure: ReadFailure): Explanation | undefined {
  const { tokens, tables, error } = failure;
  if (error.type !== 'Parser' && error.subtype !== 'COLUMN_NOT_FOUND' && error.subtype !== 'MISSING_ENTRY')
    return undefined;
  const names = new Map(
    tables
      .flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)])
      .filter((name) => name.includes('_'))
      .map((name) => [name.toLowerCase(), name]),
  );
  for (const at of placesAround(failure, 4)) {
    let joined = tokens[at]?.text.toLowerCase() ?? '';
    for (let last = at + 1; tokens[at]?.kind === 'word' && last < at + 8; last++) {
      const token = tokens[last];
      if (token?.text === '-') continue;
      if (token?.kind !== 'word') break;
      joined += `_${token.text.toLowerCase()}`;
      const name = names.get(joined);
      const first = tokens[at];
      if (name === undefined || !first) continue;
      return {
        message: `“${textOf(failure, first, token)}” is one name, written with _ between its words.`,
        advice: `Write ${name}.`,
        place: spanOf(first, token),
      };
    }
  }
  return undefined;
}

/** COUNT without brackets, before FROM or at the end. */
function loneFunction({ error, tokens, index }: ReadFailure): Explanation | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (error.subtype !== 'COLUMN_NOT_FOUND' || !token || !aggregates.test(token.text) || token.kind !== 'word')
    return undefined;
  const name = token.text;
  if (isPlainWord(next) && next) return bracketless(name, `${name}(${next.text})`, spanOf(token));
  const inside = isWord(token, 'COUNT') ? '*' : 'transactions';
  if (['WHERE', 'HAVING', 'ON'].includes(clauseAt(tokens, index) ?? '')) {
    return {
      message: `“${name}” is a function, so it needs brackets and a column; in WHERE it also needs a query of its own.`,
      advice: `Write (SELECT ${name}(the column) FROM the table) in its place.`,
    };
  }
  return bracketless(name, inside === '*' ? `${name}(*) to count rows` : `${name}(a column)`, spanOf(token));
}
