import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Engine } from '#src/engine/engine.ts';
import type { PreparedQuestion } from '#src/explore/prepared.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { ActionButton } from '../query/ActionButton.tsx';
import { DataTable } from '../query/DataTable.tsx';
import { EngineLine } from '../query/EngineLine.tsx';
import { Outcome } from '../query/Outcome.tsx';
import { pageEngine, savesData } from '../run/page-engine.ts';
import { rowCountWords, toRunAnnouncement } from '../query/run-words.ts';
import { useEngineStatus } from '../run/use-engine-status.ts';
import { queryRunner } from '../run/query-runner.ts';
import type { TextRunner } from '../run/text-runner.ts';
import { useRun } from '../run/use-run.ts';
import { ExampleEditor } from './ExampleEditor.tsx';
import { WordChoice } from './WordChoice.tsx';

export interface ExampleProps {
  /** What the query asks, for the editor's name. */
  readonly title: string;
  readonly query: string;
  /** What it gives, prepared at build; left out where the text around it says so. */
  readonly answer?: ResultTable | undefined;
  readonly change?: PreparedQuestion['change'];
  /** Ids of those whose tables the query may use. */
  readonly datasets: readonly string[];
  readonly language?: CodeLanguage;
  /** How its text is run: as a query, unless another way is given. */
  readonly createRunner?: (engine: Engine) => TextRunner;
  /** The editor stands there from the start, rather than after "Try it". */
  readonly isOpen?: boolean;
}

/**
 * A query to run and to change, with its answer as text before anything is loaded. Nothing of it is counted or kept. The
 * engine comes when somebody runs it or is about to.
 */
export function RunnableExample(props: ExampleProps): ReactNode {
  const { title, query, answer, change, isOpen = false } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(isOpen);
  const example = useExample(props);
  const { box, text, kind, setText, write, warm, runNow } = example;
  const { doing, shown } = example.queryRun;

  return (
    <div className="app-example-box">
      {open ? (
        <ExampleEditor
          id={`${id}editor`}
          label={`${kind === 'query' ? 'Query' : 'Pipeline'}: ${title}`}
          text={text}
          box={box}
          isFocused={!isOpen}
          onFocus={warm}
          onChange={setText}
          onRun={() => runNow()}
        />
      ) : (
        <pre className="app-code">
          <code>{query}</code>
        </pre>
      )}
      <div
        className="app-buttons app-example-box__buttons"
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && warm()}
      >
        <ActionButton
          enabled
          waiting={doing !== 'nothing'}
          button={button}
          className={isOpen ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
          onUse={() => {
            setOpen(true);
            runNow();
          }}
        >
          {open ? 'Run' : 'Try it'}
          {!open && <span className="govuk-visually-hidden">: {title}</span>}
        </ActionButton>
        {open && text !== query && (
          <ActionButton
            enabled
            className="app-link-button"
            onUse={() => {
              write(query);
              // This button goes away.
              box.current?.focus();
            }}
          >
            Put it back
          </ActionButton>
        )}
        {change && (
          <WordChoice
            change={change}
            text={text}
            onChoose={(next) => {
              setOpen(true);
              write(next);
              runNow(next);
            }}
          />
        )}
      </div>
      <ExampleRun {...props} example={example} button={button} />
      {!shown && answer && <Answer answer={answer} isOld={text !== query} />}
    </div>
  );
}

interface ExampleRunProps extends Pick<ExampleProps, 'language' | 'datasets'> {
  readonly example: ReturnType<typeof useExample>;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** What runs now, and what came of the last run. */
function ExampleRun({ example, language = 'sql', datasets, button }: ExampleRunProps): ReactNode {
  const { text, kind, status, runNow, queryRun } = example;
  const { doing, shown } = queryRun;
  return (
    <>
      {(doing !== 'nothing' || shown?.failure) && (
        <EngineLine
          status={status}
          doing={doing}
          onStop={() => {
            queryRun.stop();
            button.current?.focus();
          }}
          onRetry={() => {
            button.current?.focus();
            runNow();
          }}
        />
      )}
      <p role="status" className="govuk-visually-hidden">
        {toRunAnnouncement({ doing, shown, engine: status, language })}
      </p>
      <Outcome
        shown={shown}
        engine={status}
        language={language}
        fileName="example"
        onGoTo={undefined}
        datasets={datasets}
      >
        {shown && shown.text !== text && <p>For your earlier {kind}:</p>}
      </Outcome>
    </>
  );
}

/** The text in the box, and the engine that runs it. */
function useExample({
  query,
  datasets,
  language = 'sql',
  createRunner = (engine) => queryRunner(engine, []),
}: ExampleProps) {
  // The browser holds the text; the state is for what is drawn of it.
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(query);
  const [engine] = useState(() => pageEngine(datasets));
  const queryRun = useRun(createRunner(engine));
  const write = (next: string) => {
    if (box.current) box.current.value = next;
    setText(next);
  };
  // Typed before the scripts were there: see near-directive.ts.
  useLayoutEffect(() => {
    const typed = box.current?.dataset['typed'];
    if (typed !== undefined) write(typed);
  }, []);
  return {
    box,
    text,
    kind: codeWords[language].answer,
    setText,
    write,
    status: useEngineStatus(engine),
    queryRun,
    runNow: (now = box.current?.value ?? text) => queryRun.run(now),
    /** For a mouse or the focus: a finger that scrolls past asks for nothing. */
    warm() {
      if (!savesData()) void engine.start();
    },
  };
}

/** More rows than these say no more to somebody who reads on. */
const rowsShown = 5;

/** What the query gave when the site was built. */
function Answer({ answer, isOld }: { readonly answer: ResultTable; readonly isOld: boolean }): ReactNode {
  const rows = answer.rows.length > rowsShown + 3 ? answer.rows.slice(0, rowsShown) : answer.rows;
  const count = rowCountWords({ ...answer, rows });
  return (
    <DataTable
      caption={isOld ? `Before your change: ${count}` : `The answer: ${count}`}
      columns={answer.columns}
      rows={rows}
    />
  );
}
