import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';
import { listWords } from '#src/words/list-words.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import { findNearest } from './nearest.ts';
import { isComparisonSign, isPlainWord } from './reading.ts';

/** Functions that people bring from other databases and spreadsheets. */
const equivalents: Readonly<Record<string, string>> = {
  GETDATE: 'today()',
  ISNULL: 'coalesce(column, value in place of NULL); to test for a missing value, write IS NULL',
  NVL: 'coalesce',
  IIF: 'IF, or CASE WHEN … THEN … ELSE … END',
  TOTAL: 'sum',
  MAXIMUM: 'max',
  MINIMUM: 'min',
  AVERAGEIF: 'avg with FILTER (WHERE …)',
  VLOOKUP: 'JOIN: it looks up rows of another table',
  XLOOKUP: 'JOIN: it looks up rows of another table',
  TEXT: 'CAST(… AS TEXT)',
  TODAY: 'today()',
  IFERROR: 'try',
  COUNTIF: 'count_if',
  COUNTA: 'count',
  AVERAGE: 'avg',
  SUMIF: 'sum with FILTER (WHERE …)',
  CHARINDEX: 'strpos',
  CONCATENATE: 'concat',
  STDEV: 'stddev',
  DATEADD: 'a date plus INTERVAL',
  CONVERT: 'CAST',
  PROPER: 'upper or lower',
};

const functions = [
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'median',
  'round',
  'coalesce',
  'ifnull',
  'nullif',
  'upper',
  'lower',
];
functions.push(
  'length',
  'trim',
  'concat',
  'substring',
  'replace',
  'year',
  'month',
  'date_trunc',
  'rank',
  'row_number',
);

/** Tables, columns and functions that DuckDB does not find, or finds twice. */
export const explainNames: Explainer = (failure) => {
  const { error } = failure;
  if (error.subtype === 'COLUMN_NOT_FOUND' && error.name !== undefined)
    return unknownColumn(failure, error.name);
  if (error.type === 'Catalog' && error.subtype === 'MISSING_ENTRY' && error.name !== undefined) {
    return error.entry === 'Table' ? unknownTable(failure, error.name) : unknownEntry(failure, error.name);
  }
  // A spreadsheet's function that DuckDB keeps in an extension: no name of ours, but one that people bring.
  const elsewhere = /name "(.*?)" is not in the catalog, but it exists/.exec(error.message)?.[1];
  if (elsewhere !== undefined && equivalents[elsewhere.toUpperCase()] !== undefined) {
    const named = failure.tokens.find((token) => isNamed(token, elsewhere));
    return { ...unknownEntry(failure, elsewhere, 'function'), ...toPlace(named) };
  }
  const [, table, column] = /^Table "(.*?)" does not have a column named "(.*?)"/.exec(error.message) ?? [];
  if (table !== undefined && column !== undefined) {
    const candidates = /Candidate bindings: :? ?"(.*?)"/.exec(error.message)?.[1];
    const columns =
      failure.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ??
      allColumns(failure);
    return {
      message: `${table} has no column called “${column}”.`,
      advice:
        suggest(findNearest(column, [...columns, ...(candidates ? [candidates] : [])])) ??
        'Check its name in the list of columns.',
      ...toPlace(failure.tokens.slice(Math.max(0, failure.index)).find((token) => isNamed(token, column))),
    };
  }
  if (/^Catalog "|does not exist because (schema|catalog|database) "/i.test(error.message)) {
    const at = failure.tokens.findIndex(
      (token, place) => token.text === '.' && isTable(failure, failure.tokens[place + 1]),
    );
    const name = failure.tokens[at + 1]?.text;
    if (name !== undefined && at > 0) return prefixed(failure, name);
  }
  const missing = /^Referenced table "(.*?)" not found/.exec(error.message)?.[1];
  if (missing !== undefined) return unknownQualifier(failure, missing);
  const twice = /^Ambiguous reference to column name "(.*?)" \(use: (.*)\)/.exec(error.message);
  if (twice?.[1] !== undefined) {
    const name = twice[1];
    const place = failure.tokens.findIndex(
      (token, index) => isNamed(token, name) && failure.tokens[index - 1]?.text !== '.',
    );
    const [before, token, after] = [-1, 0, 1].map((step) => failure.tokens[place + step]);
    const [one = '', other = ''] = (twice[2] ?? '').replaceAll('"', '').split(/ or |, /);
    if (isWord(before, 'ON') && token && !isComparisonSign(after) && after?.text !== '.') {
      return {
        message: `“ON ${token.text}” says no condition: ON needs two columns that must be equal.`,
        advice: `Write ON ${one} = ${other}, or USING (${token.text}).`,
        ...at(failure, token),
      };
    }
    return {
      message: `More than one table has a column called “${name}”.`,
      advice: `Say which one you mean: ${(twice[2] ?? '').replaceAll('"', '')}.`,
      ...at(failure, token),
    };
  }
  return undefined;
};

