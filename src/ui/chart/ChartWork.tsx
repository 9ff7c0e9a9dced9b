import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ChartFaults, ChartSpec } from '#src/charts/chart-spec.ts';
import { toColumnNotes } from '#src/charts/column-notes.ts';
import { parseSpecText, toSpecText } from '#src/charts/spec-text.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { pageTables } from '../site/page-tables.ts';
import { ChartControls, Choice } from './ChartControls.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { addChartStyles } from './chart-styles.ts';
import { useChartColumns, useChartData } from './use-chart.ts';

interface Props {
  readonly id: string;
  readonly table: ResultTable;
  readonly query: string;
  /** Names of the tables that the query reads. */
  readonly tables: readonly string[];
  /** The chart as lines of text. */
  readonly text: string;
  /** What is wrong on purpose and can be set. */
  readonly offered: readonly (keyof ChartFaults)[];
  readonly onChange: (text: string) => void;
}

const blank: ChartSpec = { mark: 'bar', sort: 'table', aggregate: 'none', title: '' };

/** A chart to make or to mend: its controls, and what they make. */
export function ChartWork({ id, table, query, tables, text, offered, onChange }: Props): ReactNode {
  addChartStyles();
  const notes = useMemo(() => toColumnNotes(query, pageTables(tables)), [query, tables]);
  const columns = useChartColumns(table, notes);
  const spec = useMemo(() => parseSpecText(text) ?? blank, [text]);
  const drawable = useChartData(spec, table, columns);
  const set = (next: ChartSpec) => onChange(toSpecText(next));
  return (
    <div className="app-chart">
      <ChartControls id={id} spec={spec} table={table} columns={columns} isExercise onChange={set}>
        <FaultChoices
          id={id}
          spec={spec}
          names={columns.map(({ name }) => name)}
          offered={offered}
          onChange={set}
        />
      </ChartControls>
      {drawable === undefined || drawable === 'waiting' ? (
        <p className="app-chart__why">Getting the map ready…</p>
      ) : drawable.ok ? (
        <ChartFigure spec={spec} data={drawable.data} words={drawable.words} sources={[]} />
      ) : (
        <p className="app-chart__why" role="status">
          {drawable.why}
        </p>
      )}
    </div>
  );
}

interface FaultProps extends Pick<Props, 'id' | 'offered'> {
  readonly spec: ChartSpec;
  readonly names: readonly string[];
  readonly onChange: (spec: ChartSpec) => void;
}

/** What a misleading chart can be mended by. */
function FaultChoices({ id, spec, names, offered, onChange }: FaultProps): ReactNode {
  const { faults = {}, ...rest } = spec;
  const set = (change: { readonly [F in keyof ChartFaults]?: ChartFaults[F] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...faults, ...change }).filter(([, value]) => value !== undefined),
    ) as ChartFaults;
    onChange({ ...rest, ...(Object.keys(next).length > 0 && { faults: next }) });
  };
  const yesOrNo = (name: 'cutAxis' | 'mixedColours', label: string, wrong: string, right: string) =>
    offered.includes(name) && (
      <Choice
        id={`${id}${name}`}
        label={label}
        value={faults[name] ? 'yes' : ''}
        options={[
          { value: 'yes', words: wrong },
          { value: '', words: right },
        ]}
        onChoose={(value) => set({ [name]: value === 'yes' ? true : undefined })}
      />
    );
  return (
    <>
      {yesOrNo('cutAxis', 'Axis of values begins', 'Near the smallest', 'Where it should')}
      {yesOrNo('mixedColours', 'Shades stand', 'In no order', 'From pale to full')}
      {offered.includes('second') && (
        <Choice
          id={`${id}second`}
          label="Second axis"
          value={faults.second ?? ''}
          options={[{ value: '', words: '(none)' }, ...names.map((name) => ({ value: name, words: name }))]}
          onChoose={(name) => set({ second: name === '' ? undefined : name })}
        />
      )}
    </>
  );
}
