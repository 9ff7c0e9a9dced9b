import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import {
  clauseAt,
  inCondition,
  isComparisonSign,
  isPlainWord,
  isValue,
  knownNames,
  placesAround,
  quoteText,
  runEnd,
  spanOf,
  textOf,
} from './reading.ts';

/** Comparisons in English, longest first, and how SQL writes them; … stands for the value. */
const phrases: readonly (readonly [words: readonly string[], written: string])[] = (
  [
    ['is greater than or equal to', '>= …'],
    ['greater than or equal to', '>= …'],
    ['is less than or equal to', '<= …'],
    ['less than or equal to', '<= …'],
    ['does not equal', '<> …'],
    ['does not contain', "NOT LIKE '%…%'"],
    ['is not equal to', '<> …'],
    ['not equal to', '<> …'],
    ['not equals', '<> …'],
    ['is equal to', '= …'],
    ['equal to', '= …'],
    ['equals', '= …'],
    ['equal', '= …'],
    ...['no more than', 'at most', 'up to'].map((words) => [words, '<= …']),
    ...['no less than', 'at least'].map((words) => [words, '>= …']),
    ...['more', 'greater', 'bigger', 'higher', 'larger'].flatMap((word) => [
      [`is ${word} than`, '> …'],
      [`${word} than`, '> …'],
    ]),
    ...['less', 'fewer', 'smaller', 'lower'].flatMap((word) => [
      [`is ${word} than`, '< …'],
      [`${word} than`, '< …'],
    ]),
    ...['is over', 'over', 'is above', 'above', 'exceeds', 'is after', 'after'].map((words) => [
      words,
      '> …',
    ]),
    ...['is under', 'under', 'is below', 'below', 'is before', 'before'].map((words) => [words, '< …']),
    ...['starts with', 'begins with'].map((words) => [words, "LIKE '…%'"]),
    ['ends with', "LIKE '%…'"],
    ...['contains', 'contain', 'containing', 'includes', 'include', 'has'].map((words) => [
      words,
      "LIKE '%…%'",
    ]),
  ] as [string, string][]
).map(([words, written]) => [words.split(' '), written] as const);

/** Conditions as people say them, and the words and signs of other languages. */
export const explainConditions: Explainer = (failure) => {
  const { error } = failure;
  if (error.type === 'Parser') {
    return (
      pattern(failure) ??
      inWords(failure) ??
      doubledSign(failure) ??
      between(failure) ??
      afterIs(failure) ??
      halfCondition(failure) ??
      signForWord(failure) ??
      bareText(failure)
    );
  }
  return missingWord(failure) ?? oddOperator(failure) ?? textAsCondition(failure) ?? listForValue(failure);
};

/** LIKE %tax%, LIKE *tax*, LIKE Home%. */
function pattern(failure: ReadFailure): Explanation | undefined {
  const { tokens, text } = failure;
  for (const at of placesAround(failure, 5)) {
    const [like, next] = [tokens[at], tokens[at + 1]];
    if (!like || !next || !isWord(like, 'LIKE', 'ILIKE') || next.kind === 'text' || next.text === '(')
      continue;
    const typed = /^[^\s;]{1,80}/.exec(text.slice(next.start, next.start + 80))?.[0] ?? '';
    if (!/[%*]/.test(typed)) continue;
    return {
      message: `The pattern after ${like.text} is text, so it needs single quotes.`,
      advice: `Write ${like.text} ${quoteText(typed.replaceAll('*', '%'))}.`,
      place: { start: next.start, end: next.start + typed.length },
    };
  }
  return undefined;
}

function inWords(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  for (const at of placesAround(failure, 5)) {
    if (!inCondition(tokens, at)) continue;
    const found = phrases.find(([words]) =>
      words.every((word, step) => tokens[at + step]?.text.toLowerCase() === word),
    );
    if (!found) continue;
    const [words, written] = found;
    const [column, first, last, value] = [
      tokens[at - 1],
      tokens[at],
      tokens[at + words.length - 1],
      tokens[at + words.length],
    ];
    if (!column || !first || !last || at + words.length < index || !(isValue(column) || column.text === ')'))
      continue;
    return {
      message: `“${textOf(failure, first, last)}” is not how SQL compares.`,
      advice: `Write ${column.text === ')' ? '…' : column.text} ${fillIn(failure, written, value, at + words.length)}.`,
      place: spanOf(first, last),
    };
  }
  return undefined;
}

