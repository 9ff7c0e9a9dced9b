import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { createWasmDatabase } from '#src/engine/wasm-database.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { findTextChange } from '#src/checker/causes/text-change.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { rankAnswers } from '#src/verifying/rank-answers.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';

const require = createRequire(import.meta.url);
const engines: Database[] = [];

beforeAll(async () => {
  const duckdb =
    require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as typeof import('@duckdb/duckdb-wasm/blocking');
  const mainModule = join(dirname(require.resolve('@duckdb/duckdb-wasm')), 'duckdb-eh.wasm');
  const bundle = { mainModule, mainWorker: '' };
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
  bindings.open({ path: ':memory:' });
  // The blocking connection has the asynchronous one's query, without the wait.
  engines.push(await createNativeDatabase(), createWasmDatabase(bindings.connect() as never));
  for (const database of engines) {
    for (const sql of [
      'SET autoinstall_known_extensions = false',
      'SET autoload_known_extensions = false',
      'SET errors_as_json = true',
      `CREATE TABLE t AS SELECT i, 'name ' || i AS name, i::DECIMAL(12,2) / 7 AS share, i::HUGEINT * 1e15::HUGEINT AS big,
         DATE '2025-01-01' + i::INTEGER AS day, CASE WHEN i % 3 > 0 THEN i END AS maybe FROM range(30) r(i)`,
    ]) {
      await database.query(sql);
    }
  }
});

const all = 'SELECT name, share, big, day, maybe FROM t ORDER BY i';

test.each([
  ['correct', all, all],
  ['correct', all, 'SELECT name, share + 1e-13, big, day::TIMESTAMP, maybe::DOUBLE FROM t ORDER BY i'],
  ['wrong-order', all, 'SELECT name, share, big, day, maybe FROM t ORDER BY i DESC'],
  ['wrong-columns', all, 'FROM t'],
  ['wrong-columns', all, 'SELECT share, name, big, day, maybe FROM t ORDER BY i'],
  ['wrong-values', all, 'SELECT name, share, big, day, coalesce(maybe, 0) FROM t ORDER BY i'],
  ['wrong-rows', all, 'SELECT name, share, big, day, maybe FROM t WHERE maybe <> 4 ORDER BY i'],
  ['wrong-rows', all, 'SELECT name, share, big, day, maybe FROM t, range(5000) ORDER BY i'],
  ['known-mistake', all, 'SELECT name, share, big, day, maybe FROM t WHERE maybe IS NOT NULL ORDER BY i'],
  [
    'known-mistake',
    all,
    'DELETE FROM t WHERE maybe IS NULL; SELECT name, share, big, day, maybe FROM t ORDER BY i',
  ],
  ['does-not-run', all, 'SELECT nme FROM t'],
  ['undecided', "SELECT error('broken')", 'SELECT 1'],
])('both engines say %s of the same answer, with the same evidence', async (kind, solution, answer) => {
  const exercise = {
    solution,
    wrong: [
      {
        answer: 'SELECT name, share, big, day, maybe FROM t WHERE maybe > 0 ORDER BY i',
        feedback: 'Some days have no figure.',
      },
    ],
    compare: compareSchema.parse({ order: 'required' }),
  };
  const verdicts = [];
  for (const database of engines) verdicts.push(await runAndJudge(database, exercise, answer));
  expect(verdicts[0]).toMatchObject({ kind });
  expect(verdicts[1]).toEqual(verdicts[0]);
});

test('both engines rank rows, know a slip by its fingerprint and show the same example', async () => {
  const solution = 'SELECT name FROM t WHERE i > 20 ORDER BY maybe DESC LIMIT 4';
  const slip = solution.replace(' DESC', '');
  const compare = compareSchema.parse({ order: 'required' });
  const exercise = { solution, wrong: [], compare };
  const [native] = engines;
  if (!native) throw new Error('There is no engine.');
  const compiled = {
    ...(await rankAnswers(native, exercise)),
    witnesses: [
      {
        nearMisses: [],
        tables: [
          {
            name: 't',
            columns: ['i', 'name', 'maybe'],
            rows: ['20', '21', '22'].map((i) => [i, `name ${i}`, i]),
          },
        ],
      },
    ],
    nearMisses: [
      {
        fingerprint: (await toFingerprint(native, slip, compare)) ?? '',
        sentence: 'Look at your limit.',
        change: findTextChange([solution], slip),
      },
    ],
  };
  const columns = [
    { name: 'i', type: 'BIGINT', nullable: false },
    { name: 'name', type: 'VARCHAR', nullable: false },
    { name: 'maybe', type: 'BIGINT', nullable: true },
  ];
  const tables = [{ name: 't', columns, primaryKey: ['i'], foreignKeys: [] }];
  for (const [answer, kind] of [
    [solution, { kind: 'correct' }],
    [slip, { nearMiss: 'Look at your limit.' }],
    ['SELECT name FROM t WHERE i >= 19 ORDER BY maybe DESC LIMIT 4', { kind: 'right-here-only' }],
    [
      "SELECT name FROM t WHERE i >= 21 AND name <> 'name 7' ORDER BY maybe DESC LIMIT 4",
      { kind: 'right-here-only' },
    ],
    ['SELECT name FROM t WHERE i >= 21 ORDER BY maybe DESC LIMIT 4', { kind: 'correct' }],
  ] as const) {
    const verdicts = [];
    for (const database of engines)
      verdicts.push(await runAndJudge(database, exercise, answer, { compiled, tables }));
    expect(verdicts[0]).toMatchObject(kind);
    expect(verdicts[1]).toEqual(verdicts[0]);
  }
});
