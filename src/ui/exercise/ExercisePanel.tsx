import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ExerciseOutline } from '#src/exercises/sql/outline.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import { AnswerEditor } from '../editor/AnswerEditor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { useEditorChoice } from '../editor/use-editor-choice.ts';
import { useExerciseRecord } from '../progress/use-exercise-record.ts';
import type { ExerciseVersions } from '../progress/use-exercise-record.ts';
import { EngineLine } from '../query/EngineLine.tsx';
import { ExerciseButtons } from './ExerciseButtons.tsx';
import { ExerciseNotes } from './ExerciseNotes.tsx';
import { HintList } from './HintList.tsx';
import { Outcome } from '../query/Outcome.tsx';
import { pageEngine, startWhenIdle } from '../query/page-engine.ts';
import { toAttemptAnnouncement } from './attempt-words.ts';
import { Problem } from '../query/Problem.tsx';
import type { ShownRun } from '../query/shown-run.ts';
import { toEditorProblem } from '../query/to-editor-problem.ts';
import { useAnswer } from './use-answer.ts';
import { useAttempts } from './use-attempts.ts';
import type { JudgedQuery } from './use-attempts.ts';
import { useEngineStatus } from '../query/use-engine-status.ts';
import { useSolution } from './use-solution.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

interface Props {
  readonly exercise: ExerciseOutline;
  readonly versions: ExerciseVersions;
  readonly engine: EngineAsset;
  /** Those whose tables a query may use; exercises of a page that name the same ones share an engine. */
  readonly datasets: readonly DatasetAsset[];
  readonly tables: readonly TableDescriptor[];
  /** Where the model answer is fetched from when it is first needed. */
  readonly keyUrl: string;
}

/** One exercise to work on: editor, buttons, result and verdict. */
export function ExercisePanel({
  exercise,
  versions,
  engine: assets,
  datasets,
  tables,
  keyUrl,
}: Props): ReactNode {
  const id = useId();
  const editor = useRef<EditorHandle>(null);
  // Stop and Try again vanish when they are used: the focus must not vanish with them.
  const runButton = useRef<HTMLButtonElement>(null);
  const [engine] = useState(() => pageEngine(assets, datasets));
  const engineStatus = useEngineStatus(engine);
  const saved = useExerciseRecord(exercise.id, versions);
  const answer = useAnswer(exercise.starter.trimEnd(), saved);
  const [choice, choose] = useEditorChoice();
  const [hintsAsked, setHintsAsked] = useState(0);

  useEffect(() => startWhenIdle(engine), [engine]);

  const fetchKey = async () => {
    const [loading, { sqlKeySchema }] = await Promise.all([import('./load-key.ts'), import('./sql-key.ts')]);
    return loading.loadKey(keyUrl, exercise, sqlKeySchema);
  };
  const attempts = useAttempts({
    engine,
    exercise,
    tables,
    loadKey: fetchKey,
    onVerdict: (text, { kind }) => void saved.addAttempt({ answer: text, verdict: kind }),
  });
  const { doing, shown } = attempts;
  const tried = (saved.record?.attempts.length ?? 0) > 0 || shown?.judged !== undefined;
  const solution = useSolution({ answer, saved, tried, loadKey: fetchKey });

  const hintsShown = Math.min(Math.max(hintsAsked, saved.record?.hintsShown ?? 0), exercise.hints.length);
  const current = shown?.text === answer.text;
  const run = () => attempts.run(answer.current());
  const check = () => attempts.check(answer.current());
  const toOutcome = {
    fileName: exercise.id.slice(exercise.id.lastIndexOf('/') + 1),
    onGoTo: current ? (place: TextRange) => editor.current?.focus(place) : undefined,
  };

  return (
    <div className="app-exercise">
      <AnswerEditor
        id={`${id}editor`}
        label={`Your query for ${exercise.title}`}
        text={answer.text}
        revision={answer.revision}
        readOnly={!saved.ready}
        tables={tables}
        problem={toEditorProblem(shown, answer.text)}
        handle={editor}
        onChange={answer.type}
        onRun={run}
        choice={choice}
        onChoose={choose}
      />
      <ExerciseButtons
        runButton={runButton}
        enabled={saved.ready}
        busy={doing !== 'nothing'}
        answer={answer}
        solution={solution}
        hintsLeft={exercise.hints.length - hintsShown}
        onRun={run}
        onCheck={check}
        onHint={() => {
          setHintsAsked(hintsShown + 1);
          saved.showHint();
        }}
      />
      <EngineLine
        status={engineStatus}
        doing={doing}
        onStop={() => {
          attempts.stop();
          runButton.current?.focus();
        }}
        onRetry={() => {
          runButton.current?.focus();
          if (shown?.failure && shown.attempted === 'check') check();
          else if (shown?.failure) run();
          else void engine.start();
        }}
      />
      <ExerciseNotes
        exercise={exercise}
        saved={saved}
        restored={answer.restored}
        onStartAgain={() => {
          answer.reset();
          editor.current?.focus();
        }}
      />
      <p role="status" className="app-exercise__note">
        {solution.note}
      </p>
      <HintList hints={exercise.hints.slice(0, hintsShown)} total={exercise.hints.length} />
      <p role="status" className="govuk-visually-hidden">
        {toAttemptAnnouncement({ doing, shown, engine: engineStatus })}
      </p>
      <Outcome shown={shown} engine={engineStatus} {...toOutcome}>
        {shown && <QueryVerdict shown={shown} {...toOutcome} />}
      </Outcome>
    </div>
  );
}

interface QueryVerdictProps {
  readonly shown: ShownRun<JudgedQuery>;
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
}

/** The verdict, or why the engine could not read the query, unless the run itself says so. */
function QueryVerdict({ shown, fileName, onGoTo }: QueryVerdictProps): ReactNode {
  const { text, outcome, judged } = shown;
  if (!judged) return null;
  if (judged.verdict.kind !== 'does-not-run') return <VerdictPanel judged={judged} fileName={fileName} />;
  if (outcome?.status === 'error') return null;
  return <Problem error={judged.verdict.error} text={text} onGoTo={onGoTo} />;
}
