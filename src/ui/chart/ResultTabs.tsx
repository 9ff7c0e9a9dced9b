import { useId, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import type { ResultTable } from '#src/results/result-table.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FailureNotice } from '../failure/FailureNotice.tsx';
import { toFailure, type ShownFailure } from '../failure/to-failure.ts';

/** Charts, and the library that draws them, are fetched when somebody asks for the first one. */
const loadChartView = createPart(async () => (await import('./ChartView.tsx')).ChartView);

interface ChartProps {
  readonly table: ResultTable;
  readonly text: string;
  readonly language: CodeLanguage;
  readonly datasets: readonly string[];
  readonly fileName: string;
}

interface Props extends ChartProps {
  /** The table and what belongs to it. */
  readonly children: ReactNode;
}

const names = ['table', 'chart'] as const;
type TabName = (typeof names)[number];

/** A result as a table, which stands first, and as a chart. */
export function ResultTabs({ children, ...chart }: Props): ReactNode {
  const id = useId();
  const [chosen, setChosen] = useState<TabName>('table');
  const [View, setView] = useState<ComponentType<ChartProps>>();
  const [failure, setFailure] = useState<ShownFailure>();
  const tabs = useRef<Partial<Record<TabName, HTMLButtonElement | null>>>({});

  const choose = (name: TabName) => {
    setChosen(name);
    if (name === 'table' || View) return;
    setFailure(undefined);
    loadChartView().then(
      (loaded) => setView(() => loaded),
      (cause: unknown) => {
        console.error(cause);
        setFailure(toFailure(cause));
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: 1, Home: 0, End: 0 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next =
      step === 1 ? (chosen === 'table' ? 'chart' : 'table') : event.key === 'Home' ? 'table' : 'chart';
    choose(next);
    tabs.current[next]?.focus();
  };

  return (
    <div className="app-result-tabs">
      <div
        role="tablist"
        aria-label="See the result as"
        className="app-result-tabs__list"
        onKeyDown={onKeyDown}
      >
        {names.map((name) => (
          <button
            key={name}
            ref={(button) => {
              tabs.current[name] = button;
            }}
            type="button"
            role="tab"
            id={`${id}${name}`}
            aria-selected={chosen === name}
            aria-controls={`${id}${name}panel`}
            tabIndex={chosen === name ? 0 : -1}
            className="app-result-tabs__tab"
            onClick={() => choose(name)}
          >
            {name === 'table' ? 'Table' : 'Chart'}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}tablepanel`} aria-labelledby={`${id}table`} hidden={chosen !== 'table'}>
        {children}
      </div>
      <div role="tabpanel" id={`${id}chartpanel`} aria-labelledby={`${id}chart`} hidden={chosen !== 'chart'}>
        {failure ? (
          <FailureNotice {...failure} />
        ) : View ? (
          // It stays while the table is looked at: what a person set of the chart is theirs.
          <View {...chart} />
        ) : (
          chosen === 'chart' && <p role="status">Getting the chart ready…</p>
        )}
      </div>
    </div>
  );
}
