import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';
import type { ExploreEngine } from '../explore/explore-engine.ts';
import { useAudit } from './use-audit.ts';
import type { AuditState } from './use-audit.ts';

interface Props {
  readonly table: OwnTable;
  readonly openApart: ExploreEngine['openApart'];
  readonly version: string;
  /** True where the audit begins by itself, since the person chose the file for it. */
  readonly atOnce?: boolean;
  /** Of the heading over the audit. */
  readonly level: 2 | 3;
}

/** The button that audits a table, how far the audit is, and the audit. */
export function AuditPanel({ table, openApart, version, atOnce = false, level }: Props): ReactNode {
  const { state, start, stop, close } = useAudit(table, openApart, version);
  const title = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (atOnce) start();
    // Once for each table: the panel is made anew for another.
  }, []);
  useEffect(() => {
    if (!wasAsked.current) return;
    if (state.kind === 'done') title.current?.focus();
    if (state.kind === 'nothing' || state.kind === 'stopped') button.current?.focus();
  }, [state.kind]);
  const ask = () => {
    wasAsked.current = true;
    start();
  };

  return (
    <div className="app-audit-panel">
      <p role="status" className="govuk-visually-hidden">
        {toAuditAnnouncement(state, table.fileName)}
      </p>
      {(state.kind === 'nothing' || state.kind === 'stopped' || state.kind === 'problem') && (
        <>
          {state.kind === 'problem' && (
            <div className="app-notice app-notice--bad">
              <p className="app-notice__title">{table.fileName} was not audited</p>
              <p>{state.message}</p>
            </div>
          )}
          {state.kind === 'stopped' && <p>Stopped the audit of {table.fileName}.</p>}
          <button
            ref={button}
            type="button"
            className="govuk-button govuk-button--secondary app-audit-panel__button"
            onClick={ask}
          >
            Audit this file <span className="govuk-visually-hidden">({table.name})</span>
          </button>
        </>
      )}
      {state.kind === 'working' && (
        <div className="app-status">
          <p>Looking at every value of {table.fileName}…</p>
          <progress
            className="app-status__progress"
            aria-label={`Audit of ${table.fileName}`}
            max={1}
            value={state.share}
          />
          <button
            type="button"
            className="govuk-button govuk-button--warning app-status__button"
            onClick={() => {
              wasAsked.current = true;
              stop();
            }}
          >
            Stop the audit
          </button>
        </div>
      )}
      {state.kind === 'done' && (
        <state.part.AuditView
          audit={state.audit}
          titleRef={title}
          level={level}
          {...(atOnce ? {} : { onClose: close })}
        />
      )}
    </div>
  );
}

function toAuditAnnouncement(state: AuditState, fileName: string): string {
  switch (state.kind) {
    case 'nothing':
      return '';
    case 'working':
      return `Auditing ${fileName}.`;
    case 'done':
      return `The audit of ${fileName} is ready.`;
    case 'problem':
      return `${fileName} was not audited. ${state.message}`;
    case 'stopped':
      return `Stopped the audit of ${fileName}.`;
  }
}
