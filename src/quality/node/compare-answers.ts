import { runQuery } from '#src/engine/run-query.ts';
import { type OpenDatasets, openDatasets } from '#src/engine/node/open-datasets.ts';
import { toQueries } from '#src/exercises/kinds.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';

/** An exercise whose answer is another one on the new figures. */
export interface ChangedAnswer {
  readonly exerciseId: string;
  readonly title: string;
  /** The first row that differs, or what went wrong, as text. */
  readonly before: string;
  readonly after: string;
}

export interface ComparedAnswers {
  readonly compared: number;
  readonly changed: readonly ChangedAnswer[];
}

/**
 * Runs what the answer of every exercise rests on that uses a dataset, on the old figures and on the new ones.
 *
 * @param root - The project, with the lessons and the old figures.
 * @param newRoot - A folder with `datasets/` as in the project, in which the dataset is new.
 */
export async function compareAnswers(
  root: string,
  newRoot: string,
  datasetId: string,
): Promise<ComparedAnswers> {
  const { tracks } = await loadCatalogue(root);
  const exercises = exercisesOf(tracks).filter(({ datasets }) => datasets.includes(datasetId));
  const changed: ChangedAnswer[] = [];
  const open = new Map<string, OpenDatasets>();
  const ask = async (at: string, ids: readonly string[], sql: string): Promise<RunOutcome> => {
    const key = [at, ...[...ids].sort()].join('\0');
    try {
      const tables = open.get(key) ?? (await openDatasets(at, ids));
      open.set(key, tables);
      return (await runQuery(tables.database, sql)).outcome;
    } catch (error) {
      // New tables can break their descriptor so far that no database takes them.
      const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return { status: 'error', error: { message, details: message } };
    }
  };
  try {
    for (const exercise of exercises) {
      const { id, title, datasets } = exercise;
      const ordered = exercise.kind === 'sql' && exercise.compare.order === 'required';
      const askAll = async (at: string) => {
        const lines: string[] = [];
        for (const sql of toQueries(exercise)) lines.push(...toLines(await ask(at, datasets, sql), ordered));
        return lines;
      };
      const [before, after] = [await askAll(root), await askAll(newRoot)];
      const at = [...before, ...after].findIndex((_line, index) => before[index] !== after[index]);
      if (before.length === after.length && before.every((line, index) => line === after[index])) continue;
      changed.push({
        exerciseId: id,
        title,
        before: before[at] ?? 'no such row',
        after: after[at] ?? 'no such row',
      });
    }
  } finally {
    for (const { close } of open.values()) close();
  }
  return { compared: exercises.length, changed };
}

function toLines(outcome: RunOutcome, ordered: boolean): string[] {
  switch (outcome.status) {
    case 'ok': {
      const lines = outcome.table.rows.map((row) => row.map((cell) => cell ?? 'NULL').join(', '));
      const all =
        outcome.table.rowCount > lines.length ? [...lines, `${outcome.table.rowCount} rows`] : lines;
      return ordered ? all : all.sort();
    }
    case 'error':
      return [`It does not run: ${outcome.error.message}`];
    default:
      return [`It was stopped: ${outcome.status}`];
  }
}