/** The comparison with the value that was typed after it. */
function fillIn(failure: ReadFailure, written: string, value: Token | undefined, at: number): string {
  if (!value || !isValue(value)) return written;
  const last = failure.tokens[isPlainWord(value) ? runEnd(failure.tokens, at) : at] ?? value;
  const typed = textOf(failure, value, last).slice(0, 80);
  if (written.includes("'")) return written.replace('…', () => quoteText(typed).slice(1, -1));
  const isName = value.kind === 'number' || knownNames(failure).has(typed.toLowerCase());
  return written.replace('…', () => (isName ? typed : quoteText(typed)));
}

function doubledSign({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || !isComparisonSign(token)) return undefined;
  const column = tokens[index - 2];
  if (isWord(before, 'NOT')) {
    const written = { '=': '<>', '==': '<>', '>': '<=', '<': '>=', '>=': '<', '<=': '>' }[token.text] ?? '=';
    return {
      message: `NOT and ${token.text} do not stand side by side.`,
      advice: isWord(column, 'IS')
        ? 'Write IS NOT NULL to leave missing values out, or <> to compare.'
        : `Write ${column?.text ?? '…'} ${written} … in their place.`,
      place: spanOf(isWord(column, 'IS') && column ? column : before, token),
    };
  }
  if (isWord(before, 'AND', 'OR')) {
    const repeated = comparedColumn(tokens, index - 1);
    return {
      message: `Nothing stands between ${before.text} and ${token.text}: each condition needs its own column.`,
      advice: `Repeat the column: ${before.text} ${repeated ?? '…'} ${token.text} …`,
      place: spanOf(before, token),
    };
  }
  const isChain = isComparisonSign(tokens[index - 2]);
  if (isChain && token.text !== '=' && isPlainWord(before)) {
    return {
      message: 'Two comparisons cannot be chained.',
      advice: `Write two conditions with AND between them: … AND ${before.text} ${token.text} …`,
      place: spanOf(before, token),
    };
  }
  return undefined;
}

/** The column of the condition that ends before `at`, when it is a plain one: name, sign, value. */
function comparedColumn(tokens: readonly Token[], at: number): string | undefined {
  const [column, sign] = [tokens[at - 3], tokens[at - 2]];
  return column && isPlainWord(column) && (isComparisonSign(sign) || isWord(sign, 'LIKE', 'ILIKE'))
    ? column.text
    : undefined;
}

function between(failure: ReadFailure): Explanation | undefined {
  const { tokens } = failure;
  for (const at of placesAround(failure, 7)) {
    const word = tokens[at];
    if (!word || !isWord(word, 'BETWEEN')) continue;
    let end = at;
    while (
      end < at + 7 &&
      tokens[end + 1] &&
      !isWord(tokens[end + 1], 'WHERE', 'ORDER', 'GROUP', 'LIMIT', 'OR')
    )
      end++;
    const after = tokens.slice(at + 1, end + 1);
    const numbers = after.filter(({ kind }) => kind === 'number' || kind === 'text');
    const joined = after.findIndex((token) => isWord(token, 'AND'));
    if (joined > 0 && after[0]?.text !== '(') continue;
    const [low, high] = numbers;
    return {
      message: 'BETWEEN needs two values with AND between them, and no brackets.',
      advice: `Write BETWEEN ${low?.text ?? '1'} AND ${high?.text ?? '…'}.`,
      place: spanOf(word, (high ?? low) && numbers.length < 3 ? (high ?? low) : word),
    };
  }
  return undefined;
}

