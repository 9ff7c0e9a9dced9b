import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ResultTable } from '#src/results/result-table.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { countWords } from '#src/words/count-words.ts';
import { copyText, offerFile } from './browser-files.ts';
import { DataTable } from './DataTable.tsx';
import { durationWords, rowCountWords } from './run-words.ts';
import { ResultTabs } from '../chart/ResultTabs.tsx';
import { toCsv } from './to-csv.ts';

interface Props {
  readonly table: ResultTable;
  readonly elapsedMs: number;
  readonly language: CodeLanguage;
  /** For the downloaded file, without an ending. */
  readonly fileName: string;
  /** The query that gave it. */
  readonly text: string;
  /** Ids of the datasets that the query may read. */
  readonly datasets: readonly string[];
}

/** Enough to read; drawing a thousand rows at once makes slow laptops stutter. */
const rowsAtFirst = 100;

/** What a query gave, with its count and time, and the ways to take it away. */
export function ResultView({ table, elapsedMs, language, fileName, text, datasets }: Props): ReactNode {
  const [showAll, setShowAll] = useState(false);
  const [note, setNote] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setShowAll(false);
    setNote('');
  }, [table]);

  const { columns, rows, rowCount } = table;
  const { answer, cuts } = codeWords[language];
  if (columns.length === 0) return <p className="app-result__none">The {answer} ran. It gives no table.</p>;

  const visible = showAll ? rows : rows.slice(0, rowsAtFirst);
  const hidden = rows.length - visible.length;
  const copy = async () => {
    const done = await copyText(toCsv(table));
    setNote(done ? 'Copied.' : 'Your browser did not allow copying. Use “Download CSV” instead.');
  };

  const rowsAndWays = (
    <>
      <DataTable
        caption={
          <>
            {rowCountWords(table)} <span className="app-muted">in {durationWords(elapsedMs)}</span>
          </>
        }
        columns={columns}
        rows={visible}
      />
      {rowCount === 0 && (
        <p className="app-result__none">No row meets your conditions. The {answer} itself ran well.</p>
      )}
      <div className="app-result__actions">
        {hidden > 0 && (
          <button
            type="button"
            className="app-link-button"
            onClick={() => {
              setShowAll(true);
              // This button goes away: the keyboard goes on in the rows.
              box.current?.querySelector<HTMLElement>('.app-data')?.focus();
            }}
          >
            Show all {countWords(rows.length, 'row')}
          </button>
        )}
        <button type="button" className="app-link-button" onClick={() => void copy()}>
          Copy as CSV
        </button>
        <button
          type="button"
          className="app-link-button"
          onClick={() => offerFile(`${fileName}.csv`, 'text/csv', toCsv(table))}
        >
          Download CSV
        </button>
        <span role="status">{note}</span>
      </div>
      {rows.length < rowCount && (
        <p className="app-result__none">
          Only the first {countWords(rows.length, 'row')} are shown and copied. Add conditions or use{' '}
          <code>{cuts}</code> to see others.
        </p>
      )}
    </>
  );
  return (
    <div className="app-result" ref={box}>
      {rowCount === 0 ? (
        rowsAndWays
      ) : (
        <ResultTabs table={table} text={text} language={language} datasets={datasets} fileName={fileName}>
          {rowsAndWays}
        </ResultTabs>
      )}
    </div>
  );
}
