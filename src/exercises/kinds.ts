import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import { arqueroKind } from './arquero/kind.ts';
import type { ArqueroOutline } from './arquero/outline.ts';
import type { ArqueroExercise } from './arquero/schema.ts';
import { chartKind } from './chart/kind.ts';
import type { BuiltChart, ChartOutline } from './chart/outline.ts';
import type { ChartExercise } from './chart/schema.ts';
import { choiceKind } from './choice/kind.ts';
import type { BuiltChoice, ChoiceOutline } from './choice/outline.ts';
import type { ChoiceExercise } from './choice/schema.ts';
import type { AnswerKeyBase } from './exercise-base.ts';
import type { AnswerNotes, PlainKind } from './kind.ts';
import { numberKind } from './number/kind.ts';
import type { BuiltNumber, NumberOutline } from './number/outline.ts';
import type { NumberExercise } from './number/schema.ts';
import { orderKind } from './order/kind.ts';
import type { BuiltOrder, OrderOutline } from './order/outline.ts';
import type { OrderExercise } from './order/schema.ts';
import { predictKind } from './predict/kind.ts';
import type { BuiltPredict, PredictOutline } from './predict/outline.ts';
import type { PredictExercise } from './predict/schema.ts';
import { sqlKind } from './sql/kind.ts';
import type { SqlOutline } from './sql/outline.ts';
import type { SqlExercise } from './sql/schema.ts';

/** The registry: every kind of exercise. What a kind looks like is in `ui/site/ExerciseWork.astro`. */
export const plainKinds = {
  chart: chartKind,
  choice: choiceKind,
  number: numberKind,
  order: orderKind,
  predict: predictKind,
};
export const kinds = { sql: sqlKind, arquero: arqueroKind, ...plainKinds };

export type PlainExercise = ChartExercise | ChoiceExercise | NumberExercise | OrderExercise | PredictExercise;
/** What an engine judges: its answer is a query, or a pipeline in JavaScript. */
export type CodeExercise = SqlExercise | ArqueroExercise;
export type Exercise = CodeExercise | PlainExercise;
export type Outline =
  SqlOutline | ArqueroOutline | ChartOutline | ChoiceOutline | NumberOutline | OrderOutline | PredictOutline;
export type Built =
  CompiledChecks | PipelineChecks | BuiltChart | BuiltChoice | BuiltNumber | BuiltOrder | BuiltPredict;
export type ExerciseKindName = keyof typeof kinds;

// A kind's functions take its own exercises only; the registry keeps the two together, which the compiler cannot see.
interface AnyKind {
  readonly toOutline: (exercise: Exercise, built: Built) => Outline;
  readonly toAnswerKey: (exercise: Exercise, built: Built) => AnswerKeyBase;
  readonly toWhatWeCheck: (exercise: Exercise) => string[];
  readonly toAnswerNotes: (exercise: Exercise, built: Built) => AnswerNotes;
  readonly toQueries: (exercise: Exercise) => readonly string[];
}
const kindOf = ({ kind }: Exercise) => kinds[kind] as unknown as AnyKind;

/** What stands in the page. */
export function toOutline(exercise: Exercise, built: Built): Outline {
  return kindOf(exercise).toOutline(exercise, built);
}

/** What is fetched to judge an answer. */
export function toAnswerKey(exercise: Exercise, built: Built): AnswerKeyBase {
  return kindOf(exercise).toAnswerKey(exercise, built);
}

/** The rules by which an answer is judged, in sentences for the learner. */
export function toChecks(exercise: Exercise): string[] {
  return kindOf(exercise).toWhatWeCheck(exercise);
}

/** The answers as a facilitator reads them. */
export function toAnswerNotes(exercise: Exercise, built: Built): AnswerNotes {
  return kindOf(exercise).toAnswerNotes(exercise, built);
}

/** The queries whose results decide what is right and what the page prints. */
export function toQueries(exercise: Exercise): readonly string[] {
  return kindOf(exercise).toQueries(exercise);
}

type AnyPlainKind = PlainKind<PlainExercise, Built, Outline & { kind: PlainExercise['kind'] }, AnswerKeyBase>;

/** The kind of an exercise that is judged without an engine. */
export function plainKindOf({ kind }: PlainExercise): AnyPlainKind {
  return plainKinds[kind] as unknown as AnyPlainKind;
}

export function isPlain(exercise: Exercise): exercise is PlainExercise {
  return exercise.kind in plainKinds;
}

/** What the build made of a SQL exercise; undefined when it has not seen it. */
export function compiledOf(
  built: Readonly<Record<string, Built>>,
  { id }: Pick<SqlExercise, 'id'>,
): CompiledChecks | undefined {
  return built[id] as CompiledChecks | undefined;
}
