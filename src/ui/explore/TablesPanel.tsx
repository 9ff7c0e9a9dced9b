import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Repair } from '#src/explore/add-repair.ts';
import { countWords } from '#src/words/count-words.ts';
import { TableRows } from '../look/TableRows.tsx';
import { AuditPanel } from '../audit/AuditPanel.tsx';
import { ColumnList } from '../site/ColumnList.tsx';
import { siteUrl } from '../site-url.ts';
import type { ExploreDataset } from './explore-dataset.ts';
import { FileNotices, OwnTableProfile, toFaultCount } from './OwnTableProfile.tsx';
import type { ExploreEngine } from './explore-engine.ts';
import type { OwnFilesHandle, OwnTableShown } from './use-own-files.ts';

interface Props {
  readonly datasets: readonly ExploreDataset[];
  readonly files: OwnFilesHandle;
  readonly openApart: ExploreEngine['openApart'];
  /** Of this site, which an audit names. */
  readonly version: string;
  readonly onLook: (table: string) => void;
  readonly onRepair: (repair: Repair) => void;
}

/** The tables that a query can use now, each with its columns. */
export function TablesPanel(props: Props): ReactNode {
  const { datasets, files, openApart, version, onLook, onRepair } = props;
  const id = useId();
  const { tables: ownTables, remove: onRemove } = files;
  return (
    <section className="app-explore__part" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        Tables you can use
      </h2>
      {datasets.length === 0 && ownTables.length === 0 && (
        <p className="govuk-body">None yet. Pick a dataset, or choose a file of your own.</p>
      )}
      {ownTables.map((table) => (
        <div key={table.name} className="app-table">
          <details>
            <summary className="app-table__summary">
              <code>{table.name}</code> {countWords(table.profile.rowCount, 'row')}, your file{' '}
              {table.fileName}
              {toFaultCount(table) > 0 && `, ${countWords(toFaultCount(table), 'thing')} to look at`}
            </summary>
            <div className="app-table__text">
              <OwnTableProfile table={table} onRepair={onRepair} />
            </div>
          </details>
          <FileNotices table={table} files={files} />
          <AuditPanel
            key={toReading(table)}
            table={table}
            openApart={openApart}
            version={version}
            level={3}
          />
          <p className="app-table__actions">
            <LookButton name={table.name} onLook={onLook} />
            <button type="button" className="app-link-button" onClick={() => onRemove(table)}>
              Remove <span className="govuk-visually-hidden">{table.name}</span>
            </button>
          </p>
        </div>
      ))}
      {datasets.flatMap((dataset) =>
        dataset.tables.map((table) => (
          <DatasetTable key={`${dataset.id} ${table.name}`} dataset={dataset} table={table} onLook={onLook} />
        )),
      )}
    </section>
  );
}

/** Names a table with the way it was read: read again in another way, it has to be audited again. */
const toReading = ({ name, undone }: OwnTableShown) => [name, ...undone.map(({ id }) => id)].join(' ');

interface DatasetTableProps {
  readonly dataset: ExploreDataset;
  readonly table: TableDescriptor;
  readonly onLook: (table: string) => void;
}

/** A table of ours: its first rows and what each column means, once somebody opens it. */
function DatasetTable({ dataset, table, onLook }: DatasetTableProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="app-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="app-table__summary">
        <code>{table.name}</code> {countWords(table.rowCount, 'row')}, {dataset.title}
      </summary>
      <div className="app-table__text">
        <p className="app-table__actions">
          <LookButton name={table.name} onLook={onLook} />
          <a className="govuk-link" href={siteUrl(`/datasets/${dataset.id}/`)}>
            Where it comes from and its known problems
          </a>
        </p>
        <p>{table.row}</p>
        <div className="app-look">
          {open && <TableRows name={table.name} />}
          <ColumnList table={table} />
        </div>
      </div>
    </details>
  );
}

function LookButton({ name, onLook }: { readonly name: string; readonly onLook: (table: string) => void }) {
  return (
    <button type="button" className="app-link-button" onClick={() => onLook(name)}>
      Show the first rows <span className="govuk-visually-hidden">of {name}</span>
    </button>
  );
}
