import { tokenise, type Token } from '#src/sql/tokens.ts';

/** A text that a learner might send, and how it was made. */
export interface FuzzCase {
  readonly kind: string;
  readonly text: string;
}

/** What a case is made from. */
export interface FuzzSeed {
  /** Model answers, alternatives and wrong answers: the text that is spoilt. */
  readonly answers: readonly string[];
  /** Names of tables and columns, to put in wrong places. */
  readonly names: readonly string[];
}

/** Gives numbers from 0 to below `limit`, the same for the same start. */
type Draw = (limit: number) => number;

/**
 * Numbers that look like chance and are the same every time: splitmix32.
 *
 * @param start any whole number
 */
export function createDraw(start: number): Draw {
  let state = start | 0;
  return (limit) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}

/** The case number `index`: always the same for the same seed. */
export function makeFuzzCase(seed: FuzzSeed, index: number): FuzzCase {
  const draw = createDraw(index * 7919 + 17);
  const answer = pick(seed.answers, draw) ?? 'SELECT 1';
  const [kind, make] = pick(ways, draw) ?? plain;
  return { kind, text: make({ answer, draw, ...seed }) };
}

interface Context extends FuzzSeed {
  readonly answer: string;
  readonly draw: Draw;
}

function pick<T>(items: readonly T[], draw: Draw): T | undefined {
  return items[draw(items.length)];
}

const plain: readonly [string, (context: Context) => string] = ['as it stands', ({ answer }) => answer];

const odd = [
  'NULL', '0', '-1', '1e308', '9223372036854775807', "''", "'%'", '*', '(', ')', ',', ';', '.', '::', '||', '=', '<>',
  'AND', 'OR', 'NOT', 'SELECT', 'FROM', 'WHERE', 'GROUP BY', 'HAVING', 'ORDER BY', 'LIMIT', 'DISTINCT', 'JOIN', 'ON',
  'UNION', 'OVER ()', 'CASE', 'END', 'IN', 'BETWEEN', 'IS', 'LIKE', 'INTERVAL', 'random()', 'now()', 'error(1)', '?', '$1',
  '::JSON', '[1, 2]', '{a: 1}', 'COLUMNS(*)', 'EXCLUDE', 'QUALIFY', 'TABLESAMPLE 5', 'EXPLAIN', 'DESCRIBE', '@', '\\',
] as const; // prettier-ignore

const strange = [
  '\u0000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '😀',
  'é',
  'e\u0301',
  'ẞ',
  '漢',
  '‘',
  '’',
  '“',
  '”',
  '–',
  '…',
  '；',
  '，',
  '\ud800',
  '\r',
  '\t',
  '`',
  '´',
  '§',
  '\\',
];

/** Edits of the tokens: each gives the list that takes the place of the tokens from `at`. */
function editTokens(times: number, edit: (tokens: string[], at: number, context: Context) => void) {
  return (context: Context): string => {
    const tokens = tokenise(context.answer).map(({ text }: Token) => text);
    for (let time = 0; time <= context.draw(times); time++)
      edit(tokens, context.draw(tokens.length + 1), context);
    return tokens.join(' ');
  };
}

