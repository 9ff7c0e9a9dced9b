import type { Database, RawTable } from '#src/results/database.ts';
import type { Column, ResultTable } from '#src/results/result-table.ts';
import type { QueryError, RunOutcome } from '#src/results/run-outcome.ts';
import { toCell } from '#src/results/to-cell.ts';
import { classifyStatement } from '#src/sql/classify-statement.ts';
import { splitStatements } from '#src/sql/statements.ts';
import type { Statement } from '#src/sql/statements.ts';
import { explainError } from './explain/explain-error.ts';
import { isFatal, parseEngineError, type EngineError } from './engine-error.ts';
import { loadKnownTables } from './known-table.ts';
import { refuseText } from './refuse-text.ts';

/** What came of a run, and whether the engine can be trusted with the next one. */
export interface QueryRun {
  readonly outcome: RunOutcome;
  /** True when the state before the run could not be brought back: the engine must be replaced. */
  readonly spoiled: boolean;
}

export interface RunOptions {
  /** How many rows to show. */
  readonly rowLimit?: number;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** A failure of the engine, with the SQL that was sent and where in it the learner's statement begins. */
class StatementFailure extends Error {
  readonly error: EngineError;
  readonly statement: Statement;
  readonly sent: string;
  readonly prefix: string;
  constructor(statement: Statement, sent: string, prefix: string, cause: unknown) {
    super('A statement failed.', { cause });
    this.error = parseEngineError(cause);
    this.statement = statement;
    this.sent = sent;
    this.prefix = prefix;
  }
}

/**
 * Run a learner's text, statement by statement, and show what the last one gives. All of it happens in a transaction
 * that is rolled back, so the database is afterwards as it was before. A learner's mistake is an outcome, never a
 * rejection.
 */
export async function runQuery(
  database: Database,
  text: string,
  options: RunOptions = {},
): Promise<QueryRun> {
  const { rowLimit = 1000, now = () => performance.now() } = options;
  const statements = splitStatements(text);
  const refusal = refuseText(text, statements);
  if (refusal) return { outcome: { status: 'error', error: refusal }, spoiled: false };

  const startedAt = now();
  await begin(database);
  let table: ResultTable = { columns: [], rows: [], rowCount: 0 };
  try {
    for (const statement of statements) table = await runStatement(database, statement, rowLimit);
  } catch (failure) {
    if (!(failure instanceof StatementFailure)) throw failure;
    const rolledBack = await rollBack(database);
    const spoiled = !rolledBack || isFatal(failure.error);
    const error = await explainFailure(spoiled ? undefined : database, text, failure);
    return { outcome: { status: 'error', error }, spoiled };
  }
  const elapsedMs = now() - startedAt;
  return { outcome: { status: 'ok', table, elapsedMs }, spoiled: !(await rollBack(database)) };
}

async function begin(database: Database): Promise<void> {
  try {
    await database.query('BEGIN TRANSACTION');
  } catch {
    await database.query('ROLLBACK');
    await database.query('BEGIN TRANSACTION');
  }
}

/** False when a statement ended the transaction by itself, or the engine is past use. */
async function rollBack(database: Database): Promise<boolean> {
  try {
    await database.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

async function runStatement(
  database: Database,
  statement: Statement,
  rowLimit: number,
): Promise<ResultTable> {
  const send = async (prefix: string, suffix: string): Promise<RawTable> => {
    const sent = prefix + statement.text + suffix;
    try {
      return await database.query(sent);
    } catch (cause) {
      throw new StatementFailure(statement, sent, prefix, cause);
    }
  };
  const kind = classifyStatement(statement);
  if (kind === 'definition') {
    // CREATE TABLE … AS gives a count, which the learner did not ask for.
    await send('', '');
    return { columns: [], rows: [], rowCount: 0 };
  }
  if (kind === 'change' || kind === 'explain') return toPlainTable(await send('', ''), rowLimit);

  // Ask DuckDB for the columns first: read as a subquery, two of the same name would get other names.
  const described = kind === 'rows' ? await send('DESCRIBE ', '') : await send('DESCRIBE FROM (\n', '\n)');
  const columns = described.rows.map(([name, type]): Column => ({ name: String(name), type: String(type) }));
  const casts = columns.map((_column, index) => `#${index + 1}::VARCHAR`).join(', ');
  const { rows } = await send(`SELECT ${casts} FROM (\n`, `\n) LIMIT ${rowLimit + 1}`);
  const shown = rows
    .slice(0, rowLimit)
    .map((row) =>
      row.map((value, index) =>
        toCell(value === null ? null : String(value), columns[index]?.type ?? 'VARCHAR'),
      ),
    );
  if (rows.length <= rowLimit) return { columns, rows: shown, rowCount: rows.length };
  const counted = await send('SELECT count(*) FROM (\n', '\n)');
  return { columns, rows: shown, rowCount: Number(counted.rows[0]?.[0]) };
}

/** Results that cannot be read as a subquery: plans, counts of changed rows, RETURNING. */
function toPlainTable(raw: RawTable, rowLimit: number): ResultTable {
  const typeOf = (index: number): string => {
    const value = raw.rows.find((row) => row[index] !== null)?.[index];
    if (typeof value === 'boolean') return 'BOOLEAN';
    if (typeof value === 'number') return Number.isInteger(value) ? 'BIGINT' : 'DOUBLE';
    return 'VARCHAR';
  };
  const columns = raw.columns.map((name, index) => ({ name, type: typeOf(index) }));
  return { columns, rows: raw.rows.slice(0, rowLimit), rowCount: raw.rows.length };
}

async function explainFailure(
  database: Database | undefined,
  text: string,
  { error, sent, prefix, statement }: StatementFailure,
): Promise<QueryError> {
  const tables = database ? await loadKnownTables(database) : [];
  const at = error.position === undefined ? undefined : toOffset(sent, error) - prefix.length;
  const inside = at !== undefined && at >= 0;
  return explainError({
    error,
    text,
    statement,
    tables,
    ...(inside && { offset: statement.start + Math.min(at, statement.text.length) }),
  });
}

/** An offset in UTF-16 code units: DuckDB's parser counts characters, every other part of it bytes of UTF-8. */
function toOffset(text: string, { type, position = 0 }: EngineError): number {
  if (type !== 'Parser')
    return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, position)).length;
  let offset = 0;
  for (let count = 0; count < position && offset < text.length; count++)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}
