import { useState } from 'react';
import type { ReactNode } from 'react';
import { toConversion } from '#src/explore/add-repair.ts';
import type { Repair } from '#src/explore/add-repair.ts';
import type { ColumnProfile } from '#src/explore/profile/profile-table.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import { RichText } from '../text/RichText.tsx';
import { typeWords } from '#src/words/type-words.ts';
import { OwnFileReading } from './OwnFileReading.tsx';
import type { OwnFilesHandle, OwnTableShown } from './use-own-files.ts';

interface Props {
  readonly table: OwnTableShown;
  readonly files: OwnFilesHandle;
}

/** How many things in a file look wrong, as its summary says it. */
export function toFaultCount({ profile }: OwnTableShown): number {
  return profile.columns.reduce((sum, { faults }) => sum + faults.length, profile.faults.length);
}

/** What must be seen of a file before it is used: how it was read, and that it may hold personal data. */
export function FileNotices({ table, files }: Props): ReactNode {
  const { notes, profile } = table;
  const personal = profile.columns.filter((column) => column.personal !== undefined);
  return (
    <>
      {personal.length > 0 && (
        <div className="app-notice app-notice--warn">
          <p className="app-notice__title">This file may hold personal data</p>
          <p>
            {personal.map(({ name, personal: what }) => `${name} (${what})`).join(', ')}. The file stays in
            your browser. Check that you may use it for this, and take care where results go.
          </p>
        </div>
      )}
      <Sentences sentences={notes} />
      <OwnFileReading table={table} files={files} />
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface ProfileProps {
  readonly table: OwnTableShown;
  /** Puts a conversion that mends a column into the query. */
  readonly onRepair: (repair: Repair) => void;
}

/** What is in a person's own file, column by column, and what looks wrong in it. */
export function OwnTableProfile({ table, onRepair }: ProfileProps): ReactNode {
  const { profile } = table;
  return (
    <>
      <Sentences sentences={profile.faults} />
      <p>{keyWords(profile.keys)}</p>
      <div className="app-scroll" role="group" aria-label={`Columns of ${table.name}`} tabIndex={0}>
        <table className="govuk-table app-profile">
          <caption className="govuk-table__caption govuk-visually-hidden">Columns of {table.name}</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <Header>Column</Header>
              <Header>Type</Header>
              <Header isNumber>Missing</Header>
              <Header isNumber>Different values</Header>
              <Header>Smallest to largest</Header>
              <Header>Look at</Header>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {profile.columns.map((column) => (
              <ProfileRow
                key={column.name}
                column={column}
                rowCount={profile.rowCount}
                onRepair={(conversion) => onRepair({ table: table.name, column: column.name, conversion })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Header({ children, isNumber = false }: { readonly children: string; readonly isNumber?: boolean }) {
  return (
    <th scope="col" className={`govuk-table__header${isNumber ? ' govuk-table__header--numeric' : ''}`}>
      {children}
    </th>
  );
}

interface RowProps {
  readonly column: ColumnProfile;
  readonly rowCount: number;
  readonly onRepair: (conversion: string) => void;
}

function ProfileRow({ column, rowCount, onRepair }: RowProps) {
  const { name, heading, type, missing, distinct, smallest, largest, faults } = column;
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <code>{name}</code>
        {heading !== '' && heading !== name && <span className="app-profile__heading">{heading}</span>}
      </th>
      <td className="govuk-table__cell">{typeWords(type)}</td>
      <td className="govuk-table__cell govuk-table__cell--numeric">
        {numberWords(missing)}
        {missing > 0 && <span className="app-profile__heading">{shareWords(missing, rowCount)}</span>}
      </td>
      <td className="govuk-table__cell govuk-table__cell--numeric">{numberWords(distinct)}</td>
      <td className="govuk-table__cell app-profile__values">
        {smallest === null ? 'No values' : smallest === largest ? smallest : `${smallest} to ${largest}`}
      </td>
      <td className="govuk-table__cell app-profile__faults">
        {faults.length === 0
          ? 'Nothing found'
          : faults.map((fault) => <Fault key={fault} sentence={fault} column={name} onRepair={onRepair} />)}
      </td>
    </tr>
  );
}

interface FaultProps {
  readonly sentence: string;
  readonly column: string;
  readonly onRepair: (conversion: string) => void;
}

/** What looks wrong with a column, and the way to mend it where there is one. */
function Fault({ sentence, column, onRepair }: FaultProps) {
  const [isAdded, setIsAdded] = useState(false);
  const conversion = toConversion(sentence);
  return (
    <>
      <p>
        <RichText text={sentence} />
      </p>
      {conversion !== undefined && (
        <p>
          <button
            type="button"
            className="app-link-button"
            onClick={() => {
              onRepair(conversion);
              setIsAdded(true);
            }}
          >
            Add the repair<span className="govuk-visually-hidden"> of {column} to the query</span>
          </button>{' '}
          <span role="status">{isAdded && 'It is in your query.'}</span>
        </p>
      )}
    </>
  );
}

function keyWords(keys: readonly (readonly string[])[]): ReactNode {
  if (keys.length === 0) return 'No column, and no pair that was tried, tells every row from the others.';
  const listed = keys.map((columns) => columns.join(' with '));
  return `Likely key: ${listed.join(', or ')}. Each row has its own ${keys.some(({ length }) => length > 1) ? 'values' : 'value'} there, so it suits a join.`;
}
