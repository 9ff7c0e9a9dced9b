import type { ReadingStep } from '../../own-table.ts';
import { delimiters } from './csv-format.ts';
import type { CsvFormat } from '../../own-table.ts';
import type { CsvPlace } from './csv-records.ts';

/** What a first line such as `sep=;` says, which spreadsheets write and read. */
interface SeparatorLine {
  /** Undefined where it names one that we do not know: then the rows tell. */
  readonly delimiter: CsvFormat['delimiter'] | undefined;
  /** Where the next line begins. */
  readonly next: CsvPlace;
}

/**
 * The line that names the separator, where the file begins with one.
 *
 * @param bytes - UTF-8, without a byte order mark.
 */
export function readSeparatorLine(bytes: Uint8Array): SeparatorLine | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 12));
  const [line, separator] = /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(start) ?? [];
  if (line === undefined) return undefined;
  return { delimiter: delimiters.find((each) => each === separator), next: { at: line.length, line: 2 } };
}

/** What is said of that line. */
export function toSeparatorSteps(bytes: Uint8Array): ReadingStep[] {
  return readSeparatorLine(bytes) === undefined
    ? []
    : [
        {
          id: 'separator-line',
          count: 1,
          sentence: 'Line 1 tells spreadsheets what stands between the columns. It is no row and no title.',
        },
      ];
}
