import { isWord } from './is-word.ts';
import type { Token } from './tokens.ts';
import { toName } from './used-tokens.ts';

/** A table, view or named query that a query reads. Offsets are the text's, `end` exclusive. */
export interface Relation {
  /** The last part of its name, in small letters. */
  readonly name: string;
  /** How many names stand before the last: 2 in `data.main.services`. */
  readonly qualifiers: number;
  readonly start: number;
  /** Where the last part begins. */
  readonly nameStart: number;
  readonly end: number;
  /** How it is reached: after a comma or JOIN it is joined to what stands before. */
  readonly joined: boolean;
}

const clauseWords = [
  ...['WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'OFFSET', 'WINDOW', 'QUALIFY', 'SELECT'],
  ...['UNION', 'EXCEPT', 'INTERSECT', 'SET', 'VALUES', 'RETURNING'],
];
// After these a bracket holds no arguments.
const notFunctions = [
  ...[
    'FROM',
    'JOIN',
    'LATERAL',
    'IN',
    'EXISTS',
    'AS',
    'MATERIALIZED',
    'ANY',
    'ALL',
    'SOME',
    'SELECT',
    'DISTINCT',
  ],
  ...[
    'WHERE',
    'ON',
    'AND',
    'OR',
    'NOT',
    'WHEN',
    'THEN',
    'ELSE',
    'HAVING',
    'BY',
    'UNION',
    'EXCEPT',
    'INTERSECT',
  ],
];

interface Frame {
  /** Inside the brackets of a function: `extract(year FROM day)` reads no table. */
  readonly call: boolean;
  inFrom: boolean;
  /** What comes next is a relation, joined or not. */
  expects: 'first' | 'joined' | undefined;
}

/** Every relation that a query reads, in the order of the text. Names of functions are none: `FROM range(3)`. */
export function findRelations(tokens: readonly Token[]): Relation[] {
  return readSources(tokens).relations;
}

/** Whether a query joins sources of any kind: tables, functions, queries in brackets. */
export function joinsSources(tokens: readonly Token[]): boolean {
  return readSources(tokens).joins;
}

// These make, change or drop the table that they name.
const tableVerbs = ['CREATE', 'REPLACE', 'TEMP', 'TEMPORARY', 'DROP', 'ALTER', 'TRUNCATE'];

function readSources(tokens: readonly Token[]): { relations: Relation[]; joins: boolean } {
  const found: Relation[] = [];
  let joins = false;
  let frame: Frame = { call: false, inFrom: false, expects: undefined };
  const outer: Frame[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const before = tokens[at - 1];
    if (token.kind === 'symbol' && token.text === '(') {
      const opensQuery = isWord(tokens[at + 1], 'SELECT', 'FROM', 'WITH');
      const named = before !== undefined && toName(before) !== undefined && !isWord(before, ...notFunctions);
      const inside: Frame = {
        call: named && !opensQuery,
        inFrom: frame.expects !== undefined && !opensQuery,
        expects: named || opensQuery ? undefined : frame.expects,
      };
      frame.expects = undefined;
      outer.push(frame);
      frame = inside;
    } else if (token.kind === 'symbol' && token.text === ')') {
      frame = outer.pop() ?? frame;
    } else if (frame.call) {
      continue;
    } else if (isWord(token, 'FROM', 'INTO', 'UPDATE') && !isWord(before, 'DISTINCT')) {
      frame.inFrom = true;
      frame.expects = 'first';
    } else if (
      isWord(token, 'PIVOT', 'PIVOT_WIDER', 'UNPIVOT', 'PIVOT_LONGER', 'SUMMARIZE', 'DESCRIBE') ||
      (isWord(token, 'TABLE') && !isWord(before, ...tableVerbs))
    ) {
      frame.expects = 'first';
    } else if (isWord(token, 'JOIN')) {
      frame.expects = 'joined';
      joins = true;
    } else if (token.text === ',' && frame.inFrom) {
      frame.expects = 'joined';
      joins = true;
    } else if (isWord(token, ...clauseWords)) {
      frame.inFrom = false;
      frame.expects = undefined;
    } else if (frame.expects && toName(token) !== undefined && !isWord(token, 'LATERAL', 'ONLY')) {
      const joined = frame.expects === 'joined';
      frame.expects = undefined;
      const path = readPath(tokens, at);
      const last = tokens[path.last];
      if (last && tokens[path.last + 1]?.text !== '(') {
        found.push({
          name: toName(last) ?? '',
          qualifiers: (path.last - at) / 2,
          start: token.start,
          nameStart: last.start,
          end: last.end,
          joined,
        });
      }
      at = path.last;
    }
  }
  return { relations: found, joins };
}

function readPath(tokens: readonly Token[], start: number): { last: number } {
  let last = start;
  while (tokens[last + 1]?.text === '.') {
    const next = tokens[last + 2];
    if (!next || toName(next) === undefined) break;
    last += 2;
  }
  return { last };
}
