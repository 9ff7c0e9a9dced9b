import { classifyStatement } from '#src/sql/classify-statement.ts';
import { isWord } from '#src/sql/is-word.ts';
import { splitStatements, type Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';

/** A text as the checker runs it: the statements that change something, then the query whose rows count. */
export interface AnswerQuery {
  readonly changes: readonly string[];
  readonly query: string;
}

/** Finds the last statement that gives rows, and the changes before it; undefined when none gives rows. */
export function toAnswerQuery(text: string): AnswerQuery | undefined {
  const statements = splitStatements(text);
  const last = statements.findLastIndex(givesRows);
  const query = statements[last];
  if (!query) return undefined;
  const changes = statements
    .slice(0, last)
    .filter(changesSomething)
    .filter((statement) => !redefinesOurs(statement.text))
    .map((statement) => statement.text);
  return { changes, query: query.text };
}

function givesRows(statement: Statement): boolean {
  const kind = classifyStatement(statement);
  return kind === 'rows' || kind === 'listing';
}

/** Only what a rollback undoes: settings and transactions would outlive the check. */
function changesSomething(statement: Statement): boolean {
  const kind = classifyStatement(statement);
  return kind === 'change' || kind === 'definition';
}

// What the checker itself calls: a learner's macro of that name would work for it.
const ourFunctions =
  /^"?(count|count_star|sum|min|max|abs|hash|format|list_sort|row_number|dense_rank|least|greatest|isfinite)"?$/i;

function redefinesOurs(text: string): boolean {
  const tokens = tokenise(text).filter(({ kind }) => kind !== 'comment');
  const isMacro = tokens.slice(0, 6).some((token) => isWord(token, 'MACRO', 'FUNCTION'));
  const name = tokens[tokens.findIndex((token) => token.text === '(') - 1]?.text ?? '';
  // An operator is a function too.
  return isMacro && (ourFunctions.test(name) || !/^"?\w+"?$/.test(name));
}

const sameSymbols: Readonly<Record<string, string>> = { '!=': '<>', '==': '=' };

/**
 * The text with what never matters taken out: comments, white space, the case of words and the last semicolon.
 *
 * @example
 * toPlainSql('select  a -- the name\nfrom t;') === toPlainSql('SELECT a FROM t') // => true
 */
export function toPlainSql(text: string): string {
  return tokenise(text)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text: part }) => (kind === 'word' ? part.toUpperCase() : (sameSymbols[part] ?? part)))
    .join(' ')
    .replace(/( ;)+$/, '');
}
