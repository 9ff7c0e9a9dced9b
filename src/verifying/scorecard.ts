import type { CodeExercise, PlainExercise } from '#src/exercises/kinds.ts';

/** How well one exercise checks. */
export type Scorecard = CodeScorecard | PlainScorecard;

/** An exercise that is judged without an engine: what was proven of its answers. */
export interface PlainScorecard {
  readonly kind: PlainExercise['kind'];
  readonly exercise: string;
  /** Accepted beside the model answer. */
  readonly alternatives: number;
  /** Refused with their own words. */
  readonly wrongAnswers: number;
  readonly elapsedMs: number;
}

/**
 * How well a query or a pipeline is checked: counts of mutants, and what else was verified. Of a pipeline the mutants of both
 * languages count: its small tables come from the model answer in SQL.
 */
export interface CodeScorecard {
  readonly kind: CodeExercise['kind'];
  readonly exercise: string;
  /** True when DuckDB's tree cannot carry the model answer (PIVOT): no mutants and no witnesses, results alone are checked. */
  readonly resultsOnly: boolean;
  /** True when the author says that the answer holds for the real data alone: no witnesses, and mutants may survive. */
  readonly realDataOnly: boolean;
  /** Mutants that run. */
  readonly mutants: number;
  /** Marked by the author as giving the same result on any lawful data. */
  readonly equivalent: number;
  /** Marked by the author as mutants that may differ, though nothing was found that tells them: not killed. */
  readonly unproven: number;
  readonly killedOnRealData: number;
  readonly killedOnWitnesses: number;
  readonly survivors: readonly Survivor[];
  readonly witnesses: number;
  readonly witnessRows: number;
  /** Accepted, on the real data and on every witness. */
  readonly alternatives: number;
  /** Refused with their own words. */
  readonly wrongAnswers: number;
  /** Those of them that are right on the real data, so that only a witness tells them. */
  readonly wrongOnWitnesses: number;
  /** Wall time of the compilation. Kept with the cached result. */
  readonly elapsedMs: number;
}

/** A mutant that no data told apart and that the author has not marked. */
export interface Survivor {
  readonly id: string;
  readonly sentence: string;
  /** The mutant's own text. */
  readonly text: string;
  /** What the mutant changes: words of the model answer, and of the mutant. */
  readonly before: string;
  readonly after: string;
}

/** The scorecards of many exercises added up; shares are of the mutants that can be killed. */
export interface ScorecardTotal {
  readonly exercises: number;
  /** Those of them whose answer is a query. */
  readonly queries: number;
  /** Those whose answer is a pipeline in JavaScript. */
  readonly pipelines: number;
  readonly resultsOnly: number;
  readonly realDataOnly: number;
  readonly mutants: number;
  readonly equivalent: number;
  readonly unproven: number;
  readonly killedOnRealData: number;
  readonly killedOnWitnesses: number;
  readonly survivors: number;
  readonly alternatives: number;
  readonly wrongAnswers: number;
  readonly witnesses: number;
  readonly witnessRows: number;
  readonly elapsedMs: number;
  /** From 0 to 1; 1 when there is no mutant. */
  readonly shareKilledOnRealData: number;
  readonly shareKilled: number;
}

export function isCodeCard(card: Scorecard): card is CodeScorecard {
  return card.kind === 'sql' || card.kind === 'arquero';
}

export function toTotal(scorecards: readonly Scorecard[]): ScorecardTotal {
  const code = scorecards.filter(isCodeCard);
  const sum = (count: (card: CodeScorecard) => number) =>
    code.reduce((total, card) => total + count(card), 0);
  const sumOfAll = (count: (card: Scorecard) => number) =>
    scorecards.reduce((total, card) => total + count(card), 0);
  const mutants = sum((card) => card.mutants);
  const equivalent = sum((card) => card.equivalent);
  const killedOnRealData = sum((card) => card.killedOnRealData);
  const killedOnWitnesses = sum((card) => card.killedOnWitnesses);
  // Where an answer holds for the real data alone, a mutant that they do not tell is no fault of the exercise.
  const excused = sum((card) => (card.realDataOnly ? card.survivors.length + card.unproven : 0));
  const wanted = mutants - equivalent - excused;
  const share = (killed: number) => (wanted === 0 ? 1 : killed / wanted);
  return {
    exercises: scorecards.length,
    queries: code.filter(({ kind }) => kind === 'sql').length,
    pipelines: code.filter(({ kind }) => kind === 'arquero').length,
    resultsOnly: sum((card) => Number(card.resultsOnly)),
    realDataOnly: sum((card) => Number(card.realDataOnly)),
    mutants,
    equivalent,
    unproven: sum((card) => card.unproven),
    killedOnRealData,
    killedOnWitnesses,
    survivors: sum((card) => card.survivors.length),
    alternatives: sumOfAll((card) => card.alternatives),
    wrongAnswers: sumOfAll((card) => card.wrongAnswers),
    witnesses: sum((card) => card.witnesses),
    witnessRows: sum((card) => card.witnessRows),
    elapsedMs: sumOfAll((card) => card.elapsedMs),
    shareKilledOnRealData: share(killedOnRealData),
    shareKilled: share(killedOnRealData + killedOnWitnesses),
  };
}
