import type { ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FigureInput } from '#src/ui/exercise/FigureInput.tsx';
import { OptionList } from '#src/ui/exercise/OptionList.tsx';
import { PlainPanel, type PanelProps } from '#src/ui/exercise/PlainPanel.tsx';
import { DataTable } from '#src/ui/query/DataTable.tsx';
import { toLetter } from '../../letters.ts';
import type { PanelOutline } from '../../exercise-base.ts';
import type { PredictOutline } from '../outline.ts';

/** An exercise to answer by saying what a query gives: one of several results, or the value of one cell. */
export function PredictPanel(props: PanelProps<PanelOutline<PredictOutline>>): ReactNode {
  const { query, options, cell } = props.exercise;
  return (
    <>
      <pre className="app-code" tabIndex={0}>
        <code>{query.trim()}</code>
      </pre>
      <PlainPanel {...props} loadJudging={loadJudging}>
        {(input) =>
          options ? (
            <OptionList
              {...input}
              legend="Pick the result that the query gives"
              several={false}
              options={options.map(({ columns, rows }, index) => {
                const name = `Result ${toLetter(index).toUpperCase()}`;
                return {
                  label: name,
                  detail: (
                    <DataTable caption={<HiddenText>{name}</HiddenText>} columns={columns} rows={rows} />
                  ),
                };
              })}
            />
          ) : (
            <FigureInput
              {...input}
              inputMode="text"
              label={
                <>
                  Row {cell?.row}, column <code>{cell?.column}</code>
                </>
              }
            />
          )
        }
      </PlainPanel>
    </>
  );
}

/** For screen readers alone: the label above says it to everybody else. */
function HiddenText({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="govuk-visually-hidden">{children}</span>;
}

const loadJudging = createPart(async () => {
  const [{ predictKeySchema }, { judgePrediction }] = await Promise.all([
    import('../key-schema.ts'),
    import('../judge.ts'),
  ]);
  return { answerKeySchema: predictKeySchema, judge: judgePrediction };
});
