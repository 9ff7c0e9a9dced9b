import type { ReactNode } from 'react';
import { changeMark } from '#src/charts/change-mark.ts';
import type { ChartColumn } from '#src/charts/chart-columns.ts';
import {
  chartAggregates,
  aggregateWords,
  channels,
  markWords,
  orderWords,
  sortOrders,
  type Aggregate,
  type Channel,
  type ChartSpec,
  type GroupOrder,
  type ChartMark,
} from '#src/charts/chart-spec.ts';
import { toPossibleMarks } from '#src/charts/possible-marks.ts';
import type { ResultTable } from '#src/results/result-table.ts';

interface Props {
  readonly id: string;
  readonly spec: ChartSpec;
  readonly table: ResultTable;
  readonly columns: readonly ChartColumn[];
  /** Whether the person is to find out what fits: every kind is offered, none brings its columns, and the title is not theirs. */
  readonly isExercise?: boolean;
  readonly onChange: (spec: ChartSpec) => void;
  readonly children?: ReactNode;
}

const channelWords: Readonly<Record<Channel, string>> = {
  x: 'Across',
  y: 'Up',
  colour: 'Colour',
  facet: 'Small multiples by',
};

/** All that a person can set of a chart. */
export function ChartControls(props: Props): ReactNode {
  const { id, spec, table, columns, isExercise = false, onChange, children } = props;
  const possible = toPossibleMarks(columns);
  const impossible = possible.filter(({ why }) => why !== undefined);
  const set = (change: Partial<Record<keyof ChartSpec, string | undefined>>) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...spec, ...change }).filter(([, value]) => value !== undefined),
      ) as unknown as ChartSpec,
    );
  return (
    <>
      <fieldset className="app-chart__controls">
        <legend>Change the chart</legend>
        <Choice
          id={`${id}mark`}
          label="Kind of chart"
          value={spec.mark}
          options={possible
            .filter(({ mark, why }) => isExercise || why === undefined || mark === spec.mark)
            .map(({ mark }) => ({ value: mark, words: markWords[mark] }))}
          onChoose={(mark) =>
            isExercise ? set({ mark }) : onChange(changeMark(spec, mark as ChartMark, table, columns))
          }
        />
        {channels.map((channel) => (
          <Choice
            key={channel}
            id={`${id}${channel}`}
            label={channelWords[channel]}
            value={spec[channel] ?? ''}
            options={[
              { value: '', words: '(none)' },
              ...columns.map(({ name }) => ({ value: name, words: name })),
            ]}
            onChoose={(name) => set({ [channel]: name === '' ? undefined : name })}
          />
        ))}
        <Choice
          id={`${id}aggregate`}
          label="Draw"
          value={spec.aggregate}
          options={chartAggregates.map((value) => ({ value, words: aggregateWords[value] }))}
          onChoose={(aggregate) => set({ aggregate: aggregate as Aggregate })}
        />
        <Choice
          id={`${id}sort`}
          label="Order of groups"
          value={spec.sort}
          options={sortOrders.map((value) => ({ value, words: orderWords[value] }))}
          onChoose={(sort) => set({ sort: sort as GroupOrder })}
        />
        {children}
        {!isExercise && (
          <div className="app-chart__control app-chart__control--wide">
            <label htmlFor={`${id}title`}>Title: say what the chart shows</label>
            <input
              id={`${id}title`}
              type="text"
              maxLength={160}
              value={spec.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          </div>
        )}
      </fieldset>
      {!isExercise && impossible.length > 0 && (
        <details className="govuk-details app-chart__take">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Kinds of chart that do not fit this table</span>
          </summary>
          <div className="govuk-details__text">
            <ul className="govuk-list govuk-list--bullet">
              {impossible.map(({ mark, why }) => (
                <li key={mark}>
                  {markWords[mark]}: {why}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ id, label, value, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <div className="app-chart__control">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