const ways: readonly (readonly [kind: string, make: (context: Context) => string])[] = [
  plain,
  ['token dropped', editTokens(3, (tokens, at) => tokens.splice(at, 1))],
  ['token doubled', editTokens(3, (tokens, at) => tokens.splice(at, 0, tokens[at] ?? ''))],
  [
    'tokens swapped',
    editTokens(2, (tokens, at, { draw }) => {
      const other = draw(tokens.length);
      [tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
    }),
  ],
  ['token replaced', editTokens(3, (tokens, at, { draw }) => tokens.splice(at, 1, pick(odd, draw) ?? ''))],
  ['token put in', editTokens(3, (tokens, at, { draw }) => tokens.splice(at, 0, pick(odd, draw) ?? ''))],
  [
    'name put in',
    editTokens(3, (tokens, at, { draw, names }) => tokens.splice(at, 1, pick(names, draw) ?? '')),
  ],
  [
    'name for name',
    ({ answer, draw, names }) => {
      const tokens = tokenise(answer);
      const known = tokens.filter(({ text }) => names.includes(text.toLowerCase()));
      const one = pick(known, draw);
      return one ? answer.slice(0, one.start) + (pick(names, draw) ?? '') + answer.slice(one.end) : answer;
    },
  ],
  [
    'two answers crossed',
    ({ answer, answers, draw }) => {
      const [a, b] = [tokenise(answer), tokenise(pick(answers, draw) ?? '')];
      const head = a.slice(0, draw(a.length + 1)).map(({ text }) => text);
      return [...head, ...b.slice(draw(b.length + 1)).map(({ text }) => text)].join(' ');
    },
  ],
  ['cut short', ({ answer, draw }) => answer.slice(0, draw(answer.length))],
  ['start cut off', ({ answer, draw }) => answer.slice(draw(answer.length))],
  [
    'strange character',
    ({ answer, draw }) => {
      const at = draw(answer.length + 1);
      return answer.slice(0, at) + (pick(strange, draw) ?? '') + answer.slice(at + draw(2));
    },
  ],
  [
    'any characters',
    ({ answer, draw }) => {
      const letters = Array.from({ length: 1 + draw(60) }, () => String.fromCodePoint(1 + draw(0xd7fe)));
      return draw(2) === 0 ? letters.join('') : `${answer} ${letters.join('')}`;
    },
  ],
  [
    'quote left open',
    ({ answer, draw }) => insert(answer, draw, pick(["'", '"', '/*', '$$', "E'", '--', '('], draw) ?? ''),
  ],
  [
    "a word processor's quotes",
    ({ answer }) => answer.replaceAll(/'([^']*)'/g, '‘$1’').replaceAll(/"([^"]*)"/g, '“$1”'),
  ],
  ["a web page's spaces", ({ answer }) => answer.replaceAll(' ', '\u00a0')],
  [
    'case changed',
    ({ answer, draw }) => [...answer].map((c) => (draw(2) ? c.toUpperCase() : c.toLowerCase())).join(''),
  ],
  [
    'answer twice',
    ({ answer, answers, draw }) =>
      `${answer}${pick([';', ' ', ' UNION ALL ', ' EXCEPT ', ';;'], draw)}${pick(answers, draw)}`,
  ],
  ['query in query', ({ answer, draw }) => nest(answer, draw(30))],
  ['deep brackets', ({ answer, draw }) => nestBrackets(answer, draw(400))],
  [
    'many columns',
    ({ answer, draw }) => answer.replace(/select/i, () => `SELECT ${'1, '.repeat(draw(1500))}`),
  ],
  [
    'very long',
    ({ answer, draw }) =>
      `${answer} ${pick(['-- ', 'AND 1 = 1 ', ' ', '\n', 'x', "'a' "], draw)?.repeat(draw(3000))}`,
  ],
  [
    'many conditions',
    ({ names, draw, answer }) =>
      `${answer} ${Array.from({ length: draw(200) }, () => `AND ${pick(names, draw)} <> ${draw(9)}`).join(' ')}`,
  ],
  [
    'hostile',
    ({ names, draw, answer }) =>
      (pick(hostile, draw) ?? '')
        .replaceAll('{name}', () => pick(names, draw) ?? '')
        .replaceAll('{answer}', () => answer),
  ],
  [
    'hostile',
    ({ names, draw, answer }) =>
      `${(pick(hostile, draw) ?? '').replaceAll('{name}', () => pick(names, draw) ?? '').replaceAll('{answer}', () => answer)}; ${answer}`,
  ],
  [
    'heavy',
    ({ draw, names }) => (pick(heavy, draw) ?? '').replaceAll('{name}', () => pick(names, draw) ?? ''),
  ],
];