/** IS 'Home Office', IS NOT 0, IS blank, IS LIKE. */
function afterIs(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const token = tokens[index];
  const negated = isWord(tokens[index - 1], 'NOT');
  const is = tokens[index - (negated ? 2 : 1)];
  const column = tokens[index - (negated ? 3 : 2)];
  if (!token || !is || !isWord(is, 'IS')) return undefined;
  const subject = column && isPlainWord(column) ? column.text : '…';
  if (isWord(token, 'LIKE', 'ILIKE', 'IN', 'BETWEEN', 'EQUAL')) {
    return {
      message: `IS and ${token.text} do not stand together.`,
      advice: `Leave IS out: ${subject} ${negated ? 'NOT ' : ''}${token.text} …`,
      place: spanOf(is, token),
    };
  }
  if (/^(?:nul{1,3}|none|nil|na|blank|empty|missing|nothing|unknown)$/i.test(token.text)) {
    return {
      message: `SQL’s word for a missing value is NULL, not “${token.text}”.`,
      advice: `Write ${subject} IS ${negated ? 'NOT ' : ''}NULL.`,
      place: spanOf(is, token),
    };
  }
  if (!isValue(token)) return undefined;
  const last = tokens[isPlainWord(token) ? runEnd(tokens, index) : index] ?? token;
  const typed = textOf(failure, token, last).slice(0, 80);
  const bare = token.kind === 'number' || (token === last && knownNames(failure).has(typed.toLowerCase()));
  return {
    message: `${negated ? 'IS NOT' : 'IS'} works only with NULL, the missing value.`,
    advice: `To compare, write ${subject} ${negated ? '<>' : '='} ${bare ? typed : quoteText(typed)}.`,
    place: spanOf(is, last),
  };
}

/** Words that join conditions, where one of the conditions is not there. */
function halfCondition({ tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!before || !token || !isWord(before, 'AND', 'OR', 'WHERE', 'HAVING', 'NOT', 'ON')) return undefined;
  if (isWord(token, 'AND', 'OR') || (isWord(token, 'WHERE') && isWord(before, 'WHERE'))) {
    return isWord(before, 'WHERE', 'HAVING', 'ON')
      ? {
          message: `The first condition is missing between ${before.text} and ${token.text}.`,
          advice: `Take away “${token.text}”, or put a condition before it.`,
          place: spanOf(before, token),
        }
      : {
          message: `“${before.text} ${token.text}” joins nothing: a condition is missing between the two words.`,
          advice: 'Take one of them away.',
          place: spanOf(before, token),
        };
  }
  if (isWord(token, 'GROUP', 'ORDER', 'LIMIT', 'HAVING', 'FROM')) {
    return {
      message: `A condition is missing after ${before.text}.`,
      advice: `Put a condition before ${token.text}, or take “${before.text}” away.`,
      place: spanOf(before),
    };
  }
  return undefined;
}

