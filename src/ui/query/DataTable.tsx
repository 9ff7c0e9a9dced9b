import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Cell } from '#src/results/cell.ts';
import type { Column } from '#src/results/result-table.ts';
import type { SortOrder } from '../look/sort-rows-by.ts';
import { isNumeric, marksThousands, toCellText, toDigitGroups, toHeading } from './format-cell.ts';

interface Props {
  readonly caption: ReactNode;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Cells to point out, as row and column from 0, and what is said of each for those who cannot see the mark. */
  readonly marks?: { readonly cells: readonly (readonly [number, number])[]; readonly meaning: string };
  /** Makes the headings buttons that sort. */
  readonly sort?: { readonly order: SortOrder | undefined; readonly onSort: (index: number) => void };
}

/** Rows as a table with a caption, in a box that scrolls by itself and takes the focus so that keys can scroll it. */
export function DataTable({ caption, columns, rows, marks, sort }: Props): ReactNode {
  const captionId = useId();
  const alignment = columns.map((column) => (isNumeric(column) ? 'app-data__number' : undefined));
  const thousands = columns.map((column, index) =>
    marksThousands(
      column,
      rows.map((row) => row[index] ?? null),
    ),
  );
  return (
    <div className="app-data" role="group" aria-labelledby={captionId} tabIndex={0}>
      <table className="app-data__table">
        <caption id={captionId} className="app-data__caption">
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className={alignment[index]}
                aria-sort={sort?.order?.index === index ? sort.order.direction : undefined}
              >
                {sort ? (
                  <button type="button" className="app-sort" onClick={() => sort.onSort(index)}>
                    {toHeading(column.name)}
                  </button>
                ) : (
                  toHeading(column.name)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} className={alignment[index]}>
                  {marks?.cells.some(([r, c]) => r === rowIndex && c === index) ? (
                    <mark className="app-data__differs">
                      <CellValue cell={cell} inThousands={thousands[index] === true} />
                      <span className="govuk-visually-hidden"> ({marks.meaning})</span>
                    </mark>
                  ) : (
                    <CellValue cell={cell} inThousands={thousands[index] === true} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: Cell;
  /** Whether its column is marked by thousands. */
  readonly inThousands?: boolean;
}

/**
 * One value. What has no text of its own is set apart by words and by its look. The marks between thousands are drawn and
 * not written, so that a copied number stays a number.
 */
export function CellValue({ cell, inThousands = false }: CellProps): ReactNode {
  const { text, mark } = toCellText(cell);
  if (mark) return <span className="app-data__mark">{text}</span>;
  const [first = text, ...rest] = inThousands ? toDigitGroups(text) : [text];
  return (
    <>
      {first}
      {rest.map((digits, index) => (
        <span key={index} className="app-data__thousand">
          {digits}
        </span>
      ))}
    </>
  );
}
