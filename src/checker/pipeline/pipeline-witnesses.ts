import { readCopiedRows } from '#src/compare/result-copy.ts';
import { readExpected } from '#src/compare/expected-result.ts';
import { markDifferences } from '#src/compare/mark-differences.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { toName } from '#src/sql/used-tokens.ts';
import { countWitnessRows, type Witness } from '#src/witnesses/witness.ts';
import type { Verdict } from '../verdict.ts';
import { fillWitness } from '../witnesses/fill-witness.ts';
import { shrinkWitness } from '../witnesses/shrink-witness.ts';
import { onWitness } from '../witnesses/witness-check.ts';
import { toSamples } from '../witnesses/witness-samples.ts';
import { compareHere, type PipelineCheck } from './compare-pipeline.ts';
import { isFairOnOwn, toOwnPipelineWitnesses } from './own-pipeline-witnesses.ts';
import { findSlip, withSlip } from './find-slip.ts';
import { PipelineFailure, PipelineStopped, type RunPlace } from './pipeline-answer.ts';
import type { PipelineSlip } from './pipeline-checks.ts';

type RightHereOnly = Extract<Verdict, { kind: 'right-here-only' }>;
type TriedWitness = Witness & { readonly slips: readonly PipelineSlip[] };

// Every try is a run of the pipeline.
const maxTries = 12;
// Each asks for answers that are known to be right, too.
const maxOwnTries = 6;
const maxRows = 10;

/** What is wrong with a pipeline on one witness, and the slip whose result it has there. */
interface Found {
  readonly refusal: RightHereOnly;
  readonly slip: PipelineSlip | undefined;
}

/**
 * Runs a pipeline that is right on the real data on each witness, the smallest first, and shows the first on which it is wrong.
 * Undefined when none is. After them it is run on rows made of what it names itself. A witness on which the model answer fails judges nothing.
 */
export async function tryPipelineOnWitnesses(
  database: ArrowDatabase,
  check: PipelineCheck,
): Promise<Verdict | undefined> {
  const { compiled } = check.exercise;
  const witnesses = compiled.witnesses.toSorted((a, b) => countWitnessRows(a) - countWitnessRows(b));
  let last: TriedWitness | undefined;
  for (const held of witnesses) {
    const shapes = { shapes: check.tables, names: check.answer.tables };
    last = { ...(await fillWitness(database, held, shapes)), slips: held.slips };
    // What is said against a pipeline was seen in a worker of its own.
    if (check.answer.keepsNothing && !(await tryWitness(database, check, last, 'shared'))) continue;
    const found = await tryWitness(database, check, last, 'fresh');
    if (found === undefined) continue;
    const refusal = (await shrink(database, check, last, maxTries)) ?? found.refusal;
    return found.slip === undefined ? refusal : withSlip(refusal, found.slip);
  }
  return last && tryOnOwnWitnesses(database, check, last);
}

/** The same on rows that are made of what the pipeline itself names, where nothing excuses it. */
async function tryOnOwnWitnesses(
  database: ArrowDatabase,
  check: PipelineCheck,
  base: Witness,
): Promise<Verdict | undefined> {
  for await (const own of toOwnPipelineWitnesses(database, check, base)) {
    const found = await tryWitness(database, check, { ...own, slips: [] }, 'fresh');
    if (found === undefined || (await isFairOnOwn(database, check, own))) continue;
    return (await shrink(database, check, own, maxOwnTries, isFairOnOwn)) ?? found.refusal;
  }
  return undefined;
}

function shrink(
  database: ArrowDatabase,
  check: PipelineCheck,
  witness: Witness,
  most: number,
  isFair?: typeof isFairOnOwn,
): Promise<RightHereOnly | undefined> {
  const tryOut = async (rest: Witness) => {
    const found = await tryWitness(database, check, { ...rest, slips: [] }, 'fresh');
    return found && !(await isFair?.(database, check, rest)) ? found.refusal : undefined;
  };
  return shrinkWitness(witness, check.tables, tryOut, most);
}

async function tryWitness(
  database: ArrowDatabase,
  check: PipelineCheck,
  witness: TriedWitness,
  place: RunPlace,
): Promise<Found | undefined> {
  try {
    return await onWitness(database, check, witness, () => compareOnWitness(database, check, witness, place));
  } catch (cause) {
    if (cause instanceof PipelineStopped) throw cause;
    if (!(cause instanceof PipelineFailure)) return undefined;
    const { message: error } = check.explain(cause.reply);
    const refusal = await onWitness(database, check, witness, () =>
      showFailure(database, check, witness, error),
    );
    return { refusal, slip: undefined };
  }
}

async function compareOnWitness(
  database: ArrowDatabase,
  check: PipelineCheck,
  witness: TriedWitness,
  place: RunPlace,
): Promise<Found | undefined> {
  const { compare } = check.exercise;
  const { found, expected, isSame, isUnsorted } = await compareHere(database, check, place);
  // Whether it sorts was settled on the real data.
  if (isSame && !isUnsorted) return undefined;
  const refusal: RightHereOnly = {
    kind: 'right-here-only',
    tables: toSamples(check.tables, witness, toWords(check)),
    ...(await markDifferences(database, { found, expected, compare })),
  };
  return { refusal, slip: await findSlip(database, found, check, witness.slips) };
}

async function showFailure(
  database: ArrowDatabase,
  check: PipelineCheck,
  witness: Witness,
  error: string,
): Promise<RightHereOnly> {
  const { solution, compare, compiled } = check.exercise;
  const table = `${check.name}_expected`;
  const { copy } = await readExpected(database, solution, compiled.ranked, { compare, table });
  const positions = Array.from({ length: maxRows }, (_row, index) => index + 1);
  return {
    kind: 'right-here-only',
    tables: toSamples(check.tables, witness, toWords(check)),
    expected: {
      columns: copy.columns,
      rowCount: copy.rowCount,
      rows: await readCopiedRows(database, copy, positions),
      marks: [],
    },
    error,
  };
}

/** The names in the model answer and in the pipeline, in small letters. */
function toWords({ exercise, answer }: PipelineCheck): string[] {
  const inModel = tokenise(exercise.solution).flatMap((token) => toName(token) ?? []);
  const inAnswer = answer.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return [...inModel, ...inAnswer.map((word) => word.toLowerCase())];
}