/** && and || and & between conditions, and a comma. */
function signForWord({ tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  if (token?.text === ',' && ['WHERE', 'HAVING'].includes(clauseAt(tokens, index) ?? '')) {
    const next = tokens[index + 1];
    const column = comparedColumn(tokens, index);
    return next?.kind === 'text' && column !== undefined && !isComparisonSign(tokens[index + 2])
      ? {
          message: 'A comparison takes one value, not a list.',
          advice: `Write ${column} IN (${tokens[index - 1]?.text}, ${next.text}).`,
          place: spanOf(tokens[index - 1] ?? token, next),
        }
      : {
          message: 'Conditions are not joined by a comma.',
          advice: 'Write AND (both must hold) or OR (one is enough) in its place.',
          place: spanOf(token),
        };
  }
  if (!isComparisonSign(token) && !isWord(token, 'LIKE', 'IN', 'IS', 'BETWEEN')) return undefined;
  const at = index - 2;
  const sign = tokens[at];
  const doubled = sign?.text === '&' && tokens[at - 1]?.text === '&';
  if (!sign || !inCondition(tokens, at) || !/^(?:&|\|\|)$/.test(sign.text)) return undefined;
  const first = doubled ? (tokens[at - 1] ?? sign) : sign;
  return {
    message: `“${doubled ? '&&' : sign.text}” does not join conditions in SQL.`,
    advice: sign.text === '||' ? 'Write OR.' : 'Write AND.',
    place: spanOf(first, sign),
  };
}

/** Text without quotes: one word passes for a column, several stop the parser. */
function bareText(failure: ReadFailure): Explanation | undefined {
  const { tokens, index } = failure;
  const known = knownNames(failure);
  for (const at of placesAround(failure, 4)) {
    const [before, first] = [tokens[at - 1], tokens[at]];
    const inList = before?.text === ',' || before?.text === '(';
    const compared = isComparisonSign(before) || isWord(before, 'LIKE', 'ILIKE');
    if (!first || !isPlainWord(first) || (!compared && !inList) || !inCondition(tokens, at)) continue;
    if (inList && !tokens.slice(Math.max(0, at - 12), at).some((token) => isWord(token, 'IN'))) continue;
    const end = runEnd(tokens, at);
    const last = tokens[end] ?? first;
    if (end < index || known.has(first.text.toLowerCase()) || end === at) continue;
    if (/^(?:sort|ordr|gropu|havng|limt|wher|ad|adn)$/i.test(tokens[at + 1]?.text ?? '')) continue;
    const typed = textOf(failure, first, last);
    if (
      isComparisonSign(before) &&
      before &&
      /^(?:(?:more|less|greater|fewer|bigger|smaller|higher|lower) than|equal to)$/i.test(typed)
    ) {
      return {
        message: `“${typed}” stands beside a sign that says it: ${before.text}.`,
        advice: `Take “${typed}” away, or write the sign that you mean: <, >, <=, >=, = or <>.`,
        place: spanOf(first, last),
      };
    }
    const stray = tokens[end + 1]?.unterminated ? tokens[end + 1] : undefined;
    return {
      message: `“${typed}” is text, so it needs ${stray ? 'a single quote on both sides' : 'single quotes'}.`,
      advice: `Write ${quoteText(typed)}.`,
      place: spanOf(first, stray ?? last),
    };
  }
  return undefined;
}

/** `department 'Home Office'` is read as a type and its value: a sign is missing. */
function missingWord(failure: ReadFailure): Explanation | undefined {
  const { error, tokens } = failure;
  if (error.entry !== 'Type' || error.name === undefined) return undefined;
  const name = error.name.toLowerCase();
  const at = tokens.findIndex(
    ({ text }, place) =>
      text.toLowerCase() === name &&
      tokens[place + 1]?.kind === 'text' &&
      (name !== 'like' || isWord(tokens[place - 1], 'AND', 'OR')),
  );
  const [before, token, value] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !value) return undefined;
  const column = comparedColumn(tokens, at - 1);
  if (isWord(token, 'LIKE', 'ILIKE') && before && isWord(before, 'AND', 'OR')) {
    return {
      message: `Nothing stands between ${before.text} and ${token.text}: each condition needs its own column.`,
      advice: `Repeat the column: ${before.text} ${column ?? '…'} ${token.text} ${value.text}.`,
      place: spanOf(before, token),
    };
  }
  return {
    message: `There is no ${inCondition(tokens, at) ? 'sign' : 'comma'} between “${token.text}” and ${value.text.slice(0, 60)}.`,
    advice: inCondition(tokens, at)
      ? `To compare, write ${token.text} = ${value.text.slice(0, 60)}.`
      : 'Put a comma between two things to show.',
    place: spanOf(token, value),
  };
}

