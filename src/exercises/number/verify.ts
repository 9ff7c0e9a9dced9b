import type { Finding } from '#src/authored/finding.ts';
import type { Database } from '#src/results/database.ts';
import type { Verified } from '../kind.ts';
import { readShown, readSmallResult } from '../read-result.ts';
import { toFigureText, toNumberKey } from './answer-key.ts';
import { isWithin, judgeNumber } from './judge.ts';
import type { BuiltNumber } from './outline.ts';
import type { NumberExercise } from './schema.ts';

/** Proves that the true figure is accepted, and that the foreseen ones differ from it and from each other. */
export async function verifyNumber(
  database: Database,
  exercise: NumberExercise,
): Promise<Verified<BuiltNumber>> {
  const { shown, findings: shownFindings } = await readShown(database, exercise.shows);
  const findings: Finding[] = [...shownFindings];
  const read = async (query: string, path: string) => {
    const figure = await readFigure(database, query, path);
    if (typeof figure === 'number') return figure;
    findings.push(figure);
    return undefined;
  };
  const figure = await read(exercise.query, 'query');
  const wrongFigures: number[] = [];
  for (const [index, { query }] of exercise.wrong.entries()) {
    const wrong = await read(query, `wrong.${index}.query`);
    if (wrong !== undefined) wrongFigures.push(wrong);
  }
  if (figure === undefined || findings.length > 0) return { findings, accepted: 0, refused: 0 };

  const known = [{ name: 'the true figure', figure }];
  for (const [index, wrong] of wrongFigures.entries()) {
    // Both reach as far as the tolerance: a figure between the two would be either.
    const near = known.find((other) => isWithin(wrong, other.figure, 2 * exercise.tolerance));
    if (near)
      findings.push({
        path: `wrong.${index}.query`,
        expected: 'a figure further than twice the tolerance from every other',
        found: `${toFigureText(wrong)}, where ${near.name} is ${toFigureText(near.figure)}`,
        remedy: 'Choose a slip that shows, or a smaller tolerance.',
      });
    known.push({ name: `wrong answer ${index + 1}`, figure: wrong });
  }
  const built: BuiltNumber = { figure, wrongFigures, ...(shown && { shown }) };
  const key = toNumberKey(exercise, built);
  return {
    built,
    findings,
    accepted: Number(judgeNumber(key.solution, key).kind === 'correct'),
    refused: wrongFigures.filter((wrong) => judgeNumber(toFigureText(wrong), key).kind === 'known-mistake')
      .length,
  };
}

async function readFigure(database: Database, query: string, path: string): Promise<number | Finding> {
  const read = await readSmallResult(database, query, path, { rows: 1, columns: 1 });
  if (!read.ok) return read.finding;
  const cell = read.table.rows[0]?.[0];
  // Decimals arrive as text with their scale.
  const figure = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell;
  return typeof figure === 'number' && Number.isFinite(figure)
    ? figure
    : { path, expected: 'a number', found: cell === null ? 'a missing value' : `"${String(cell)}"` };
}
