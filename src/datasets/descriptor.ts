import { z } from 'zod';
import { checkDescriptor } from './check-descriptor.ts';

const sentence = z.string().trim().min(10);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and _, with a letter first');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits in small letters');

/** DuckDB's types that a published table may use. */
export const columnTypePattern =
  /^(VARCHAR|BOOLEAN|INTEGER|BIGINT|DOUBLE|DATE|TIMESTAMP|DECIMAL\(\d{1,2},\d{1,2}\))$/;

export const columnSchema = z
  .strictObject({
    name: name.describe('The column as a query names it.'),
    type: z
      .string()
      .regex(columnTypePattern, 'VARCHAR, BOOLEAN, INTEGER, BIGINT, DOUBLE, DATE, TIMESTAMP or DECIMAL(p,s)')
      .describe('The type in DuckDB, such as VARCHAR, BIGINT or DECIMAL(12,2).'),
    meaning: sentence.describe('What a value says, in a sentence for a person who is new to the subject.'),
    unit: z.string().min(1).optional().describe('What is counted or measured, such as "attendances" or "£".'),
    nullable: z
      .boolean()
      .describe('True where a value may be missing. Say in "meaning" or "problems" what a gap means.'),
    allowed: z.array(z.string()).min(1).optional().describe('Every value that a text column may hold.'),
    range: z
      .tuple([z.union([z.number(), z.iso.date()]), z.union([z.number(), z.iso.date()])])
      .optional()
      .describe('The smallest and the largest value that make sense, both allowed: [0, 500].'),
  })
  .describe('One column of a table.');

export const foreignKeySchema = z
  .strictObject({
    columns: z.array(name).min(1).describe('Columns of this table.'),
    references: z
      .strictObject({
        dataset: z.string().optional().describe('The other dataset; leave out for a table of this one.'),
        table: name.describe('The table where each value must be found.'),
        columns: z.array(name).min(1).describe('Its columns, in the same order.'),
      })
      .describe('Where each value must be found.'),
  })
  .describe(
    'Columns whose values stand in another table. A row with a gap in one of them refers to nothing.',
  );

export const ruleSchema = z
  .strictObject({
    rule: z
      .string()
      .trim()
      .min(3)
      .describe(
        'A condition in SQL over columns of this table: within_4_hours + over_4_hours = attendances.',
      ),
    meaning: sentence.describe('The same in a sentence.'),
  })
  .describe('What is true of every row. A row where a gap leaves the condition open counts as keeping it.');

export const tableSchema = z
  .strictObject({
    name: name.describe('The table as a query names it.'),
    row: sentence.describe('What one row is.'),
    file: z
      .string()
      .regex(/^[a-z][a-z0-9_]*\.(csv|parquet)$/, 'the name of a .csv or .parquet file in the same folder')
      .describe('The file beside this one: CSV, or Parquet for a table that is large as CSV.'),
    rowCount: z.int().min(1).describe('How many rows the file holds, without the header.'),
    sha256: sha256.describe('SHA-256 of the file. "npm run datasets:make" prints it.'),
    primaryKey: z.array(name).min(1).describe('The columns that tell each row from all others.'),
    foreignKeys: z.array(foreignKeySchema).default([]).describe('Links to other tables.'),
    rules: z.array(ruleSchema).default([]).describe('Conditions between columns that every row keeps.'),
    columns: z.array(columnSchema).min(1).describe('Every column, in the order of the file.'),
  })
  .describe('One tidy table that we publish.');

const datasetFields = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and -, with a letter first')
      .describe('The name of the folder.'),
    title: z.string().min(5).describe('What people call it, with the years it covers.'),
    summary: sentence.describe('What it holds and what it is good for, in two or three sentences.'),
    themes: z
      .array(z.string().min(2))
      .default([])
      .describe(
        'What it is about, in one to four common words each, such as "Health" or "Council spending".',
      ),
    publisher: z.string().min(2).describe('The organisation that publishes the figures.'),
    source: z
      .strictObject({
        page: z.url().describe("The publisher's page, where a person can read on."),
        repository: z.url().describe('The public repository that the files were taken from.'),
        commit: z
          .string()
          .regex(/^[0-9a-f]{40}$/, 'the 40 hexadecimal digits of a commit')
          .describe('The commit that fixes their version.'),
        files: z
          .array(
            z.strictObject({
              path: z.string().min(1).describe('Path in the repository.'),
              sha256: sha256.describe('SHA-256 of the raw file.'),
            }),
          )
          .min(1)
          .describe("The publisher's files that the recipe reads."),
      })
      .describe('Where the raw files come from.'),
    licence: z
      .strictObject({
        name: z.string().min(3).describe('The name of the licence with its version.'),
        url: z.url().describe('The text of the licence.'),
        attribution: sentence.describe('The credit that the licence asks for, word for word.'),
      })
      .describe('What others may do with the figures.'),
    period: z.string().min(4).describe('The time that the figures are about.'),
    published: z.string().min(4).describe('When the publisher released them.'),
    retrieved: z
      .string()
      .min(4)
      .describe('When we took them, or what fixes the version when the day is not recorded.'),
    frequency: z.string().min(4).describe('How often the publisher brings out new figures.'),
    coverage: sentence.describe('Who and where is in the figures, and who is not.'),
    tidied: z.array(sentence).min(1).describe("What we did to the publisher's figures, one step each."),
    problems: z
      .array(sentence)
      .min(1)
      .describe('Known faults and traps, with numbers where they were measured.'),
    tables: z.array(tableSchema).min(1).describe('The tables that we publish.'),
  })
  .describe('What a dataset holds, where it comes from and how far to trust it.');

/** A `dataset.yaml`: its fields, and the rules between them. */
export const datasetSchema = datasetFields.superRefine(checkDescriptor);

export type ColumnDescriptor = z.infer<typeof columnSchema>;
export type TableDescriptor = z.infer<typeof tableSchema>;
export type DatasetDescriptor = z.infer<typeof datasetFields>;
