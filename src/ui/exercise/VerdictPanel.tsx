import type { ReactNode } from 'react';
import type { MarkedTable, RowSample } from '#src/compare/difference.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import { toHeadingWords } from '#src/checker/causes/heading-words.ts';
import { verdictKinds } from '#src/exercises/verdict-kinds.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { CellValue, DataTable } from '../query/DataTable.tsx';
import type { JudgedAnswer } from './use-attempts.ts';
import { VerdictNotice } from './VerdictNotice.tsx';

interface Props {
  readonly judged: JudgedAnswer;
  readonly language: CodeLanguage;
  /** The answer has changed since it was checked. */
  readonly isStale: boolean;
  /** For a saved report, without an ending. */
  readonly fileName: string;
}

/** What the checker says of an answer: first the sentence, then the rows that show it. */
export function VerdictPanel({ judged, language, isStale, fileName }: Props): ReactNode {
  const { verdict, words, explain, foundCount, makeReport } = judged;
  return (
    <VerdictNotice
      tone={verdictKinds[verdict.kind].tone}
      words={words}
      explain={explain}
      isStale={isStale}
      makeReport={makeReport}
      fileName={fileName}
    >
      <Evidence verdict={verdict} language={language} foundCount={foundCount} />
    </VerdictNotice>
  );
}

interface EvidenceProps {
  readonly verdict: Verdict;
  readonly language: CodeLanguage;
  /** How many rows the learner's result has. */
  readonly foundCount: number;
}

function Evidence({ verdict, language, foundCount }: EvidenceProps): ReactNode {
  switch (verdict.kind) {
    case 'wrong-rows':
      // Where no row is right, the result below shows them all.
      return verdict.extra.rows.length > 0 && verdict.extra.rowCount < verdict.foundCount ? (
        <Sample
          sample={verdict.extra}
          caption={verdict.repeats ? 'Once too often in your result' : 'In your result, but not asked for'}
        />
      ) : null;
    case 'wrong-values':
      return verdict.cells.length > 0 ? <ChangedCells verdict={verdict} foundCount={foundCount} /> : null;
    case 'wrong-order':
      return 'unsorted' in verdict ? null : (
        <p>
          Row {verdict.row} in your result: <CellList cells={verdict.found} />
        </p>
      );
    case 'wrong-columns':
      // Without a missing name the words list what is too much.
      return verdict.missing.length > 0 ? (
        <Names title="In your result instead" names={verdict.extra} />
      ) : null;
    case 'right-here-only':
      return <Example verdict={verdict} language={language} />;
    case 'known-mistake':
      return verdict.difference ? (
        <Evidence verdict={verdict.difference} language={language} foundCount={foundCount} />
      ) : null;
    case 'correct':
    case 'other-means':
    case 'does-not-run':
    case 'undecided':
      return null;
  }
}

/** A small database on which the answer is wrong: its tables, then both results side by side. */
function Example({
  verdict,
  language,
}: {
  readonly verdict: Extract<Verdict, { kind: 'right-here-only' }>;
  readonly language: CodeLanguage;
}): ReactNode {
  const { tables, found, expected } = verdict;
  return (
    <div className="app-example">
      {tables.map(({ name, ...sample }) => (
        <DataTable
          key={name}
          caption={
            <>
              The table <code>{name}</code> of the example: {toCountWords(sample)}
            </>
          }
          columns={sample.columns}
          rows={sample.rows}
        />
      ))}
      <div className="app-example__results">
        {found && <Result title={`Your ${codeWords[language].answer} gives`} table={found} />}
        <Result title="Expected" table={expected} />
      </div>
    </div>
  );
}

function Result({ title, table }: { readonly title: string; readonly table: MarkedTable }): ReactNode {
  const { columns, rows, marks } = table;
  return (
    <DataTable
      caption={`${title}: ${toCountWords(table)}`}
      columns={columns}
      rows={rows}
      marks={{ cells: marks, meaning: 'differs' }}
    />
  );
}

function toCountWords({ rows, rowCount }: RowSample): string {
  if (rowCount === 0) return 'no rows';
  return rows.length < rowCount
    ? `${rows.length} of ${countWords(rowCount, 'row')}`
    : countWords(rowCount, 'row');
}

function Sample({ sample, caption }: { readonly sample: RowSample; readonly caption: string }): ReactNode {
  const { columns, rows } = sample;
  return (
    <DataTable
      caption={`${caption}: ${toCountWords(sample)}`}
      columns={columns.map(({ name, type }) => ({ name: toHeadingWords(name), type }))}
      rows={rows}
    />
  );
}

interface ChangedCellsProps {
  readonly verdict: Extract<Verdict, { kind: 'wrong-values' }>;
  readonly foundCount: number;
}

function ChangedCells({ verdict, foundCount }: ChangedCellsProps): ReactNode {
  const { cells, rowCount } = verdict;
  const shown = new Set(cells.map(({ row }) => row)).size;
  const columns = [...new Set(cells.map(({ column }) => toHeadingWords(column)))];
  // Where one column differs, its name in each row would leave phones no room for the values.
  const isOne = columns.length === 1;
  const heads = ['Row', ...(isOne ? [] : ['Column']), 'In your result', 'Expected'];
  return (
    <DataTable
      caption={
        <>
          Values {isOne && <>of {columns[0]} </>}that differ: {numberWords(rowCount)} of{' '}
          {countWords(Math.max(foundCount, rowCount), 'row')}
          {shown < rowCount && `, here ${shown === 1 ? 'the first' : `the first ${numberWords(shown)}`}`}
        </>
      }
      columns={heads.map((name) => ({ name, type: 'VARCHAR' }))}
      rows={cells.map(({ row, name, column, found, expected }) => [
        name.length > 0 ? (name[0] ?? null) : row,
        ...(isOne ? [] : [toHeadingWords(column)]),
        found,
        expected,
      ])}
    />
  );
}

function CellList({ cells }: { readonly cells: readonly (string | number | boolean | null)[] }): ReactNode {
  return cells.map((cell, index) => (
    <span key={index}>
      {index > 0 && ', '}
      <CellValue cell={cell} />
    </span>
  ));
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  return (
    <p>
      {title}:{' '}
      {names.map((name, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <code>{name}</code>
        </span>
      ))}
    </p>
  );
}
