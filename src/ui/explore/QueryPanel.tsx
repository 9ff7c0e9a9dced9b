import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import { AnswerEditor } from '../editor/AnswerEditor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { useEditorChoice } from '../editor/use-editor-choice.ts';
import { ActionButton } from '../query/ActionButton.tsx';
import { EngineLine } from '../query/EngineLine.tsx';
import { Outcome } from '../query/Outcome.tsx';
import { toRunAnnouncement } from '../query/run-words.ts';
import { toEditorProblem } from '../query/to-editor-problem.ts';
import { useEngineStatus } from '../run/use-engine-status.ts';
import type { RunHandle } from '../run/use-run.ts';
import type { ExploreDataset } from './explore-dataset.ts';
import { findNamedDatasets } from './find-datasets.ts';
import type { WorkspaceHandle } from './use-workspace.ts';

/** What every query needs, on the keys of a phone. */
const firstWords = ['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'ORDER BY', 'DESC', 'LIMIT', 'count'];

interface Props {
  readonly engine: Engine;
  readonly workspace: WorkspaceHandle;
  readonly tables: readonly TableDescriptor[];
  readonly datasets: readonly ExploreDataset[];
  readonly queryRun: RunHandle;
}

/** The query: editor, buttons and what came of running it. */
export function QueryPanel({ engine, workspace, tables, datasets, queryRun }: Props): ReactNode {
  const id = useId();
  const editor = useRef<EditorHandle>(null);
  // Stop and Try again vanish when they are used: the focus must not vanish with them.
  const runButton = useRef<HTMLButtonElement>(null);
  const [choice, choose] = useEditorChoice();
  const status = useEngineStatus(engine);
  const { work, ready } = workspace;
  const { doing, shown } = queryRun;

  const run = () => queryRun.run(work.text);
  const current = shown?.text === work.text;
  const failed = current && shown.outcome?.status === 'error';
  const missing = failed ? findNamedDatasets(work.text, datasets, work.datasets) : [];

  return (
    <section className="app-explore__part app-exercise" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`}>
        Ask
      </h2>
      <WorkspaceNotes workspace={workspace} />
      <AnswerEditor
        id={`${id}editor`}
        language="sql"
        label="Your query"
        text={work.text}
        revision={workspace.revision}
        readOnly={!ready}
        tables={tables}
        keys={[...firstWords, ...tables.map(({ name }) => name)]}
        problem={toEditorProblem(shown, work.text)}
        handle={editor}
        onChange={workspace.type}
        onRun={run}
        choice={choice}
        onChoose={choose}
      />
      <div className="app-buttons">
        <ActionButton
          button={runButton}
          className="govuk-button"
          enabled={ready}
          waiting={doing !== 'nothing'}
          onUse={run}
        >
          Run
        </ActionButton>
      </div>
      <EngineLine
        status={status}
        doing={doing}
        onStop={() => {
          queryRun.stop();
          runButton.current?.focus();
        }}
        onStopGone={() => runButton.current?.focus()}
        onRetry={() => {
          runButton.current?.focus();
          if (shown?.failure) run();
          else void engine.start();
        }}
      />
      <p role="status" className="govuk-visually-hidden">
        {toRunAnnouncement({ doing, shown, engine: status })}
      </p>
      {missing.map(({ id: datasetId, title }) => (
        <PickOffer
          key={datasetId}
          title={title}
          onPick={() => {
            workspace.pick([...work.datasets, datasetId]);
            runButton.current?.focus();
          }}
        />
      ))}
      <Outcome
        shown={shown}
        engine={status}
        fileName="query-result"
        datasets={work.datasets}
        onGoTo={current ? (place) => editor.current?.focus(place) : undefined}
      />
    </section>
  );
}

/** A query may fail because the table that it names is in a dataset that was not picked. */
function PickOffer({ title, onPick }: { readonly title: string; readonly onPick: () => void }): ReactNode {
  return (
    <div className="app-notice app-notice--info">
      <p>
        Your query names a table of “{title}”, which is not picked.{' '}
        <button type="button" className="app-link-button" onClick={onPick}>
          Pick it
        </button>
      </p>
    </div>
  );
}

/** What a person should know of the text in the editor before they go on. */
function WorkspaceNotes({ workspace }: { readonly workspace: WorkspaceHandle }): ReactNode {
  const { ready, keeping, shared, linkProblem, aside, swap } = workspace;
  return (
    <>
      {shared && (
        <div className="app-notice app-notice--warn" role="status">
          <p>Someone shared this query. Read it before you run it.</p>
        </div>
      )}
      {linkProblem && <p className="app-notice app-notice--bad">{linkProblem}</p>}
      {ready && keeping !== 'browser' && (
        <p className="app-notice app-notice--warn">
          Your browser does not keep this query, since its storage is full or switched off: it is gone when
          you close {keeping === 'tab' ? 'this tab' : 'or reload this page'}. Copy it if you need it.
        </p>
      )}
      {aside && (
        <p className="app-exercise__note">
          The query that was here before is kept.{' '}
          <button type="button" className="app-link-button" onClick={swap}>
            Bring it back
          </button>
        </p>
      )}
    </>
  );
}
