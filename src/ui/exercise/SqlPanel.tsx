import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { SqlOutline } from '#src/exercises/sql/outline.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import { AnswerEditor } from '../editor/AnswerEditor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { useEditorChoice } from '../editor/use-editor-choice.ts';
import type { ExerciseVersions } from '../progress/use-exercise-record.ts';
import { ActionButton } from '../query/ActionButton.tsx';
import { EngineLine } from '../query/EngineLine.tsx';
import { Outcome } from '../query/Outcome.tsx';
import { pageEngine, startWhenIdle } from '../query/page-engine.ts';
import { QueryProblem } from '../query/QueryProblem.tsx';
import type { ShownRun } from '../query/shown-run.ts';
import { toEditorProblem } from '../query/to-editor-problem.ts';
import { useEngineStatus } from '../query/use-engine-status.ts';
import { pageTables } from '../site/page-tables.ts';
import { toAttemptAnnouncement } from './attempt-words.ts';
import { ExerciseButtons } from './ExerciseButtons.tsx';
import { ExerciseNotes } from './ExerciseNotes.tsx';
import { loadChecksWithEngine } from './loading/load-checks-with-engine.ts';
import { pageParts } from './loading/page-parts.ts';
import { useFirstDownload } from './loading/use-first-download.ts';
import { useAttempts } from './use-attempts.ts';
import type { JudgedQuery } from './use-attempts.ts';
import { useExerciseWork } from './use-exercise-work.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

interface Props {
  readonly exercise: PanelOutline<SqlOutline>;
  readonly versions: ExerciseVersions;
  /** Ids of those whose tables a query may use; exercises of a page that name the same ones share an engine. */
  readonly datasets: readonly string[];
  /** Those that a query may use; the page holds what is known of them. */
  readonly tableNames: readonly string[];
  /** Words that phones offer as keys. */
  readonly keys: readonly string[];
  /** Where the answer key is fetched from when it is first needed. */
  readonly keyUrl: string;
}

/** An exercise to answer with a query: editor, buttons, result and verdict. */
export function SqlPanel(props: Props): ReactNode {
  const { exercise } = props;
  const id = useId();
  const editor = useRef<EditorHandle>(null);
  // Stop and Try again vanish when they are used: the focus must not vanish with them.
  const runButton = useRef<HTMLButtonElement>(null);
  const [choice, choose] = useEditorChoice();
  const { work, engine, status, attempts, tables } = useSqlExercise(props);
  const firstBytes = useFirstDownload(props.datasets, status);
  const { saved, answer } = work;
  const { doing, shown } = attempts;

  const run = () => attempts.run(answer.current());
  const check = () => attempts.check(answer.current());
  const retry = () => {
    runButton.current?.focus();
    if (shown?.failure && shown.attempted === 'check') check();
    else if (shown?.failure) run();
    else void engine.start();
  };
  const button = { enabled: saved.ready, waiting: doing !== 'nothing' };
  const toOutcome = {
    fileName: exercise.id.slice(exercise.id.lastIndexOf('/') + 1),
    onGoTo: shown?.text === answer.text ? (place: TextRange) => editor.current?.focus(place) : undefined,
  };

  return (
    <div className="app-exercise">
      <AnswerEditor
        id={`${id}editor`}
        label={`Your query for ${exercise.title}`}
        text={answer.text}
        revision={answer.revision}
        readOnly={false}
        tables={tables}
        keys={props.keys}
        problem={toEditorProblem(shown, answer.text)}
        handle={editor}
        onChange={answer.type}
        onRun={run}
        choice={choice}
        onChoose={choose}
      />
      <ExerciseButtons work={work}>
        <ActionButton {...button} button={runButton} className="govuk-button" onUse={run}>
          Run
        </ActionButton>
        <ActionButton {...button} className="govuk-button govuk-button--secondary" onUse={check}>
          Check my answer
        </ActionButton>
      </ExerciseButtons>
      <EngineLine
        status={status}
        firstBytes={firstBytes}
        doing={doing}
        onStop={() => {
          attempts.stop();
          runButton.current?.focus();
        }}
        onStopGone={() => runButton.current?.focus()}
        onRetry={retry}
      />
      <ExerciseNotes
        exercise={exercise}
        work={work}
        isWrongNow={shown?.judged !== undefined && shown.judged.verdict.kind !== 'correct'}
        onStartAgain={() => {
          answer.reset();
          editor.current?.focus();
        }}
      />
      <p role="status" className="govuk-visually-hidden">
        {toAttemptAnnouncement({ doing, shown, engine: status })}
      </p>
      <Outcome shown={shown} engine={status} datasets={props.datasets} {...toOutcome}>
        {shown && <QueryVerdict shown={shown} isStale={shown.text !== answer.text} {...toOutcome} />}
      </Outcome>
    </div>
  );
}

/** A person's work on the exercise, and the engine that runs and checks it. */
function useSqlExercise({ exercise, versions, datasets, tableNames, keyUrl }: Props) {
  const [tables] = useState(() => pageTables(tableNames));
  const [engine] = useState(() => pageEngine(datasets));
  useEffect(() => {
    loadChecksWithEngine();
    startWhenIdle(engine);
  }, [engine]);
  const loadKey = async () => {
    const [loading, { sqlKeySchema }] = await Promise.all([pageParts.loadKey(), pageParts.sqlKeySchema()]);
    return loading.loadKey(keyUrl, exercise, sqlKeySchema);
  };
  const work = useExerciseWork({
    exercise,
    versions,
    starter: exercise.starter.trimEnd(),
    loadKey,
  });
  const attempts = useAttempts({
    engine,
    exercise,
    tables,
    loadKey,
    onVerdict: (answer, { kind }) => work.addAttempt({ answer, verdict: kind }),
  });
  return { work, engine, status: useEngineStatus(engine), attempts, tables };
}

interface QueryVerdictProps {
  readonly shown: ShownRun<JudgedQuery>;
  readonly isStale: boolean;
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
}

/** The verdict, or why the engine could not read the query, unless the run itself says so. */
function QueryVerdict({ shown, isStale, fileName, onGoTo }: QueryVerdictProps): ReactNode {
  const { text, outcome, judged } = shown;
  if (!judged) return null;
  if (judged.verdict.kind !== 'does-not-run')
    return <VerdictPanel judged={judged} isStale={isStale} fileName={fileName} />;
  if (outcome?.status === 'error') return null;
  return <QueryProblem error={judged.verdict.error} text={text} onGoTo={onGoTo} />;
}
