import { toContentHash } from '#src/authored/content-hash.ts';
import type { Finding } from '#src/authored/finding.ts';
import type { Cell } from '#src/results/cell.ts';
import type { Database } from '#src/results/database.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import type { Verified } from '../kind.ts';
import { toLetter } from '../letters.ts';
import { readShown, readSmallResult } from '../read-result.ts';
import { toPredictKey, toValueText } from './answer-key.ts';
import { judgePrediction } from './judge.ts';
import type { BuiltPredict } from './outline.ts';
import type { PredictExercise } from './schema.ts';

interface NamedResult {
  readonly path: string;
  readonly table: ResultTable;
}

/** Proves that the query runs, and that what a learner may wrongly expect differs from its result and from each other. */
export async function verifyPrediction(
  database: Database,
  exercise: PredictExercise,
): Promise<Verified<BuiltPredict>> {
  const { shown, findings: shownFindings } = await readShown(database, exercise.shows);
  const findings: Finding[] = [...shownFindings];
  const results: NamedResult[] = [];
  const queries = [exercise.query, ...exercise.wrong.map(({ query }) => query)];
  for (const [index, query] of queries.entries()) {
    const path = index === 0 ? 'query' : `wrong.${index - 1}.query`;
    const read = await readSmallResult(database, query, path, { rows: 6, columns: 4 });
    if (read.ok) results.push({ path, table: read.table });
    else findings.push(read.finding);
  }
  if (findings.length > 0) return { findings, accepted: 0, refused: 0 };
  const answered = exercise.cell ? readCells(results, exercise.cell) : toOptions(results, exercise.id);
  if (!answered.ok) return { findings: answered.findings, accepted: 0, refused: 0 };
  const built: BuiltPredict = { ...answered.built, ...(shown && { shown }) };
  const key = toPredictKey(exercise, built);
  const wrong =
    'options' in built
      ? built.options.flatMap((option, index) => (option.wrong === null ? [] : [toLetter(index)]))
      : built.wrongValues.map(toValueText);
  return {
    built,
    findings,
    accepted: Number(judgePrediction(key.solution, key).kind === 'correct'),
    refused: wrong.filter((answer) => judgePrediction(answer, key).kind === 'known-mistake').length,
  };
}

type Answered =
  | { readonly ok: true; readonly built: BuiltPredict }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The results in an order that does not tell which is right: by a hash of each, so that it stays while they do. */
function toOptions(results: readonly NamedResult[], id: string): Answered {
  const [first] = results;
  const shape = ({ table }: NamedResult) => table.columns.map(({ name }) => name).join(', ');
  const findings = [
    ...findEqualResults(results, ({ table }) => JSON.stringify(table.rows)),
    ...results
      .filter((result) => first && shape(result) !== shape(first))
      .map((result) => ({
        path: result.path,
        expected: `the columns of the query: ${first ? shape(first) : ''}`,
        found: shape(result),
        remedy: 'Give its columns the same names, or the shape tells which result is right.',
      })),
  ];
  if (findings.length > 0) return { ok: false, findings };
  const options = results
    .map(({ table }, index) => ({ table, wrong: index === 0 ? null : index - 1 }))
    .map((option) => ({ option, place: toContentHash(id + JSON.stringify(option.table.rows)) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ option }) => option);
  return { ok: true, built: { options } };
}

function readCells(
  results: readonly NamedResult[],
  { row, column }: { row: number; column: string },
): Answered {
  const cells = results.map((result) => ({ ...result, cell: cellAt(result.table, row, column) }));
  const absent = cells.filter(({ cell }) => cell === undefined);
  if (absent.length > 0)
    return {
      ok: false,
      findings: absent.map(({ path }) => ({
        path,
        expected: `a result with a row ${row} and a column "${column}"`,
        found: 'none',
      })),
    };
  const repeats = findEqualResults(cells, ({ cell }) => toValueText(cell ?? null));
  if (repeats.length > 0) return { ok: false, findings: repeats };
  const [value = null, ...wrongValues] = cells.map(({ cell = null }) => cell);
  return { ok: true, built: { value, wrongValues } };
}

function cellAt({ columns, rows }: ResultTable, row: number, column: string): Cell | undefined {
  const place = columns.findIndex(({ name }) => name.toLowerCase() === column.toLowerCase());
  return place < 0 ? undefined : rows[row - 1]?.[place];
}

function findEqualResults<T extends NamedResult>(
  results: readonly T[],
  contentOf: (result: T) => string,
): Finding[] {
  const contents = results.map(contentOf);
  return results.flatMap(({ path }, index) => {
    const same = contents.indexOf(contents[index] ?? '');
    if (same === index) return [];
    return [
      {
        path,
        expected: 'a result of its own',
        found: `the same as ${same === 0 ? 'the query gives' : `wrong answer ${same} gives`}`,
        remedy: 'Choose a slip that shows in these data.',
      },
    ];
  });
}
