import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { toAnswerQuery } from './answer-query.ts';
import { describeQuery, numberedRows } from '#src/compare/result-copy.ts';

// No lesson shows more rows after a change.
const maxRows = 2000;

/**
 * The model answer as one query. One that changes something first (CREATE, INSERT) and then shows it is run, and its rows
 * are written out: the change must be undone before a learner's own statements run.
 *
 * @param database - Idle. What the model answer changes is rolled back.
 */
export async function toModelQuery(database: Database, solution: string): Promise<string> {
  const model = toAnswerQuery(solution);
  if (!model || model.changes.length === 0) return model?.query ?? solution;
  await database.query('BEGIN TRANSACTION');
  try {
    for (const change of model.changes) await database.query(change);
    return await toTypedRows(database, model.query, maxRows);
  } finally {
    await database.query('ROLLBACK');
  }
}

/** A query that gives the first rows of another, in their order, without reading a table. */
export async function toTypedRows(database: Database, sql: string, rowLimit: number): Promise<string> {
  const { query, columns } = await describeQuery(database, sql);
  const names = columns.map((_column, index) => `c${index + 1}`);
  const { rows } = await database.query(
    `SELECT ${names.map((name) => `${name}::VARCHAR`).join(', ')} FROM ${numberedRows(query, columns)} ORDER BY position LIMIT ${rowLimit}`,
  );
  const cast = (value: string, column: number) => `CAST(${value} AS ${columns[column]?.type ?? 'VARCHAR'})`;
  const typed = rows.map((row, index) => [
    String(index),
    ...row.map((value, column) => cast(value === null ? 'NULL' : toQuotedText(String(value)), column)),
  ]);
  const shown = names.map((name, index) => `${name} AS ${toQuotedName(columns[index]?.name ?? name)}`);
  if (typed.length === 0) {
    const nothing = columns.map(({ name }, index) => `${cast('NULL', index)} AS ${toQuotedName(name)}`);
    return `SELECT ${nothing.join(', ')} WHERE false`;
  }
  const values = typed.map((row) => `(${row.join(', ')})`).join(', ');
  return `SELECT ${shown.join(', ')} FROM (VALUES ${values}) AS typed(place, ${names.join(', ')}) ORDER BY place`;
}
