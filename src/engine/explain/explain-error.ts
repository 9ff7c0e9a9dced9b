import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import type { Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import type { Token } from '#src/sql/tokens.ts';
import { toDetails } from '../engine-error.ts';
import type { EngineError } from '../engine-error.ts';
import { explainNames } from './explain-names.ts';
import { explainRules } from './explain-rules.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { KnownTable } from '../known-table.ts';

/** A failure together with what the learner wrote. */
export interface Failure {
  readonly error: EngineError;
  /** All that the learner typed. */
  readonly text: string;
  /** The statement that failed. */
  readonly statement: Statement;
  /** Where DuckDB points, as an offset into `text`. */
  readonly offset?: number;
  readonly tables: readonly KnownTable[];
}

/** The failure with the statement's tokens at hand; their offsets count from the start of the whole text. */
export interface ReadFailure extends Failure {
  readonly tokens: readonly Token[];
  /** The token DuckDB points at: -1 when it points nowhere, the count of tokens when it points past the last. */
  readonly index: number;
}

/** What an explainer found. Without a `place` the token DuckDB points at is marked. */
export interface Explanation {
  readonly message: string;
  readonly advice?: string;
  readonly place?: TextRange;
}

/** Says what a failure means; undefined when it is not its subject. */
export type Explainer = (failure: ReadFailure) => Explanation | undefined;

const explainers: readonly Explainer[] = [explainSyntax, explainNames, explainRules];

/**
 * Turn DuckDB's error into a sentence for a person who is new to SQL, with what to try and where when the mistake is a
 * known one. DuckDB's own words are kept under `details`.
 */
export function explainError(failure: Failure): QueryError {
  const { error, statement, offset } = failure;
  const tokens = tokenise(statement.text)
    .filter(({ kind, unterminated }) => kind !== 'comment' || unterminated)
    .map((token) => ({ ...token, start: token.start + statement.start, end: token.end + statement.start }));
  const index = offset === undefined ? -1 : findToken(tokens, offset);
  const read = { ...failure, tokens, index };
  const explanation = explainers.map((explain) => explain(read)).find(Boolean) ?? {
    message: 'The query did not run.',
    advice: firstSentence(error.message),
  };
  const place = explanation.place ?? placeAt(tokens[index], offset, statement);
  return { ...explanation, ...(place && { place }), details: toDetails(error) };
}

function findToken(tokens: readonly Token[], offset: number): number {
  const last = tokens.at(-1);
  if (last && offset >= last.end) return tokens.length;
  return tokens.findIndex(({ start, end }) => start <= offset && offset < end);
}

function placeAt(
  token: Token | undefined,
  offset: number | undefined,
  statement: Statement,
): TextRange | undefined {
  if (token) return { start: token.start, end: token.end };
  if (offset === undefined) return undefined;
  // Past the last token: mark its last character, so that there is something to see.
  return offset >= statement.end ? { start: statement.end - 1, end: statement.end } : undefined;
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
