import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { writeDatabaseFile } from '#src/datasets/node/write-database-file.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { toAlias, toSetupStatements, type AttachedDataset } from '#src/engine/lock.ts';
import { fromNativeValue } from '#src/engine/node/native-database.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { Database, RawTable } from '#src/results/database.ts';
import { checkAnswer, type CheckOptions } from '#src/checker/check-answer.ts';
import type { CheckedExercise } from '#src/checker/checked-exercise.ts';
import { toUndecidedReason } from '#src/checker/undecided-reason.ts';
import type { Verdict } from '#src/checker/verdict.ts';

/** Native DuckDB with the files of some datasets attached, views of their tables and locked, all as in the browser, and with a limit on how long a query takes. */
export interface LimitedTables {
  /**
   * Runs and judges an answer as the page does; one that takes too long is undecided. After `spoiled` the page would
   * start a new engine: so must the caller.
   */
  readonly judge: (
    exercise: CheckedExercise,
    answer: string,
    options: Omit<CheckOptions, 'outcome'>,
  ) => Promise<{ readonly verdict: Verdict; readonly spoiled: boolean }>;
  /** A hash of every row of every table. */
  readonly checksum: () => Promise<string>;
  close(): void;
}

/**
 * @param timeLimitMs how long a run or a check may take, as the browser limits each of them
 */
export async function openLimitedTables(
  root: string,
  ids: readonly string[],
  timeLimitMs: number,
): Promise<LimitedTables> {
  const { datasets } = await loadDatasets(root);
  const { connection, close } = await connectDuckDb();
  let stopped = false;
  const database: Database = {
    async query(sql): Promise<RawTable> {
      // The page drops a worker that is too late: nothing runs after the limit but what undoes the run.
      if (stopped && sql !== 'ROLLBACK') throw new Error('INTERRUPT Error: the time is over.');
      const result = await connection.runAndReadAll(sql);
      return {
        columns: result.columnNames(),
        rows: result.getRows().map((row) => row.map((value) => fromNativeValue(value))),
      };
    },
  };
  const used = datasets.filter(({ descriptor }) => ids.includes(descriptor.id));
  const tables = used.flatMap(({ descriptor }) => descriptor.tables);
  const files = await mkdtemp(join(tmpdir(), 'tables-'));
  try {
    for (const sql of toSetupStatements({ datasets: await writeFiles(used, files), memoryLimit: '1GB' }))
      await database.query(sql);
  } catch (cause) {
    close();
    throw cause;
  } finally {
    // Where the system lets a file go that is open, nothing is left behind even by a process that is ended.
    await rm(files, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Undefined when the time was over. */
  async function limit<T>(work: () => Promise<T>): Promise<T | undefined> {
    const timer = setInterval(() => {
      stopped = true;
      connection.interrupt();
    }, timeLimitMs);
    try {
      const value = await work();
      return stopped ? undefined : value;
    } catch (cause) {
      if (!stopped) throw cause;
      return undefined;
    } finally {
      clearInterval(timer);
      stopped = false;
    }
  }

  return {
    async judge(exercise, answer, options) {
      const run = await limit(() => runQuery(database, answer));
      const outcome = run?.outcome ?? { status: 'timeout' as const, limitMs: timeLimitMs };
      const checked = await limit(() => checkAnswer(database, exercise, answer, { ...options, outcome }));
      const late = {
        kind: 'undecided' as const,
        reason: toUndecidedReason('stopped'),
      };
      return { verdict: checked?.verdict ?? late, spoiled: !run || run.spoiled || !checked };
    },
    async checksum() {
      const sums: string[] = [];
      for (const { name } of tables) {
        const { rows } = await database.query(
          `SELECT count(*)::VARCHAR || ' ' || sum(hash(t))::VARCHAR FROM main."${name}" AS t`,
        );
        sums.push(`${name}: ${String(rows[0]?.[0])}`);
      }
      const { rows } = await database.query(
        "SELECT string_agg(schema_name || '.' || table_name, ' ' ORDER BY ALL) FROM duckdb_tables()",
      );
      return [...sums, String(rows[0]?.[0])].join('; ');
    },
    close() {
      close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** The files that the page attaches, made in a folder of their own. */
async function writeFiles(datasets: readonly LoadedDataset[], folder: string): Promise<AttachedDataset[]> {
  const attached: AttachedDataset[] = [];
  for (const dataset of datasets) {
    const { id, tables } = dataset.descriptor;
    const file = join(folder, `${toAlias(id)}.duckdb`);
    await writeDatabaseFile(dataset, file);
    attached.push({ alias: toAlias(id), file, tables: tables.map(({ name }) => name) });
  }
  return attached;
}
