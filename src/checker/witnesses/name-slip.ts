import type { Database } from '#src/results/database.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import { readExpected } from '#src/compare/expected-result.ts';
import { fingerprintRows } from '#src/compare/fingerprint.ts';
import { toAnswerQuery } from '../answer-query.ts';
import { fitsFeedback } from '../causes/fits-feedback.ts';
import { showsChange } from '../causes/text-change.ts';
import { copyAnswer, type RightHereOnly, type TriedWitness } from './try-witness.ts';
import { onWitness, type WitnessCheck } from './witness-check.ts';

interface Slip {
  /** By the author, whose feedback the words are. */
  readonly declared: boolean;
  readonly words: string;
}

/** The mistake that gives the same result on the whole witness: a declared one first, then one of our own mutants. */
export async function nameSlip(
  database: Database,
  check: WitnessCheck,
  witness: TriedWitness,
  { error }: RightHereOnly,
): Promise<Slip | undefined> {
  const { wrong, compare, compiled } = check.exercise;
  const { wrongOnWitnesses = [], rankedWrong = [] } = compiled;
  if (error !== undefined || wrongOnWitnesses.length + witness.nearMisses.length === 0) return undefined;
  // A few rows that were made for one answer give many mistakes the same result.
  if (witness.isOwn) return undefined;
  try {
    return await onWitness(database, check, witness, async () => {
      const found = await copyAnswer(database, check.answer, `${check.name}_mine`);
      for (const index of wrongOnWitnesses) {
        const { answer = '', feedback = '' } = wrong[index] ?? {};
        if (!fitsFeedback(feedback, answer, check.answer.query)) continue;
        const expected = await readExpected(
          database,
          toAnswerQuery(answer)?.query ?? answer,
          rankedWrong[index] ?? undefined,
          { compare, table: `${check.name}_wrong_${index}` },
        );
        if (await isSameResult(database, { found, expected, compare }))
          return { declared: true, words: feedback };
      }
      const own = await fingerprintRows(database, found.table, found.columns, compare);
      const nearMiss = witness.nearMisses.find(
        ({ fingerprint, change }) =>
          found.rowCount > 0 && fingerprint === own && showsChange(check.answer.query, change),
      )?.sentence;
      return nearMiss === undefined ? undefined : { declared: false, words: nearMiss };
    });
  } catch {
    // A hint is not worth a verdict: without one the example still shows what is wrong.
    return undefined;
  }
}
