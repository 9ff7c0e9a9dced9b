import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { AnswerKeyBase, OutlineBase } from '#src/exercises/exercise-base.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { AnswerEditor } from '../editor/AnswerEditor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { useEditorChoice } from '../editor/use-editor-choice.ts';
import type { ExerciseVersions } from '../progress/use-exercise-record.ts';
import { ActionButton } from '../query/ActionButton.tsx';
import { EngineLine } from '../query/EngineLine.tsx';
import { Outcome } from '../query/Outcome.tsx';
import { pageEngine, startWhenIdle } from '../run/page-engine.ts';
import { QueryProblem } from '../query/QueryProblem.tsx';
import type { ShownRun } from '../run/shown-run.ts';
import { toEditorProblem } from '../query/to-editor-problem.ts';
import { useEngineStatus } from '../run/use-engine-status.ts';
import { pageTables } from '../site/page-tables.ts';
import { toAttemptAnnouncement } from './attempt-words.ts';
import type { CodeRunner, RunnerPlace } from './code-runner.ts';
import { ExerciseButtons } from './ExerciseButtons.tsx';
import { ExerciseNotes } from './ExerciseNotes.tsx';
import { pageParts } from './loading/page-parts.ts';
import { useFirstDownload } from './loading/use-first-download.ts';
import { useAttempts } from './use-attempts.ts';
import type { JudgedAnswer } from './use-attempts.ts';
import { useExerciseWork } from './use-exercise-work.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

type CodeOutline = Pick<OutlineBase, 'id' | 'version' | 'title' | 'hints' | 'starter'>;

/** What the page gives to the panel of an exercise whose answer is code. */
export interface CodePanelProps<Outline extends CodeOutline> {
  readonly exercise: Outline;
  readonly versions: ExerciseVersions;
  /** Ids of those whose tables an answer may use; exercises of a page that name the same ones share an engine. */
  readonly datasets: readonly string[];
  /** Those that an answer may use; the page holds what is known of them. */
  readonly tableNames: readonly string[];
  /** Words that phones offer as keys, one a line: as a list they would weigh three times as much in the page. */
  readonly keys: string;
  /** Where the answer key is fetched from when it is first needed. */
  readonly keyUrl: string;
}

interface Props<Outline extends CodeOutline, Key extends AnswerKeyBase> extends CodePanelProps<Outline> {
  /** Called once. */
  readonly createRunner: (place: RunnerPlace<Outline>) => CodeRunner<Key>;
  /** What stands below once the learner may see the model answer: it was shown, or the exercise is solved. */
  readonly children?: (key: Key) => ReactNode;
}

/** An exercise to answer with code: editor, buttons, result and verdict. */
export function CodePanel<Outline extends CodeOutline, Key extends AnswerKeyBase>(
  props: Props<Outline, Key>,
): ReactNode {
  const { exercise } = props;
  const id = useId();
  const editor = useRef<EditorHandle>(null);
  // Stop and Try again vanish when they are used: the focus must not vanish with them.
  const runButton = useRef<HTMLButtonElement>(null);
  const [choice, choose] = useEditorChoice();
  const { work, engine, status, attempts, tables, language, openKey } = useCodeExercise(props);
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
    language,
    fileName: exercise.id.slice(exercise.id.lastIndexOf('/') + 1),
    onGoTo: shown?.text === answer.text ? (place: TextRange) => editor.current?.focus(place) : undefined,
  };

  return (
    <div className="app-exercise">
      <AnswerEditor
        id={`${id}editor`}
        language={language}
        label={`Your ${codeWords[language].answer} for ${exercise.title}`}
        text={answer.text}
        revision={answer.revision}
        readOnly={false}
        tables={tables}
        keys={props.keys.split('\n')}
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
        language={language}
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
        {toAttemptAnnouncement({ doing, shown, engine: status, language })}
      </p>
      <Outcome shown={shown} engine={status} datasets={props.datasets} {...toOutcome}>
        {shown && <CodeVerdict shown={shown} isStale={shown.text !== answer.text} {...toOutcome} />}
      </Outcome>
      {openKey && props.children?.(openKey)}
    </div>
  );
}

/** A person's work on the exercise, and the engine that runs and checks it. */
function useCodeExercise<Outline extends CodeOutline, Key extends AnswerKeyBase>({
  exercise,
  versions,
  datasets,
  tableNames,
  keyUrl,
  createRunner,
}: Props<Outline, Key>) {
  const [tables] = useState(() => pageTables(tableNames));
  const [engine] = useState(() => pageEngine(datasets));
  const [runner] = useState(() => createRunner({ engine, exercise, tables }));
  const status = useEngineStatus(engine);
  const [key, setKey] = useState<Key>();
  useEffect(() => {
    runner.loadAhead();
    startWhenIdle(engine);
  }, [engine, runner]);
  const loadKey = async () => {
    const [loading, schema] = await Promise.all([pageParts.loadKey(), runner.loadKeySchema()]);
    const loaded = await loading.loadKey(keyUrl, exercise, schema);
    setKey(loaded);
    return loaded;
  };
  const work = useExerciseWork({
    exercise,
    versions,
    starter: exercise.starter.trimEnd(),
    loadKey,
  });
  const attempts = useAttempts({
    runner,
    engine,
    exercise,
    tables,
    loadKey,
    onVerdict: (answer, { kind }) => work.addAttempt({ answer, verdict: kind }),
  });

  const { record } = work.saved;
  const isOpen = record !== undefined && (record.completedAt !== null || record.solutionSeen);
  const isHere = status.state === 'ready' || status.state === 'busy';
  // Of an earlier visit's work: the key came with the engine, and nobody waits for it.
  useEffect(() => {
    if (isOpen && isHere) loadKey().catch(() => undefined);
  }, [isOpen, isHere]);

  return {
    ...{ work, engine, status, attempts, tables, language: runner.language },
    openKey: isOpen ? key : undefined,
  };
}

interface CodeVerdictProps {
  readonly shown: ShownRun<JudgedAnswer>;
  readonly language: CodeLanguage;
  readonly isStale: boolean;
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
}

/** The verdict, or why the answer could not be read, unless the run itself says so. */
function CodeVerdict({ shown, language, isStale, fileName, onGoTo }: CodeVerdictProps): ReactNode {
  const { text, outcome, judged } = shown;
  if (!judged) return null;
  if (judged.verdict.kind !== 'does-not-run')
    return <VerdictPanel judged={judged} language={language} isStale={isStale} fileName={fileName} />;
  if (outcome?.status === 'error') return null;
  return <QueryProblem error={judged.verdict.error} text={text} language={language} onGoTo={onGoTo} />;
}
