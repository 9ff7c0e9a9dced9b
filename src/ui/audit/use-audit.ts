import { useEffect, useRef, useState } from 'react';
import type { Audit } from '#src/audit/audit.ts';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { createPart } from '#src/engine/browser/create-part.ts';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import type { ExploreEngine } from '../explore/explore-engine.ts';

const loadAudit = createPart(() => import('./audit-part.ts'));
type AuditPart = Awaited<ReturnType<typeof loadAudit>>;

/** How far the audit of a table is. */
export type AuditState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'done'; readonly audit: Audit; readonly part: AuditPart }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'stopped' };

export interface AuditHandle {
  readonly state: AuditState;
  readonly start: () => void;
  readonly stop: () => void;
  readonly close: () => void;
}

/** The audit of one table. It ends with the page part that asked for it. */
export function useAudit(
  table: OwnTable,
  openApart: ExploreEngine['openApart'],
  version: string,
): AuditHandle {
  const [state, setState] = useState<AuditState>({ kind: 'nothing' });
  const working = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => working.current?.abort(), []);

  const run = async () => {
    working.current?.abort();
    const controller = new AbortController();
    working.current = controller;
    const show = (next: AuditState) => {
      if (working.current === controller) setState(next);
    };
    show({ kind: 'working', share: 0 });
    try {
      const part = await loadAudit();
      const onProgress = (share: number) => show({ kind: 'working', share });
      const { signal } = controller;
      const audit = await part.auditOwnTable({ table, openApart, version, onProgress, signal });
      show({ kind: 'done', audit, part });
    } catch (cause) {
      if (controller.signal.aborted) return show({ kind: 'stopped' });
      const isKnown = cause instanceof FileProblem || cause instanceof ArrivalError;
      if (!isKnown) console.error(cause);
      const message = isKnown
        ? cause.message
        : 'Something went wrong on our side during the audit. Your table is as it was. Try again.';
      show({ kind: 'problem', message });
    }
  };

  return {
    state,
    start: () => void run(),
    stop: () => working.current?.abort(),
    close: () => setState({ kind: 'nothing' }),
  };
}
