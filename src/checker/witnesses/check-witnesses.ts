import type { Database } from '#src/results/database.ts';
import { countWitnessRows, type Witness } from '#src/witnesses/witness.ts';
import { toAnswerQuery } from '../answer-query.ts';
import { isTypedIn } from '../means/is-typed-in.ts';
import type { Verdict } from '../verdict.ts';
import { fillWitness } from './fill-witness.ts';
import { nameSlip } from './name-slip.ts';
import { toWitnessSchemas } from './on-witness-tables.ts';
import { findOwnWitnesses } from './own-witnesses.ts';
import { shrinkWitness } from './shrink-witness.ts';
import { tryWitness, type RightHereOnly, type TriedWitness } from './try-witness.ts';
import type { WitnessCheck } from './witness-check.ts';
import { findReadTables, toWitnessQuery } from './witness-query.ts';

const maxTries = 30;
// An own witness is small from the start, and each try asks for other readings too.
const maxOwnTries = 10;

/**
 * Runs an answer that is right on the real data on each witness, the smallest first, and shows the first on which it is
 * wrong, in the author's words where the mistake is a declared one. Undefined when none is. Tables that a witness lacks and
 * the answer reads are filled from the real ones. A witness on which the model answer fails counts for the answer; where no
 * witness can judge it, it must at least not be typed in.
 *
 * @param database - Idle: each witness has a transaction of its own, which is rolled back.
 */
export async function checkWitnesses(database: Database, check: WitnessCheck): Promise<Verdict | undefined> {
  const real = check.tables.map(({ name }) => name);
  const names = findReadTables(check.answer, real);
  const model = toAnswerQuery(check.exercise.solution);
  const own = model ? findReadTables(model, real) : [];
  // A query that reads none of the model answer's tables may be a typed-in result: to say so says more than an example.
  const readsOwnTables = names.some((name) => own.includes(name));
  const answer = toWitnessQuery(check.answer, { real, schemas: toWitnessSchemas(check.name) });
  const moved = { ...check, answer };
  let judged = false;
  for await (const witness of toWitnesses(database, moved, names)) {
    const verdict = await tryWitness(database, moved, witness);
    if (verdict === 'right') judged = true;
    if (verdict === undefined || verdict === 'right') continue;
    if (verdict.kind === 'undecided') return verdict;
    const slip = await nameSlip(database, moved, witness, verdict);
    const difference = (await shrink(database, moved, witness, verdict)) ?? verdict;
    if (!slip) return (readsOwnTables ? undefined : await findTypedIn(database, check, real)) ?? difference;
    return slip.declared
      ? { kind: 'known-mistake', feedback: slip.words, difference }
      : { ...difference, nearMiss: slip.words };
  }
  return judged ? undefined : findTypedIn(database, check, real);
}

/** The exercise's witnesses, and after them some that are made of what the answer itself names. */
async function* toWitnesses(
  database: Database,
  check: WitnessCheck,
  names: readonly string[],
): AsyncGenerator<TriedWitness> {
  const witnesses = [...check.exercise.compiled.witnesses].sort(
    (a, b) => countWitnessRows(a) - countWitnessRows(b),
  );
  let last: TriedWitness | undefined;
  for (const held of witnesses) {
    last = await fillWitness(database, held, { shapes: check.tables, names });
    yield last;
  }
  if (last) yield* await findOwnWitnesses(database, check, last);
}

/** Says so where an answer only pretends to read the tables. */
async function findTypedIn(
  database: Database,
  { exercise, answer, name }: WitnessCheck,
  tables: readonly string[],
): Promise<Verdict | undefined> {
  if (tables.length === 0) return undefined;
  const { solution, compare, compiled } = exercise;
  const typedIn = await isTypedIn(database, {
    solution,
    compare,
    ranked: compiled.ranked,
    tables,
    answer,
    name,
  });
  return typedIn ? { kind: 'other-means', lacks: [], uses: ['literal-answer'] } : undefined;
}

function shrink(
  database: Database,
  check: WitnessCheck,
  { isOwn, ...witness }: TriedWitness,
  { error }: RightHereOnly,
): Promise<RightHereOnly | undefined> {
  const tryOut = async (smaller: Witness) => {
    const verdict = await tryWitness(database, check, {
      ...smaller,
      nearMisses: [],
      ...(isOwn && { isOwn }),
    });
    const isShown = typeof verdict === 'object' && verdict.kind === 'right-here-only';
    return isShown && verdict.error === error ? verdict : undefined;
  };
  return shrinkWitness(witness, check.tables, tryOut, isOwn ? maxOwnTries : maxTries);
}
