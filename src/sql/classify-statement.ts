import { outerTokens } from './outer-tokens.ts';
import type { Statement } from './statements.ts';
import { tokenise } from './tokens.ts';

/**
 * A statement that runs here: `rows` can stand inside `FROM (…)`; `listing` too, but its columns are only known there;
 * `change` changes rows, `definition` tables, views and macros; `explain` shows the plan of one of these.
 */
export type RunnableKind = 'rows' | 'listing' | 'change' | 'definition' | 'explain';

/** One that does not, by what it would touch; `plan` explains such a one, `unknown` opens with no word of SQL's. */
export type RefusedKind =
  'transaction' | 'outside' | 'extension' | 'setting' | 'prepared' | 'plan' | 'unknown';

export type StatementKind = RunnableKind | RefusedKind;

const kinds: Readonly<Record<string, StatementKind>> = {
  SELECT: 'rows',
  FROM: 'rows',
  VALUES: 'rows',
  TABLE: 'rows',
  '(': 'rows',
  PIVOT: 'rows',
  PIVOT_WIDER: 'rows',
  UNPIVOT: 'rows',
  PIVOT_LONGER: 'rows',
  DESCRIBE: 'listing',
  DESC: 'listing',
  SHOW: 'listing',
  SUMMARIZE: 'listing',
  INSERT: 'change',
  UPDATE: 'change',
  DELETE: 'change',
  TRUNCATE: 'change',
  MERGE: 'change',
  CREATE: 'definition',
  DROP: 'definition',
  ALTER: 'definition',
  BEGIN: 'transaction',
  START: 'transaction',
  COMMIT: 'transaction',
  ROLLBACK: 'transaction',
  ABORT: 'transaction',
  END: 'transaction',
  ATTACH: 'outside',
  DETACH: 'outside',
  USE: 'outside',
  COPY: 'outside',
  EXPORT: 'outside',
  IMPORT: 'outside',
  INSTALL: 'extension',
  LOAD: 'extension',
  FORCE: 'extension',
  SET: 'setting',
  RESET: 'setting',
  PRAGMA: 'setting',
  CALL: 'setting',
  CHECKPOINT: 'setting',
  VACUUM: 'setting',
  ANALYZE: 'setting',
  PREPARE: 'prepared',
  EXECUTE: 'prepared',
  DEALLOCATE: 'prepared',
};

const runnable: readonly StatementKind[] = [
  'rows',
  'listing',
  'change',
  'definition',
  'explain',
] satisfies RunnableKind[];

/** The words that may open a statement here. */
export const openingWords: readonly string[] = [
  'WITH',
  'EXPLAIN',
  ...Object.keys(kinds).filter((word) => word !== '(' && runs(word)),
];

/** Whether a statement of this kind is not sent to the engine. */
export function isRefused(kind: StatementKind): kind is RefusedKind {
  return !runnable.includes(kind);
}

/** Say what a statement does, from its opening words. */
export function classifyStatement({ keyword, text }: Statement): StatementKind {
  if (keyword === 'WITH') return classifyAfterNames(text);
  if (keyword === 'EXPLAIN') {
    const [, ...words] = outerTokens(tokenise(text)).filter(({ kind }) => kind === 'word');
    const word = words.map((token) => token.text.toUpperCase()).find((each) => each !== 'ANALYZE');
    // EXPLAIN ANALYZE COMMIT would end the transaction that undoes a learner's changes.
    const isRunnable = word === undefined || word === 'WITH' || runs(word);
    return isRunnable ? 'explain' : 'plan';
  }
  return kinds[keyword] ?? 'unknown';
}

/** The verb stands straight after the bracket of the last named query; anywhere else it is a name. */
function classifyAfterNames(text: string): StatementKind {
  const tokens = tokenise(text).filter(({ kind }) => kind !== 'comment');
  const outer = new Set(outerTokens(tokens));
  const verb = tokens.find(
    (token, place) =>
      token.kind === 'word' &&
      outer.has(token) &&
      tokens[place - 1]?.text === ')' &&
      runs(token.text.toUpperCase()),
  );
  return kinds[verb?.text.toUpperCase() ?? ''] ?? 'rows';
}

function runs(word: string): boolean {
  const kind = kinds[word];
  return kind !== undefined && !isRefused(kind);
}
