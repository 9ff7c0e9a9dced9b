import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import { AnswerEditor } from '../editor/AnswerEditor.tsx';
import type { EditorHandle } from '../editor/editor-props.ts';
import { useEditorChoice } from '../editor/use-editor-choice.ts';
import { EngineLine } from '../query/EngineLine.tsx';
import { Outcome } from '../exercise/Outcome.tsx';
import { toAnnouncement } from '../exercise/result-words.ts';
import { useEngineStatus } from '../query/use-engine-status.ts';
import type { ExploreDataset } from './explore-dataset.ts';
import { findNamedDatasets } from './find-datasets.ts';
import type { QueryRun } from './use-query-run.ts';
import type { WorkspaceHandle } from './use-workspace.ts';

interface Props {
  readonly engine: Engine;
  readonly workspace: WorkspaceHandle;
  readonly tables: readonly TableDescriptor[];
  readonly datasets: readonly ExploreDataset[];
  readonly queryRun: QueryRun;
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

  const busy = doing !== 'nothing';
  const run = () =>
    queryRun.run(
      work.text,
      tables.flatMap((table) => table.columns.map(({ name }) => name)),
    );
  const current = shown?.text === work.text;
  const error = shown?.outcome?.status === 'error' ? shown.outcome.error : undefined;
  const problem = current && error?.place ? { place: error.place, message: error.message } : undefined;
  const missing = current && error ? findNamedDatasets(work.text, datasets, work.datasets) : [];

  return (
    <section className="app-explore__part app-exercise" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`}>
        Ask
      </h2>
      <WorkspaceNotes workspace={workspace} />
      <AnswerEditor
        id={`${id}editor`}
        label="Your query"
        text={work.text}
        revision={workspace.revision}
        readOnly={!ready}
        tables={tables}
        problem={problem}
        handle={editor}
        onChange={workspace.type}
        onRun={run}
        choice={choice}
        onChoose={choose}
      />
      <div className="app-buttons">
        <button
          type="button"
          ref={runButton}
          className="govuk-button"
          disabled={!ready}
          aria-disabled={busy || undefined}
          onClick={busy ? undefined : run}
        >
          Run
        </button>
      </div>
      <EngineLine
        status={status}
        doing={doing}
        onStop={() => {
          engine.stop();
          runButton.current?.focus();
        }}
        onRetry={() => {
          runButton.current?.focus();
          if (shown?.failure) run();
          else void engine.start();
        }}
      />
      <p role="status" className="govuk-visually-hidden">
        {toAnnouncement({ doing, shown, engine: status })}
      </p>
      {missing.map((dataset) => (
        <div key={dataset.id} className="app-notice app-notice--info">
          <p>
            Your query names a table of “{dataset.title}”, which is not picked.{' '}
            <button
              type="button"
              className="app-link-button"
              onClick={() => {
                workspace.pick([...work.datasets, dataset.id]);
                runButton.current?.focus();
              }}
            >
              Pick it
            </button>
          </p>
        </div>
      ))}
      {shown && !(shown.failure && status.state === 'failed') && (
        <Outcome
          shown={shown}
          fileName="query-result"
          onGoTo={current ? (place) => editor.current?.focus(place) : undefined}
        />
      )}
    </section>
  );
}

/** What a person should know of the text in the editor before they go on. */
function WorkspaceNotes({ workspace }: { readonly workspace: WorkspaceHandle }): ReactNode {
  const { ready, saving, shared, linkProblem, aside, swap } = workspace;
  return (
    <>
      {shared && (
        <div className="app-notice app-notice--warn" role="status">
          <p>Someone shared this query. Read it before you run it.</p>
        </div>
      )}
      {linkProblem && <p className="app-notice app-notice--bad">{linkProblem}</p>}
      {ready && !saving && (
        <p className="app-notice app-notice--warn">
          Your browser does not keep this query: it is gone when you close or reload this page. Copy it if you
          need it.
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
