import type { TextRange } from '#src/results/run-outcome.ts';
import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import { explainUnclosed } from './explain-unclosed.ts';
import { findNearest } from './nearest.ts';
import { clauseAt, isComparisonSign } from './reading.ts';

/** The order in which the parts of a query must stand. */
const clauses = ['SELECT', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT'];
const keywords = [
  ...clauses,
  'BY',
  'JOIN',
  'LEFT',
  'INNER',
  'OUTER',
  'FULL',
  'CROSS',
  'UNION',
  'DISTINCT',
  'HAVING',
];
const afterValue = [
  ...keywords,
  'AND',
  'OR',
  'NOT',
  'NULL',
  'IN',
  'LIKE',
  'BETWEEN',
  'AS',
  'ASC',
  'DESC',
  'IS',
];

/** Mistakes in spelling and grammar: DuckDB's parser gives up at the first word it cannot fit in. */
export const explainSyntax: Explainer = (failure) => {
  if (failure.error.type !== 'Parser') return undefined;
  for (const explain of [explainUnclosed, comparison, reserved, misplaced, misspelt, missing]) {
    const explanation = explain(failure);
    if (explanation) return explanation;
  }
  const token = failure.tokens[failure.index];
  if (!token) return { message: 'The query stops too early.', advice: 'Something is missing at its end.' };
  return {
    message: `SQL does not understand the query at “${token.text}”.`,
    advice: 'Look at this place and at the word before it: is a comma, a word or a bracket missing?',
  };
};

function comparison({ tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token?.text === '=>' || (before && isWord(before, 'IS') && isComparisonSign(token))) {
    return token?.text === '=>'
      ? { message: '“=>” does not compare.', advice: 'Write >= for “at least” and <= for “at most”.' }
      : {
          message: 'IS and a sign cannot stand together.',
          advice: 'Write IS NULL to find missing values, or = to compare.',
        };
  }
  if (token && before && [token, before].every(isComparisonSign)) {
    return {
      message: `“${before.text} ${token.text}” is not a comparison.`,
      advice: 'Use one sign without spaces: =, <, >, <=, >= or <>.',
      place: { start: before.start, end: token.end },
    };
  }
  if (token?.text === ',' && before?.kind === 'number' && /^\d{3}$/.test(tokens[index + 1]?.text ?? '')) {
    return {
      message: 'Numbers are written without commas.',
      advice: `Write ${before.text}${tokens[index + 1]?.text}.`,
      place: { start: before.start, end: token.end + 3 },
    };
  }
  if (
    token?.text === ',' &&
    tokens.slice(Math.max(0, index - 2), index).some((each) => isWord(each, 'BETWEEN'))
  ) {
    return { message: 'BETWEEN needs AND between its two values.', advice: 'For example: BETWEEN 1 AND 5.' };
  }
  if (token && before && isWord(before, 'IN') && token.text !== '(') {
    return {
      message: 'IN needs a list in brackets.',
      advice: 'For example: IN (’a’, ’b’).'.replaceAll('’', "'"),
    };
  }
  return undefined;
}

/** A word of SQL's own where a name is wanted. */
function reserved({ tokens, index }: ReadFailure): Explanation | undefined {
  const before = tokens[index - 1];
  const opener = tokens[index - 2];
  if (isWord(opener, 'AS') && isWord(before, ...clauses)) {
    return {
      message: 'AS must be followed by a name.',
      advice: 'Write a name after AS, or take AS away.',
      ...(opener && { place: toRange(opener) }),
    };
  }
  const token =
    isWord(before, 'ORDER', 'GROUP') && (isWord(opener, 'SELECT') || opener?.text === ',')
      ? before
      : tokens[index];
  const named = token === before || isWord(before, 'SELECT') || before?.text === '.';
  if (!token || !named || !isWord(token, ...clauses.slice(1), 'SELECT', 'TABLE', 'USER', 'END', 'CASE', 'TO'))
    return undefined;
  return {
    message: `“${token.text}” is a word that SQL itself uses.`,
    advice: `If it is the name of a column, put it in double quotes: "${token.text}".`,
    place: toRange(token),
  };
}

/** A clause that comes after one it should stand before, or a second SELECT. */
function misplaced({ tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  const before = tokens[index - 1];
  if (before && isWord(before, 'TOP') && token.kind === 'number') {
    return {
      message: 'TOP is not known here.',
      advice: `Write LIMIT ${token.text} at the end of the query.`,
      place: { start: before.start, end: token.end },
    };
  }
  if (
    isWord(token, 'SELECT') &&
    index > 0 &&
    before?.text !== '(' &&
    tokens.slice(0, index).some((each) => isWord(each, 'FROM'))
  ) {
    return {
      message: 'A second query begins here.',
      advice: 'Put a semicolon between two queries, or join them with UNION ALL.',
    };
  }
  const rank = clauses.indexOf(token.text.toUpperCase());
  if (token.kind !== 'word' || rank < 1) return undefined;
  const earlier = tokens
    .slice(0, index)
    .filter(
      (each, at) => each.kind === 'word' && (!isWord(each, 'ORDER', 'GROUP') || isWord(tokens[at + 1], 'BY')),
    )
    .map((each) => each.text.toUpperCase())
    .findLast((word) => clauses.indexOf(word) > rank);
  if (!earlier) return undefined;
  const name = (word: string) => (word === 'ORDER' || word === 'GROUP' ? `${word} BY` : word);
  return {
    message: `${name(token.text.toUpperCase())} stands too late: it comes before ${name(earlier)}.`,
    advice: 'The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.',
  };
}

/** A word that is nearly a keyword, here or just before: `services WEHRE x` reads as a table with another name. */
function misspelt({ tokens, index, tables }: ReadFailure): Explanation | undefined {
  const known = new Set(
    tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
  );
  for (const at of [index, index - 1, index - 2]) {
    const token = tokens[at];
    if (at < 1 || token?.kind !== 'word' || token.text.length < 3) continue;
    if (known.has(token.text.toLowerCase()) || afterValue.includes(token.text.toUpperCase())) continue;
    const [near] = findNearest(
      token.text,
      afterValue.filter((word) => word.length > 2),
      1,
    );
    if (near && near.length - token.text.length < 3) {
      return {
        message: `“${token.text}” is not a word SQL knows.`,
        advice: `Did you mean ${near}?`,
        place: toRange(token),
      };
    }
  }
  return undefined;
}

function missing({ tokens, index, text }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!before) return undefined;
  const word = before.text.toUpperCase();
  if (token && (word === 'ORDER' || word === 'GROUP')) {
    return {
      message: `${word} must be followed by BY.`,
      advice: `Write ${word} BY ${token.text}.`,
      place: { start: before.start, end: token.end },
    };
  }
  if (token && isWord(token, ...clauses) && before.text === ',') {
    return {
      message: `There is a comma before ${token.text}, but nothing follows it.`,
      advice: 'Take away the comma.',
      place: toRange(before),
    };
  }
  if (hasOpenCase(tokens.slice(0, index < 0 ? tokens.length : index))) {
    return { message: 'CASE never ends.', advice: 'Write END after its last value.' };
  }
  if (token && isName(before) && isName(token)) {
    return { ...sideBySide(tokens, index, before, token), place: { start: before.start, end: token.end } };
  }
  if (!token) return unfinished(tokens, text);
  return undefined;
}

/** Two names or values with nothing between them, by the part of the query that they stand in. */
function sideBySide(tokens: readonly Token[], index: number, before: Token, token: Token): Explanation {
  const [one, two] = [before, token].map(({ text }) => (text.length > 60 ? `${text.slice(0, 60)}…` : text));
  const both = `${one} ${two}`;
  if (isWord(tokens[index - 2], 'AS')) {
    return {
      message: `“${both}” is a name of two words.`,
      advice: `Write it as one, ${both.replaceAll(' ', '_')}, or in double quotes: "${both.replaceAll('"', '')}".`,
    };
  }
  const clause = clauseAt(tokens, index);
  if (isWord(before, 'INSERT')) {
    return { message: 'INSERT must be followed by INTO.', advice: `Write INSERT INTO ${two}.` };
  }
  if (clause === undefined) {
    return {
      message: `“${two}” cannot stand after “${one}”.`,
      advice: 'A query starts with SELECT and the columns to show, then FROM and a table.',
    };
  }
  if (clause === 'WHERE' || clause === 'HAVING' || clause === 'ON') {
    return before.kind === 'word' && token.kind !== 'word'
      ? {
          message: `There is no sign between “${one}” and “${two}”.`,
          advice: `To compare, write ${one} = ${two}, or another sign: <, >, <=, >= or <>.`,
        }
      : {
          message: `There is no AND or OR before “${two}”.`,
          advice: `Write AND ${two} … if both conditions must hold, or OR ${two} … if one is enough.`,
        };
  }
  if (clause === 'FROM') {
    return {
      message: `There is no comma and no JOIN between “${one}” and “${two}”.`,
      advice: `If “${two}” is a second table, write JOIN ${two} ON and the columns that must be equal.`,
    };
  }
  if (clause === 'LIMIT') {
    return {
      message: `“${two}” cannot stand after LIMIT ${one}.`,
      advice: 'LIMIT takes one whole number, and it comes last. Take away what follows it.',
    };
  }
  return {
    message: `There is no comma between “${one}” and “${two}”.`,
    advice:
      clause === 'SELECT'
        ? `For two columns, write ${one}, ${two}. A name of two words needs double quotes: "${both.replaceAll('"', '')}".`
        : `Write ${one}, ${two}.`,
  };
}

/** The text ended where something had to follow. */
function unfinished(tokens: readonly Token[], text: string): Explanation | undefined {
  const last = tokens.at(-1);
  if (!last) return undefined;
  const joined = tokens.findLast((token) => isWord(token, 'JOIN'));
  if (
    joined &&
    !tokens.some((token) => token.start > joined.start && isWord(token, 'ON', 'USING', 'WHERE'))
  ) {
    return {
      message: 'JOIN does not say how the two tables fit together.',
      advice: 'Write ON and the columns that must be equal, such as ON a.code = b.code.',
      place: { start: joined.start, end: last.end },
    };
  }
  const what = isWord(last, 'FROM', 'JOIN')
    ? 'a table'
    : isWord(last, 'BY', 'SELECT')
      ? 'a column'
      : undefined;
  const wanted =
    what ?? (isWord(last, 'WHERE', 'AND', 'OR', 'HAVING', 'ON', 'NOT') ? 'a condition' : 'something');
  return {
    message: `The query stops too early: “${text.slice(last.start, last.end)}” must be followed by ${wanted}.`,
    advice:
      wanted === 'something'
        ? 'Finish it, or take that part away.'
        : `Add ${wanted}, or take “${last.text}” away.`,
    place: toRange(last),
  };
}

function hasOpenCase(tokens: readonly Token[]): boolean {
  const count = (word: string) => tokens.filter((token) => isWord(token, word)).length;
  return count('CASE') > count('END');
}

function isName(token: Token): boolean {
  return (
    token.kind === 'quoted-name' ||
    token.kind === 'text' ||
    token.kind === 'number' ||
    (token.kind === 'word' && !isWord(token, ...afterValue))
  );
}

function toRange({ start, end }: Token): TextRange {
  return { start, end };
}
