import { useEffect, useId, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { EngineAsset } from '#src/datasets/assets.ts';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';
import { countWords } from '#src/words/count-words.ts';
import { createExploreEngine } from '../explore/explore-engine.ts';
import { OwnFilePanel } from '../explore/OwnFilePanel.tsx';
import { useOwnFiles } from '../explore/use-own-files.ts';
import type { OwnFilesHandle, OwnTableShown } from '../explore/use-own-files.ts';
import { AuditPanel } from './AuditPanel.tsx';

interface Props {
  readonly engine: EngineAsset;
  readonly version: string;
}

/** A file is chosen or dropped, and audited at once. */
export function AuditPage({ engine: assets, version }: Props): ReactNode {
  const [explore] = useState(() => createExploreEngine(assets));
  const files = useOwnFiles(explore);
  const [isReady, setIsReady] = useState(false);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => setIsReady(true), []);
  const table = files.tables.at(-1);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) files.add(file);
  };
  return (
    <div
      className={`app-explore app-audit-page${isOver ? ' app-audit-page--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className="app-audit-page__file">
        <OwnFilePanel
          files={files}
          enabled={isReady}
          title="Choose it, or drop it in this box"
          toDoneWords={toReadWords}
        />
        {table && <TableChoice table={table} files={files} />}
      </div>
      {table && (
        <AuditPanel
          key={`${files.tables.length} ${table.name}`}
          table={table}
          openApart={explore.openApart}
          version={version}
          atOnce
          level={2}
        />
      )}
    </div>
  );
}

const toReadWords = ({ fileName, profile }: OwnTable) =>
  `${fileName} was read: ${countWords(profile.rowCount, 'row')}.`;

/** The tables of a file that holds several. Another one is audited as soon as it is chosen. */
function TableChoice({ table, files }: { readonly table: OwnTableShown; readonly files: OwnFilesHandle }) {
  const id = useId();
  if (table.tables.length < 2) return null;
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        This file holds {table.tables.length} tables. Audit
      </label>
      <select
        id={id}
        className="govuk-select app-audit-page__choice"
        value={table.source.choice.table}
        disabled={files.state.kind === 'reading'}
        onChange={(event) => files.addPart(table, event.currentTarget.value)}
      >
        {table.tables.map(({ id: part, name, rowCount }) => (
          <option key={part} value={part}>
            {name}
            {rowCount === undefined ? '' : `, ${countWords(rowCount, 'row')}`}
          </option>
        ))}
      </select>
    </div>
  );
}
