import type { ReactNode } from 'react';
import type { Audit } from '#src/audit/audit.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import { barWidth } from '../datasets/bar-width.ts';

/** What each column holds, with a bar of how full it is. */
export function AuditColumns({ audit: { columns, table } }: { readonly audit: Audit }): ReactNode {
  return (
    <div className="app-scroll" role="group" aria-label="Columns of the table" tabIndex={0}>
      <table className="govuk-table app-audit__columns">
        <caption className="govuk-table__caption govuk-visually-hidden">How full each column is</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Column
            </th>
            <th scope="col" className="govuk-table__header">
              Filled
            </th>
            <th scope="col" className="govuk-table__header">
              Type
            </th>
            <th scope="col" className="govuk-table__header govuk-table__header--numeric">
              Different values
            </th>
            <th scope="col" className="govuk-table__header">
              From least to most
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {columns.map(({ heading, type, filled, distinct, range }, index) => (
            <tr key={index} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {heading}
              </th>
              <td className="govuk-table__cell app-audit__filled">
                {shareWords(filled, table.rowCount)}
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect width="100" height="10" className="app-audit__track" />
                  <rect width={barWidth(filled, table.rowCount)} height="10" className="app-audit__fill" />
                </svg>
              </td>
              <td className="govuk-table__cell">{type}</td>
              <td className="govuk-table__cell govuk-table__cell--numeric">{numberWords(distinct)}</td>
              <td className="govuk-table__cell">{range}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
