import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseEngineError } from '#src/engine/engine-error.ts';
import { explainError } from '#src/engine/explain/explain-error.ts';
import { openDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { refuseText } from '#src/engine/refuse-text.ts';
import { runQuery } from '#src/engine/run-query.ts';
import { splitStatements } from '#src/sql/statements.ts';

interface Case {
  readonly kind: string;
  readonly text: string;
  readonly says: string;
  readonly advises: string;
  readonly marks: string;
}

/** Blocks of `beginner-texts.txt`: a kind, the text (perhaps of several lines), and what the page answers. */
function readCases(): Case[] {
  const file = readFileSync(join(import.meta.dirname, 'beginner-texts.txt'), 'utf8');
  return file
    .split(/^## /m)
    .slice(1)
    .map((block): Case => {
      const [, kind = '', text = '', says = '', advises = '', marks = ''] =
        /^(.*)\n([\s\S]*?)\n {2}says: (.*)\n {2}advises: (.*)\n {2}marks: ([\s\S]*?)\n*$/.exec(block) ?? [];
      return { kind, text, says, advises, marks };
    });
}

const cases = readCases();
let open: OpenDatasets;

beforeAll(async () => {
  open = await openDatasets(process.cwd(), ['government-services']);
  // As on the page: the tables of a lesson are views, and errors come as JSON.
  const setup = ['SET errors_as_json = true', 'CREATE SCHEMA stored'];
  for (const table of ['services', 'service_periods']) {
    setup.push(
      `CREATE TABLE stored.${table} AS FROM main.${table}`,
      `DROP TABLE main.${table}`,
      `CREATE VIEW main.${table} AS FROM stored.${table}`,
    );
  }
  for (const sql of setup) await open.database.query(sql);
});

afterAll(() => open.close());

test.each(cases)('$kind: $text', async ({ text, says, advises, marks }) => {
  const { outcome, spoiled } = await runQuery(open.database, text);
  expect(spoiled).toBe(false);
  if (outcome.status !== 'error') throw new Error(`${text} ran.`);
  const { message, advice, place } = outcome.error;
  expect({ says: message, advises: advice, marks: place && text.slice(place.start, place.end) }).toEqual({
    says,
    advises,
    marks,
  });
});

test('gives every kind a sentence of its own, and none the general ones', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  const kinds = new Map<string, string>();
  for (const { kind, text, says, advises, marks } of cases) {
    expect(`${says} ${advises}`, text).not.toMatch(/does not understand|did not run|parser|syntax error/i);
    expect(marks, text).not.toBe('');
    const sentence = `${says} ${advises}`;
    expect(kinds.get(sentence) ?? kind, sentence).toBe(kind);
    kinds.set(sentence, kind);
  }
});

/** What people may paste in bulk. */
const repeated = ['= NULL ', 'WITH a AS (', '(', '"a" ', "'", '“', '1,000,000,', 'CASE WHEN '];

/** The time it takes to explain a text of that length, in milliseconds: once. */
function timeToExplain(opening: string, piece: string, length: number): number {
  const text = `${opening} ${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length);
  const tables = [{ name: 'services', columns: [{ name: 'service', type: 'VARCHAR' }] }];
  const times = [1].map(() => {
    const startedAt = performance.now();
    const statements = splitStatements(text);
    refuseText(text, statements);
    const statement = statements[0] ?? { text, start: 0, end: text.length, keyword: '' };
    for (const share of [0.5]) {
      const offset = statement.start + Math.floor((statement.text.length - 1) * share);
      for (const type of ['Parser', 'Binder']) {
        const error = { ...parseEngineError(`${type} Error: a failure`), name: text.slice(0, 50_000) };
        explainError({ error, text, statement, tables, offset });
        explainError({ error: { ...error, subtype: 'COLUMN_NOT_FOUND' }, text, statement, tables, offset });
      }
    }
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

test.each(repeated)('explains a long text of “%s” in time that grows with its length', (piece) => {
  for (const opening of ['SELECT a FROM b WHERE c', '']) {
    const short = timeToExplain(opening, piece, 10_000);
    const long = timeToExplain(opening, piece, 100_000);
    // Ten times the text: a hundred times the work would be a search within a search.
    expect(long, `${short} ms for 10 kB`).toBeLessThan(short * 60 + 200);
    // Four explanations are timed together.
    expect(long / 4).toBeLessThan(1000);
  }
});
