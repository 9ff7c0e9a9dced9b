import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FileProblem } from '../own-table.ts';
import type { ValueRows } from './pack-rows.ts';
import { numberWords } from '#src/words/number-words.ts';

const mostRows = 2_000_000;

/** Rows from a Parquet file. Throws a FileProblem when it is none, is broken or holds too many rows. */
export async function readParquet(content: ArrayBuffer): Promise<ValueRows> {
  try {
    const metadata = await parquetMetadataAsync(content);
    const rowCount = Number(metadata.num_rows);
    if (rowCount > mostRows) {
      throw new FileProblem(
        `This file holds ${numberWords(rowCount)} rows. Up to ${numberWords(mostRows)} rows of Parquet can be read here: save fewer rows and choose it again.`,
      );
    }
    const headings = parquetSchema(metadata).children.map(({ element }) => element.name);
    const objects = await parquetReadObjects({ file: content, metadata, compressors });
    return { headings, rows: objects.map((object) => headings.map((heading) => object[heading])), notes: [] };
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem(
      'This file cannot be read as Parquet: it is broken or not whole. Make it again or download it again, then choose it.',
      { cause },
    );
  }
}
