import type { Finding } from '#src/authored/finding.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { Database } from '#src/results/database.ts';
import type { Verified } from '../kind.ts';
import { readShown } from '../read-result.ts';
import { toOrderKey } from './answer-key.ts';
import { findOrders } from './find-orders.ts';
import { judgeOrder } from './judge.ts';
import type { BuiltOrder } from './outline.ts';
import type { OrderExercise } from './schema.ts';

const mostRows = 1000;

/** Finds every order that gives the right result, and proves that the lines that do not belong are refused. */
export async function verifyOrder(
  database: Database,
  exercise: OrderExercise,
): Promise<Verified<BuiltOrder>> {
  const { shown, findings } = await readShown(database, exercise.shows);
  const { lines, distractors, sql, alternatives } = exercise;
  const own = lines.map((_, index) => index);
  const expected = sql ? await readRowTexts(database, lines.join('\n')) : undefined;
  if (sql && expected === undefined) {
    const finding: Finding = {
      path: 'lines',
      expected: `lines that make a query with 1 to ${mostRows} rows`,
      found: 'a text that does not run, or gives none or more',
      remedy: 'Try the lines on the Explore page.',
    };
    return { findings: [...findings, finding], accepted: 0, refused: 0 };
  }
  const all = [...lines, ...distractors.map(({ line }) => line)];
  const others = sql
    ? await findOrders(
        database,
        all,
        lines.length,
        async (text) => (await readRowTexts(database, text)) === expected,
      )
    : alternatives.map((order) => order.map((place) => place - 1));
  const withDistractor = others.filter((order) => order.some((place) => place >= lines.length));
  const repeated = withDistractor.map((order): Finding => {
    const place = order.find((each) => each >= lines.length) ?? 0;
    return {
      path: `distractors.${place - lines.length}`,
      expected: 'a line that does not belong',
      found: `one that can make the right result: ${order.map((each) => all[each]).join(' / ')}`,
      remedy: 'Choose another line.',
    };
  });
  const accepted = [own, ...others.filter((order) => order.every((place) => place < lines.length))];
  const built: BuiltOrder = { accepted, ...(shown && { shown }) };
  const key = toOrderKey(exercise, built);
  return {
    built,
    findings: [...findings, ...repeated.slice(0, 1)],
    accepted: accepted.filter(
      (order) => judgeOrder(order.map((place) => lines[place]).join('\n'), key).kind === 'correct',
    ).length,
    refused: distractors.filter(
      ({ line }) => judgeOrder([...lines, line].join('\n'), key).kind === 'known-mistake',
    ).length,
  };
}

/** The rows of a query as text, in its own order; undefined when it does not run, or gives none or too many. */
async function readRowTexts(database: Database, sql: string): Promise<string | undefined> {
  const { outcome } = await runQuery(database, sql, { rowLimit: mostRows });
  if (outcome.status !== 'ok') return undefined;
  const { rows, rowCount } = outcome.table;
  if (rowCount === 0 || rowCount > mostRows) return undefined;
  const texts = rows.map((row) => JSON.stringify(row));
  // Without ORDER BY the rows may come as they like.
  return (/\border\s+by\b/i.test(sql) ? texts : texts.sort()).join('\n');
}
