import { useEffect, useRef, useState } from 'react';
import { loadWorkspace, saveWorkspace } from '#src/explore/browser/explore-store.ts';
import type { Keeping } from '#src/progress/browser/kept-text.ts';
import { parseShareLink } from '#src/explore/share-link.ts';
import type { StoredWork, Workspace } from '#src/explore/stored-schemas.ts';

/** The query in the editor with its datasets, kept in this browser at every change. */
export interface WorkspaceHandle {
  readonly work: StoredWork;
  /** What the work in the editor took the place of; null when there was nothing. */
  readonly aside: StoredWork | null;
  /** False in the page as the server made it, until what is stored has been read. */
  readonly ready: boolean;
  /** How well the browser keeps the work. */
  readonly keeping: Keeping;
  /** Counts the texts that did not come from typing. */
  readonly revision: number;
  /** Whether the text came from somebody's link and has not been touched. */
  readonly shared: boolean;
  /** Why the link that was opened holds no query. */
  readonly linkProblem: string | undefined;
  readonly type: (text: string) => void;
  readonly pick: (datasets: readonly string[]) => void;
  /** Puts other work into the editor; what was there is set aside. */
  readonly open: (work: StoredWork) => void;
  /** Puts a prepared query in the place of one that nobody has changed. */
  readonly begin: (work: StoredWork) => void;
  /** Changes places with what was set aside. */
  readonly swap: () => void;
}

const empty: Workspace = { current: { text: '', datasets: [] }, aside: null };

/**
 * @param datasetIds - Those that there are: links and stored work may name others.
 * @param toAskedWork - The work that a link to a prepared question asks for, where there is such a question.
 */
export function useWorkspace(
  datasetIds: readonly string[],
  toAskedWork: (hash: string) => StoredWork | undefined,
): WorkspaceHandle {
  const [workspace, setWorkspace] = useState(empty);
  const [ready, setReady] = useState(false);
  const [keeping, setKeeping] = useState<Keeping>('browser');
  const [revision, setRevision] = useState(0);
  const [shared, setShared] = useState(false);
  const [linkProblem, setLinkProblem] = useState<string>();
  // What the page holds now: the state may be a keystroke behind.
  const latest = useRef(empty);

  const keep = (next: Workspace) => {
    latest.current = next;
    setWorkspace(next);
    setKeeping(saveWorkspace(next));
  };
  const replace = (work: StoredWork) => {
    const { current, aside } = latest.current;
    const isNew = current.text.trim() !== '' && current.text !== work.text;
    keep({ current: work, aside: isNew ? current : aside });
    setRevision((count) => count + 1);
  };

  const takeLink = () => {
    const asked = toAskedWork(location.hash);
    const link = parseShareLink(location.hash);
    if (!asked && link.kind === 'none') return;
    // Left in the address, a reload would bring the link's text back over what was typed since.
    history.replaceState(history.state, '', location.pathname + location.search);
    setLinkProblem(link.kind === 'broken' ? link.message : undefined);
    if (asked) replace(asked);
    if (link.kind !== 'query') return setShared(false);
    const known = link.work.datasets.filter((id) => datasetIds.includes(id));
    if (known.length < link.work.datasets.length) {
      setLinkProblem('The link names a dataset that is not here. The query may not run without it.');
    }
    replace({ text: link.work.text, datasets: known });
    setShared(true);
  };

  useEffect(() => {
    const stored = loadWorkspace() ?? empty;
    keep({
      ...stored,
      current: {
        ...stored.current,
        datasets: stored.current.datasets.filter((id) => datasetIds.includes(id)),
      },
    });
    setRevision((count) => count + 1);
    takeLink();
    setReady(true);
    window.addEventListener('hashchange', takeLink);
    return () => window.removeEventListener('hashchange', takeLink);
    // Once: what is stored must not come over what is typed.
  }, []);

  return {
    work: workspace.current,
    aside: workspace.aside,
    ready,
    keeping,
    revision,
    shared,
    linkProblem,
    type(text) {
      const { current } = latest.current;
      if (text === current.text) return;
      keep({ ...latest.current, current: { ...current, text } });
      setShared(false);
    },
    pick(datasets) {
      keep({ ...latest.current, current: { ...latest.current.current, datasets: [...datasets] } });
    },
    open(work) {
      replace({ ...work, datasets: work.datasets.filter((id) => datasetIds.includes(id)) });
      setShared(false);
    },
    begin(work) {
      keep({ ...latest.current, current: work });
      setRevision((count) => count + 1);
      setShared(false);
    },
    swap() {
      const { current, aside } = latest.current;
      if (aside === null) return;
      keep({ current: aside, aside: current });
      setRevision((count) => count + 1);
      setShared(false);
    },
  };
}
