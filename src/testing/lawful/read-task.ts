import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { isWord } from '#src/sql/is-word.ts';
import { outerTokens } from '#src/sql/outer-tokens.ts';
import { tokenise } from '#src/sql/tokens.ts';

/** One way to read the task: a query whose result is fair wherever it stands. */
export interface TaskReading {
  readonly sql: string;
  /** Where the task asks for an order and the query sorts at its end: the query without its limit, and what it sorts by. */
  readonly sorted?: { readonly all: string; readonly keys: readonly string[] };
}

/**
 * The readings of an exercise that may count as fair: the model answer, what its author accepts besides, and three that no task
 * rules out unless its data tell them apart. A total of nothing is missing or 0, and so is what is counted of nothing; and a list of
 * the first five may leave out rows without a figure.
 */
export function readTask(
  exercise: Pick<SqlExercise, 'solution' | 'alternatives' | 'compare'>,
): TaskReading[] {
  const model = toReading(exercise.solution, exercise);
  const zero = exercise.solution.replace(/\bsum\(([^()]*)\)/gi, 'coalesce(sum($1), 0)');
  const gap = exercise.solution.replace(
    /\bcount\([^()]*\)( FILTER \((?:[^()]|\([^()]*\))*\))?/gi,
    'nullif($&, 0)',
  );
  const texts = [
    ...exercise.alternatives,
    ...[zero, gap].filter((text) => text !== exercise.solution),
    ...(model.sorted ? [withoutGaps(exercise.solution, model.sorted)] : []),
  ];
  return [model, ...texts.flatMap((sql) => sql ?? []).map((sql) => toReading(sql, exercise))];
}

function toReading(sql: string, { compare }: Pick<SqlExercise, 'compare'>): TaskReading {
  const end = findEnd(sql);
  if (compare.order === 'ignored' || !end) return { sql };
  const keys = end.keys.map((key) => key.replace(/\s+(asc|desc)?(\s*nulls\s+(first|last))?\s*$/i, '').trim());
  return { sql, sorted: { all: sql.slice(0, end.orderAt), keys } };
}

/** Where the ORDER BY at the end of a query stands, and what it sorts by; undefined where it has none. */
function findEnd(sql: string): { orderAt: number; keys: string[]; limit: string } | undefined {
  const outer = outerTokens(tokenise(sql).filter(({ kind }) => kind !== 'comment'));
  const at = outer.findLastIndex((token) => isWord(token, 'ORDER'));
  const order = outer[at];
  const by = outer[at + 1];
  if (!order || !by) return undefined;
  const limit = outer.find(
    ({ start }, index) => start > by.end && isWord(outer[index], 'LIMIT', 'OFFSET', 'FETCH'),
  );
  const end = limit?.start ?? sql.length;
  const commas = outer.filter(({ text, start }) => text === ',' && start > by.end && start < end);
  const edges = [by.end, ...commas.map((comma) => comma.end)];
  const keys = edges.map((from, index) =>
    sql
      .slice(from, commas[index]?.start ?? end)
      .replace(/;\s*$/, '')
      .trim(),
  );
  return { orderAt: order.start, keys, limit: limit ? sql.slice(limit.start).replace(/;\s*$/, '') : '' };
}

/** The first rows without those that have nothing to sort by; undefined where no limit cuts. */
function withoutGaps(
  sql: string,
  { all, keys }: { all: string; keys: readonly string[] },
): string | undefined {
  const end = findEnd(sql);
  const key = keys[0];
  if (!end || end.limit === '' || key === undefined || !/^\w+$/.test(key)) return undefined;
  return `SELECT * FROM (${all}) WHERE ${key} IS NOT NULL ORDER BY ${end.keys.join(', ')} ${end.limit}`;
}