function unknownColumn(failure: ReadFailure, name: string): Explanation {
  const { tokens, index, tables, error } = failure;
  const token = tokens[index];
  const before = tokens[index - 1];
  // DuckDB takes such marks for letters of the name; the scanner does not.
  const whole = token ? { place: { start: token.start, end: token.start + name.length } } : {};
  if (/[‘’“”]/.test(name)) {
    return {
      message: 'The quote marks here are curly, as a word processor writes them.',
      advice: `For text, type straight ones: '${name.replaceAll(/[‘’“”]/g, '')}'.`,
      ...whole,
    };
  }
  if (/^[£$€]/.test(name))
    return {
      message: `“${name}” is not a number SQL can read.`,
      advice: `Leave out the sign: ${name.slice(1)}.`,
      ...whole,
    };
  const owner = tables.find(({ columns }) =>
    columns.some((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  if (error.message.includes('FROM clause is missing')) {
    const rest = /^\s*;\s*FROM\b/i.exec(
      failure.text.slice(failure.statement.end, failure.statement.end + 80),
    );
    if (rest) {
      const start = failure.statement.end + rest[0].indexOf(';');
      return {
        message: 'The semicolon ends the query before its FROM.',
        advice: 'Take this semicolon away: one comes only at the very end.',
        place: { start, end: start + 1 },
      };
    }
    const example = owner ?? tables[0];
    return before?.text.toUpperCase() === 'LIMIT'
      ? { message: 'LIMIT needs a number.', advice: 'For example: LIMIT 5.' }
      : {
          message: `SQL does not know where to find “${name}”: the query has no FROM.`,
          advice: `Write FROM and a table${example ? `, such as FROM ${example.name}` : ''}.`,
        };
  }
  const standIn = explainStandIn(failure, name);
  if (standIn) return standIn;
  if (functions.includes(name.toLowerCase()) && isPlainWord(tokens[index + 1])) {
    return {
      message: `“${name}” is a function, so it needs brackets.`,
      advice: `Write ${name}(${tokens[index + 1]?.text}).`,
    };
  }
  const near = findNearest(name, [
    ...allColumns(failure),
    ...error.candidates.filter((each) => findNearest(name, [each]).length > 0),
  ]);
  const compared =
    before && /^(?:=|==|<>|!=|LIKE|ILIKE|IN|\(|,)$/i.test(before.text) && inCondition(tokens, index);
  if (token?.kind === 'quoted-name' && near.length === 0) {
    return {
      message: `In double quotes, “${name}” is the name of a column, and no column is called that.`,
      advice: `For text, use single quotes: '${name.replaceAll("'", "''")}'.`,
    };
  }
  if (compared && near.length === 0) {
    return {
      message: `There is no column called “${name}”.`,
      advice: `If it is text, put it in single quotes: '${name}'.`,
    };
  }
  if (owner) {
    return {
      message: `“${name}” is a column of ${owner.name}, which this part of the query does not use.`,
      advice: `Add ${owner.name} with FROM or JOIN, or choose another column.`,
    };
  }
  return {
    message: `There is no column called “${name}” here.`,
    advice: suggest(near) ?? 'Check its name in the list of columns.',
  };
}

/** Words that stand for something else than a column: a missing value, all columns, a gap to fill. */
function explainStandIn({ tokens, index }: ReadFailure, name: string): Explanation | undefined {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (
    /^(?:nul{1,3}|none|nil|blank|empty|missing)$/i.test(name) &&
    before &&
    /^(?:=|==|<>|!=)$/.test(before.text)
  ) {
    const subject = tokens[index - 2];
    return {
      message: `SQL’s word for a missing value is NULL, not “${name}”.`,
      advice: `Write ${subject?.text ?? '…'} IS ${before.text.startsWith('=') ? '' : 'NOT '}NULL.`,
      ...(token && { place: { start: before.start, end: token.end } }),
    };
  }
  if (/^(?:rownum|row_num|rowcount)$/i.test(name)) {
    return {
      message: `There is no “${name}” here.`,
      advice: 'To show some of the rows, write LIMIT and a number at the end.',
    };
  }
  if (/^(?:everything|anything|columns|rows)$/i.test(name)) {
    return {
      message: `“${name}” is no column.`,
      advice: before?.text === '(' ? 'To count rows, write count(*).' : 'For all columns, write *.',
    };
  }
  if (/^_+$/.test(name)) {
    return {
      message: 'The line stands for something that is left out.',
      advice: 'Write what belongs in its place.',
    };
  }
  return undefined;
}

function unknownTable(failure: ReadFailure, name: string): Explanation {
  if (/[/.]/.test(name)) {
    return {
      message: 'A query here cannot read files or other sites.',
      advice: 'Use the tables of this lesson.',
    };
  }
  const exact = failure.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  if (exact) return prefixed(failure, exact.name);
  // DuckDB also proposes its own system tables, which would lead a learner astray.
  const names = failure.tables.map((table) => table.name);
  const list =
    names.length > 0 && names.length <= 8
      ? `The tables here are ${listWords(names)}.`
      : 'Check its name in the list of tables.';
  return {
    message: `There is no table called “${name}”.`,
    advice: suggest(findNearest(name, names)) ?? list,
    ...at(
      failure,
      failure.tokens.find((token) => isNamed(token, name)),
    ),
  };
}

/** dbo.services: the table is there, and what stands before its dot is not. */
function prefixed({ tokens }: ReadFailure, name: string): Explanation {
  const at = tokens.findIndex((token, place) => isNamed(token, name) && tokens[place - 1]?.text === '.');
  let first = at;
  while (tokens[first - 1]?.text === '.' && tokens[first - 2]) first -= 2;
  const [start, last] = [tokens[first], tokens[at]];
  return {
    message: `Nothing stands before the name of a table here${start && start !== last ? `, so “${start.text}.” is not known` : ''}.`,
    advice: `Write ${name} alone.`,
    ...(start && last && { place: { start: start.start, end: last.end } }),
  };
}

function unknownEntry(
  { error, tokens, index }: ReadFailure,
  name: string,
  entry = error.entry?.toLowerCase(),
): Explanation {
  if (name.endsWith('__postfix')) {
    return {
      message: `The query stops too early after “${name.replace('__postfix', '')}”.`,
      advice: 'Write a value after it.',
    };
  }
  const kind = entry?.includes('function') ? 'function' : (entry ?? 'name');
  const equivalent = equivalents[name.toUpperCase()];
  const near = findNearest(name, [...functions, ...error.candidates]);
  const called = tokens[index]?.text ?? name;
  if (name.toUpperCase() === 'ISNULL' && inCondition(tokens, index)) {
    const column = tokens[index + 1]?.text === '(' ? tokens[index + 2] : undefined;
    return {
      message: `There is no function called “${called}” to test for a missing value.`,
      advice: `Write ${column?.text ?? 'the column'} IS NULL.`,
    };
  }
  return {
    message: `There is no ${kind} called “${called}”.`,
    advice: equivalent ? `Here it is ${equivalent}.` : (suggest(near) ?? 'Check its spelling.'),
  };
}

function unknownQualifier(failure: ReadFailure, name: string): Explanation {
  const renamed = failure.tokens.findIndex(
    (token, index) =>
      isNamed(token, name) && /^(?:FROM|JOIN|,)$/i.test(failure.tokens[index - 1]?.text ?? ''),
  );
  const next = failure.tokens[renamed + 1];
  const alias = next && /^AS$/i.test(next.text) ? failure.tokens[renamed + 2] : next;
  if (renamed >= 0 && alias?.kind === 'word') {
    return {
      message: `In this query ${name} is called ${alias.text}.`,
      advice: `Write ${alias.text}. in place of ${name}.`,
    };
  }
  const names = failure.tables.map((table) => table.name);
  const known = names.some((each) => each.toLowerCase() === name.toLowerCase());
  return {
    message: `The query does not use a table called “${name}”.`,
    advice: known
      ? `Add ${name} with FROM or JOIN.`
      : 'Before the dot goes a table’s name, or the short name you gave it after FROM.',
  };
}

function isTable({ tables }: ReadFailure, token: Token | undefined): boolean {
  return token !== undefined && tables.some(({ name }) => isNamed(token, name));
}

function suggest(near: readonly string[]): string | undefined {
  return near.length > 0 ? `Did you mean ${listWords(near, 'or')}?` : undefined;
}

function allColumns({ tables, tokens }: ReadFailure): string[] {
  const used = tables.filter(({ name }) => tokens.some((token) => isNamed(token, name)));
  return (used.length > 0 ? used : tables).flatMap(({ columns }) => columns.map(({ name }) => name));
}

function inCondition(tokens: readonly Token[], index: number): boolean {
  const clause = tokens
    .slice(0, index)
    .findLast(({ text }) => /^(?:SELECT|FROM|WHERE|GROUP|HAVING|ORDER|ON|WHEN|THEN)$/i.test(text));
  return /^(?:WHERE|HAVING|ON|WHEN)$/i.test(clause?.text ?? '');
}

function isNamed({ kind, text }: Token, name: string): boolean {
  const bare = kind === 'quoted-name' ? text.slice(1, -1).replaceAll('""', '"') : kind === 'word' ? text : '';
  return bare.toLowerCase() === name.toLowerCase();
}

function toPlace(token: Token | undefined): Pick<Explanation, 'place'> {
  return token ? { place: { start: token.start, end: token.end } } : {};
}

/** A place for errors that DuckDB gives none for. */
function at({ index }: ReadFailure, token: Token | undefined): Pick<Explanation, 'place'> {
  return index < 0 ? toPlace(token) : {};
}
