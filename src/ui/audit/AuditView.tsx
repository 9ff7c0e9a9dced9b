import { useId } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Audit, AuditFinding, FindingExamples } from '#src/audit/audit.ts';
import {
  levelWords,
  madeWords,
  otherTableWords,
  personalAdvice,
  personalWords,
  placeHeading,
  summaryWords,
  toReportName,
} from '#src/audit/report/audit-words.ts';
import { toAuditCsv } from '#src/audit/report/to-audit-csv.ts';
import { toAuditHtml } from '#src/audit/report/to-audit-html.ts';
import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { offerFile } from '../query/browser-files.ts';
import { AuditColumns } from './AuditColumns.tsx';

interface Props {
  readonly audit: Audit;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  readonly level: 2 | 3;
  /** Left out where the audit is what the page is for. */
  readonly onClose?: () => void;
}

/** An audit: personal data before all else, then faults with their rows, the six dimensions and the report to keep. */
export function AuditView({ audit, titleRef, level, onClose }: Props): ReactNode {
  const { file, table, findings, dimensions, checked, limits } = audit;
  const id = useId();
  const Title = `h${level}` as const;
  const Part = `h${level + 1}` as 'h3' | 'h4';
  return (
    <section className="app-audit" aria-labelledby={id}>
      <Title className="govuk-heading-m" id={id} ref={titleRef} tabIndex={-1}>
        Audit of {file.name}
      </Title>
      <p>
        {table.name}: {countWords(table.rowCount, 'row')}, {countWords(table.columnCount, 'column')}. Made on{' '}
        {madeWords(audit)}.
      </p>
      {otherTableWords(audit).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <PersonalNotice audit={audit} Part={Part} />
      <p className="app-audit__actions">
        <SaveButton audit={audit} ending="html" label="Save the report as a page" />
        <SaveButton audit={audit} ending="csv" label="Save the findings as CSV" />
        {onClose && (
          <button type="button" className="app-link-button" onClick={onClose}>
            Close the audit
          </button>
        )}
      </p>
      <Part className="govuk-heading-s">Likely faults</Part>
      <p>{summaryWords(audit)}</p>
      {findings.length > 0 && (
        <ul className="app-audit__findings">
          {findings.map((finding, index) => (
            <li key={index}>
              <Finding audit={audit} finding={finding} />
            </li>
          ))}
        </ul>
      )}
      <Part className="govuk-heading-s">The six dimensions of data quality</Part>
      <dl className="app-audit__dimensions">
        {dimensions.map(({ name, question, measured, cannotTell }) => (
          <div key={name}>
            <dt>
              {name} <span className="app-audit__muted">{question}</span>
            </dt>
            {measured.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
            <dd className="app-audit__muted">Cannot be told from the file: {cannotTell}</dd>
          </div>
        ))}
      </dl>
      <Part className="govuk-heading-s">Columns</Part>
      <AuditColumns audit={audit} />
      <Folded title="How it was read" sentences={audit.reading} />
      <Folded title="Notes in the file" sentences={audit.remarks.slice(0, 50)} />
      <Folded title="What was looked for" sentences={checked} />
      <Folded title="Limits of this audit" sentences={limits} />
    </section>
  );
}

function PersonalNotice({ audit, Part }: { readonly audit: Audit; readonly Part: 'h3' | 'h4' }) {
  const { personal } = audit;
  if (personal.length === 0)
    return <p>No personal data were recognised. That is no proof that there are none.</p>;
  return (
    <div className="app-notice app-notice--bad app-audit__stop">
      <Part className="app-notice__title">Stop: this file may hold personal data</Part>
      <ul className="govuk-list govuk-list--bullet">
        {personal.map((each) => (
          <li key={`${each.column} ${each.what}`}>{personalWords(each, audit)}</li>
        ))}
      </ul>
      {personalAdvice.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

interface SaveProps {
  readonly audit: Audit;
  readonly ending: 'html' | 'csv';
  readonly label: string;
}

function SaveButton({ audit, ending, label }: SaveProps) {
  const save = () =>
    ending === 'html'
      ? offerFile(toReportName(audit, ending), 'text/html', toAuditHtml(audit))
      : offerFile(toReportName(audit, ending), 'text/csv', toAuditCsv(audit));
  return (
    <button type="button" className="govuk-button govuk-button--secondary app-audit__save" onClick={save}>
      {label}
    </button>
  );
}

/** What is doubted and why, with the first of its rows folded under it. */
function Finding({ audit, finding }: { readonly audit: Audit; readonly finding: AuditFinding }) {
  const { title, column, level, says, advice, examples, dimension } = finding;
  return (
    <>
      <p className="app-audit__finding">
        <strong>
          {title}
          {column !== undefined && ` in “${column}”`}
        </strong>{' '}
        <span className={`app-audit__level app-audit__level--${level}`}>{levelWords(level)}</span>{' '}
        <span className="app-audit__muted">{dimension}</span>
      </p>
      <p>
        {says} {advice}
      </p>
      {examples && examples.rows.length > 0 && <Examples audit={audit} examples={examples} title={title} />}
    </>
  );
}

interface ExamplesProps {
  readonly audit: Audit;
  readonly examples: FindingExamples;
  readonly title: string;
}

function Examples({ audit, examples: { headings, rows }, title }: ExamplesProps) {
  const hasNotes = rows.some(({ note }) => note !== undefined);
  return (
    <div className="app-scroll" role="group" aria-label={`Rows: ${title}`} tabIndex={0}>
      <table className="govuk-table app-audit__rows">
        <caption className="govuk-table__caption govuk-visually-hidden">The first rows: {title}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {[placeHeading(audit), ...headings, ...(hasNotes ? ['Note'] : [])].map((heading, index) => (
              <th key={index} scope="col" className="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ place, cells, marked, note }) => (
            <tr key={place} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {numberWords(place)}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="govuk-table__cell">
                  {marked.includes(index) ? <mark>{cell === '' ? 'empty' : cell}</mark> : cell}
                </td>
              ))}
              {hasNotes && <td className="govuk-table__cell">{note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Folded({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details className="app-reading__part">
      <summary className="app-reading__summary">{title}</summary>
      <ul className="govuk-list govuk-list--bullet">
        {sentences.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