function insert(text: string, draw: Draw, part: string): string {
  const at = draw(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

function nest(query: string, depth: number): string {
  return depth === 0 ? query : `SELECT * FROM (${nest(query, depth - 1)}) AS level_${depth}`;
}

function nestBrackets(query: string, depth: number): string {
  return `SELECT ${'('.repeat(depth)}1${')'.repeat(depth)} AS deep FROM (${query}) AS answer`;
}

/** Text that would change, read or stop what it must not. */
const hostile = [
  'DROP TABLE {name}', 'DROP SCHEMA main CASCADE', 'DELETE FROM {name}', 'DELETE FROM {name} WHERE true; {answer}', 'TRUNCATE {name}',
  'UPDATE {name} SET {name} = NULL', 'INSERT INTO {name} SELECT * FROM {name}', 'ALTER TABLE {name} DROP COLUMN {name}',
  'ALTER TABLE {name} RENAME TO gone', 'CREATE OR REPLACE TABLE {name} AS SELECT 1', 'CREATE TEMP TABLE {name} AS SELECT 1; {answer}',
  'CREATE VIEW {name} AS SELECT 1', 'CREATE MACRO count(x) AS 1; {answer}', 'CREATE MACRO hash(x) AS 1', 'CREATE SCHEMA _check1', 'CREATE TABLE _check1_expected AS SELECT 1; {answer}',
  'CREATE TYPE mood AS ENUM (1)', 'SET memory_limit = 0', "SET search_path = 'temp'", 'RESET ALL', "SET errors_as_json = false", 'PRAGMA database_list',
  'PRAGMA enable_profiling', 'COMMIT', 'ROLLBACK', 'BEGIN', 'BEGIN; COMMIT; {answer}', '{answer}; COMMIT', 'END', "ATTACH 'x.db'", "ATTACH ':memory:' AS more", 'DETACH memory',
  'USE temp', "COPY {name} TO 'x.csv'", "COPY (FROM {name}) TO '/tmp/x'", "EXPORT DATABASE 'x'", "IMPORT DATABASE 'x'", 'INSTALL httpfs', "LOAD 'json'",
  "SELECT * FROM '/etc/passwd'", "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('*')", "SELECT * FROM 'https://localhost/x.parquet'", "SELECT getenv('HOME')",
  'CHECKPOINT', 'FORCE CHECKPOINT', 'VACUUM', 'ANALYZE', 'CALL pragma_version()', 'PREPARE p AS SELECT 1; EXECUTE p', 'EXPLAIN ANALYZE DELETE FROM {name}', 'EXPLAIN {answer}',
  'SHOW TABLES', 'SUMMARIZE {name}', 'DESCRIBE {name}', 'SELECT * FROM duckdb_settings()', 'SELECT * FROM duckdb_secrets()', 'FROM sqlite_master',
  "SELECT error('<script>alert(1)</script>')", "SELECT '<img src=x onerror=alert(1)>' AS \"<b>\"", 'SELECT sleep(1)', "SELECT nextval('x')", 'CREATE SEQUENCE x; SELECT nextval(\'x\')',
  'WITH gone AS (DELETE FROM {name} RETURNING *) SELECT * FROM gone', 'DELETE FROM {name} RETURNING *', 'MERGE INTO {name} USING {name} ON false WHEN MATCHED THEN DELETE',
  "SELECT 1; DROP TABLE {name}; --", "' OR 1 = 1 --", '"; DROP TABLE {name}', 'SELECT * FROM _check1_expected', 'SELECT * FROM temp._check1_found', 'DROP TABLE IF EXISTS _check1_expected; {answer}',
  'CREATE TRIGGER x', 'GRANT ALL ON {name} TO me', 'COMMENT ON TABLE {name} IS NULL', 'SET VARIABLE x = 1; SELECT getvariable(\'x\')', 'PIVOT {name} ON {name}', 'UNPIVOT {name} ON COLUMNS(*)',
]; // prettier-ignore

/** Queries that take long or much, from those that end soon to those that only a limit ends. */
const heavy = [
  'WITH RECURSIVE c AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM c) SELECT count(*) FROM c',
  'SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b WHERE a.range * b.range % 7 = hash(a.range) % 5',
  'WITH RECURSIVE c AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM c WHERE i < 500) SELECT count(*) FROM c',
  'WITH RECURSIVE c AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM c LIMIT 100) FROM c',
  'SELECT count(*) FROM {name} AS a, {name} AS b',
  'SELECT * FROM {name} AS a, {name} AS b LIMIT 2000',
  'SELECT * FROM range(120000)', 'SELECT range(2000) FROM range(20)', "SELECT repeat('x', 100000) FROM range(20)",
  "SELECT string_agg(i, ',') FROM range(50000) AS r(i)", 'SELECT * FROM generate_series(1, 200000) AS r(i) ORDER BY hash(i)',
  'SELECT regexp_matches(repeat(\'a\', 5000), \'(a+)+b\')', 'SELECT list_sort(range(50000))', 'SELECT factorial(33), 10 ** 400, 1 / 0, 0 / 0',
  'SELECT a.*, b.* FROM {name} AS a CROSS JOIN {name} AS b CROSS JOIN range(2) LIMIT 10',
]; // prettier-ignore
