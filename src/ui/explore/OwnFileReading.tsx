import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { FoundTable } from '#src/explore/own-table.ts';
import { countWords } from '#src/words/count-words.ts';
import type { OwnFilesHandle, OwnTableShown } from './use-own-files.ts';

interface Props {
  readonly table: OwnTableShown;
  readonly files: OwnFilesHandle;
}

/** How a person's file was read: every change with the way to undo it, the file's own notes, and its other tables. */
export function OwnFileReading({ table, files }: Props): ReactNode {
  const { remarks, tables, source } = table;
  const others = tables.filter(({ id }) => id !== source.choice.table);
  return (
    <div className="app-reading">
      <Changes table={table} files={files} />
      {remarks.length > 0 && (
        <details className="app-reading__part">
          <summary className="app-reading__summary">{countWords(remarks.length, 'note')} in the file</summary>
          <ul className="govuk-list govuk-list--bullet">
            {remarks.slice(0, mostRemarks).map((remark, index) => (
              <li key={index}>{remark}</li>
            ))}
          </ul>
          {remarks.length > mostRemarks && (
            <p>And {countWords(remarks.length - mostRemarks, 'more note')}.</p>
          )}
        </details>
      )}
      {others.length > 0 && (
        <details className="app-reading__part">
          <summary className="app-reading__summary">
            {countWords(others.length, 'other table')} in the file
          </summary>
          {others.map((other) => (
            <OtherTable key={other.id} other={other} onUse={() => files.addPart(table, other.id)} />
          ))}
        </details>
      )}
    </div>
  );
}

const mostRemarks = 50;

function Changes({ table, files }: Props): ReactNode {
  const summary = useRef<HTMLElement>(null);
  const { steps, undone } = table;
  if (steps.length === 0 && undone.length === 0) return null;
  // The button that was pressed goes away with what it undid.
  const settle = () => summary.current?.focus();
  const counts = [
    ...(steps.length > 0 ? [countWords(steps.length, 'change')] : []),
    ...(undone.length > 0 ? [`${undone.length} undone`] : []),
  ];
  return (
    <details className="app-reading__part">
      <summary className="app-reading__summary" ref={summary}>
        How we read it: {counts.join(', ')}
      </summary>
      <ul className="govuk-list app-reading__steps">
        {steps.map((step) => (
          <li key={step.id}>
            <p>{step.sentence}</p>
            {step.undo !== undefined && (
              <button
                type="button"
                className="app-link-button"
                onClick={() => {
                  files.leaveOff(table, step);
                  settle();
                }}
              >
                {step.undo}
              </button>
            )}
          </li>
        ))}
        {undone.map((step) => (
          <li key={`undone ${step.id}`}>
            <p>You chose: {step.undo}.</p>
            <button
              type="button"
              className="app-link-button"
              onClick={() => {
                files.takeBack(table, step);
                settle();
              }}
            >
              Change back <span className="govuk-visually-hidden">({step.undo})</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A look at a table of the file before it is used. */
function OtherTable({ other, onUse }: { readonly other: FoundTable; readonly onUse: () => void }): ReactNode {
  const [headings = [], ...rows] = other.look;
  return (
    <div className="app-reading__other">
      <div className="app-scroll" role="group" aria-label={`First rows of ${other.name}`} tabIndex={0}>
        <table className="govuk-table app-reading__look">
          <caption className="govuk-table__caption">
            {other.name}
            {other.rowCount !== undefined && `, ${countWords(other.rowCount, 'row')}`}
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {headings.map((heading, index) => (
                <th key={index} scope="col" className="govuk-table__header">
                  {heading === '' ? `Column ${index + 1}` : heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {rows.map((row, index) => (
              <tr key={index} className="govuk-table__row">
                {headings.map((_heading, column) => (
                  <td key={column} className="govuk-table__cell">
                    {row[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="app-link-button" onClick={onUse}>
        Use this table too <span className="govuk-visually-hidden">({other.name})</span>
      </button>
    </div>
  );
}