/** Signs that DuckDB takes for operators of its own, but has none for. */
function oddOperator({ error, tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  const name = error.name ?? /types '([!=<>&]+)(?:__postfix)?\(/.exec(error.message)?.[1] ?? '';
  if (!token || !/^[!=<>&~^|]+(?:__postfix)?$/.test(name)) return undefined;
  const sign = name.replace('__postfix', '');
  const place = { start: token.start, end: token.start + sign.length };
  const known: Readonly<Record<string, readonly [string, string]>> = {
    '=<': ['“=<” does not compare.', 'For “at most”, write <=.'],
    '===': ['“===” does not compare.', 'One sign is enough: =.'],
    '=!': ['“=!” does not compare.', 'For “not equal”, write <>.'],
    '&&': ['“&&” does not join conditions in SQL.', 'Write AND.'],
  };
  if (sign === '!') {
    const next = tokens[index + 1];
    return {
      message: '“!” alone does not mean “not” in SQL.',
      advice: 'Write <> for “not equal”, without a space in it, or NOT before a condition.',
      place: next?.text === '=' ? spanOf(token, next) : place,
    };
  }
  if (sign === '&') {
    return inCondition(tokens, index)
      ? { message: '“&” does not join conditions in SQL.', advice: 'Write AND.', place }
      : { message: '“&” does not join text in SQL.', advice: 'To join text, write ||.', place };
  }
  const words = known[sign];
  return words && { message: words[0], advice: words[1], place };
}

/** OR 'Cabinet Office', or a column of text, where something true or false is wanted. */
function textAsCondition({ error, tokens, index }: ReadFailure): Explanation | undefined {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const isTruth = error.type === 'Conversion' && /\bto BOOL/.test(error.message);
  if (!token || !isTruth) return undefined;
  if (token.kind === 'text' && before && isWord(before, 'AND', 'OR')) {
    const column = comparedColumn(tokens, index - 1);
    const sign = tokens[index - 3];
    return {
      message: `${token.text.slice(0, 60)} alone is no condition.`,
      advice: `Repeat the column: ${before.text} ${column ?? '…'} ${sign && column !== undefined ? sign.text.toUpperCase() : '='} ${token.text.slice(0, 60)}.`,
      place: spanOf(before, token),
    };
  }
  let last = index;
  while (tokens[last + 1]?.text === '.' && tokens[last + 2]) last += 2;
  const next = tokens[last + 1];
  const whole = spanOf(token, tokens[last]);
  const name = tokens
    .slice(index, last + 1)
    .map(({ text }) => text)
    .join('');
  const clause = tokens
    .slice(0, index)
    .findLast((each) => isWord(each, 'SELECT', 'WHERE', 'HAVING', 'ON', 'WHEN', 'ORDER', 'GROUP'));
  if (
    isWord(clause, 'SELECT', 'ORDER', 'GROUP') &&
    (isWord(next, 'AND', 'OR') || isWord(before, 'AND', 'OR'))
  ) {
    return {
      message: `AND and OR join conditions, but “${name}” is a column.`,
      advice: 'Put commas between columns.',
      place: isWord(next, 'AND', 'OR') && next ? spanOf(next) : before ? spanOf(before) : whole,
    };
  }
  if (token.kind !== 'word' && token.kind !== 'quoted-name') return undefined;
  return {
    message: `${name} alone is no condition: it holds text.`,
    advice: isWord(clause, 'ON')
      ? `Say what it must equal: ON ${name} = the matching column of the other table.`
      : `Compare it with something: ${name} = '…'.`,
    place: whole,
  };
}

/** = ('a', 'b'), and a list straight after a column: IN is missing. */
function listForValue({ error, tokens, index, tables }: ReadFailure): Explanation | undefined {
  const name = error.entry === 'Scalar Function' ? error.name?.toLowerCase() : undefined;
  const isColumn =
    name !== undefined &&
    tables.some(({ columns }) => columns.some((each) => each.name.toLowerCase() === name));
  const isList = error.type === 'Conversion' && /STRUCT\(/.test(error.message);
  if ((!isColumn && !isList) || !inCondition(tokens, index)) return undefined;
  const [column, sign] = [tokens[index], tokens[index + 1]];
  if (!column || !sign) return undefined;
  if (isList && !isComparisonSign(sign)) return undefined;
  return {
    message: isList
      ? `${sign.text} compares with one value, not with a list.`
      : `There is no IN between ${column.text} and the list in brackets.`,
    advice: `Write ${column.text} IN (…).`,
    place: spanOf(column, sign),
  };
}
