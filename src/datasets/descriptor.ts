import { z } from 'zod';

const sentence = z.string().trim().min(10);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and _, with a letter first');
const commit = z.string().regex(/^[0-9a-f]{40}$/, 'the 40 hexadecimal digits of a commit');
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
    asPublished: z
      .boolean()
      .optional()
      .describe(
        'True where the publisher’s spellings are kept on purpose, so two values may differ in capitals alone.',
      ),
    range: z
      .tuple([z.union([z.number(), z.iso.date()]), z.union([z.number(), z.iso.date()])])
      .optional()
      .describe('The smallest and the largest value that make sense, both allowed: [0, 500].'),
  })
  .describe('One column of a table.');

const referenceSchema = z
  .strictObject({
    dataset: z.string().optional().describe('The other dataset; leave out for a table of this one.'),
    table: name.describe('The table where each value is looked up.'),
    columns: z.array(name).min(1).describe('Its columns, in the same order.'),
  })
  .describe('Where each value is looked up.');

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

export const foreignKeySchema = z
  .strictObject({
    columns: z.array(name).min(1).describe('Columns of this table.'),
    references: referenceSchema,
    rules: z
      .array(ruleSchema)
      .optional()
      .describe(
        'Conditions between a row and the row it refers to, which are called child and parent: child.paid >= parent.opened.',
      ),
  })
  .describe(
    'Columns whose values stand in another table. A row with a gap in one of them refers to nothing.',
  );

export const linkSchema = z
  .strictObject({
    columns: z.array(name).min(1).describe('Columns of this table.'),
    references: referenceSchema,
    meaning: sentence.describe('What the link is good for, and why not every row has to match.'),
  })
  .describe(
    'Columns to join on where not every value needs to stand in the other table. The build measures how many do. Where all must, write a foreign key instead.',
  );

export const dependencySchema = z
  .strictObject({
    columns: z.array(name).min(1).describe('Columns of this table, such as [provider_code].'),
    determines: z.array(name).min(1).describe('Columns that are the same wherever those are the same.'),
  })
  .describe('What is known of a row once other columns of it are known: a code and the name it stands for.');

export const periodsSchema = z
  .strictObject({
    of: z.array(name).min(1).describe('The columns whose rows must not overlap in time.'),
    from: name.describe('The column with the first day or moment.'),
    to: name.describe('The column with the last one. A gap says that the period goes on.'),
  })
  .describe('Rows that each cover a time, of which no two of one owner share a day.');

const percent = z.number().min(0).max(100);

/** What a new edition may lose where a table states nothing else, in per cent. */
export const usualLosses = { rows: 5, groups: 5, periods: 0, sums: 10 } as const;

const mayShrinkSchema = z
  .strictObject({
    rows: percent.default(usualLosses.rows).describe('Rows that may be gone, told by their key.'),
    groups: percent.default(usualLosses.groups).describe('Values of a column of text that may be gone.'),
    periods: percent.default(usualLosses.periods).describe('Dates or years that may be gone.'),
    sums: percent.default(usualLosses.sums).describe('How far the sum of a column may fall.'),
  })
  .describe(
    'How much a new edition may lose before it is refused, in per cent: 5 of rows, 5 of groups, 0 of periods and 10 of sums, where nothing else is said.',
  );

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
    primaryKey: z
      .array(name)
      .default([])
      .describe('The columns that tell each row from all others. Leave it out where rows may repeat.'),
    unique: z
      .array(z.array(name).min(1))
      .optional()
      .describe('Other columns, or lists of columns, that no two rows share: [[register_code]].'),
    depends: z
      .array(dependencySchema)
      .optional()
      .describe('Columns that others determine by what they mean, not just in the rows of today.'),
    periods: z.array(periodsSchema).optional().describe('Times that must not overlap.'),
    mayShrink: mayShrinkSchema.optional(),
    foreignKeys: z
      .array(foreignKeySchema)
      .default([])
      .describe('Links to other tables that every row must keep.'),
    links: z.array(linkSchema).default([]).describe('Links to other tables that are measured, not demanded.'),
    rules: z.array(ruleSchema).default([]).describe('Conditions between columns that every row keeps.'),
    columns: z.array(columnSchema).min(1).describe('Every column, in the order of the file.'),
  })
  .describe('One tidy table that we publish.');

/** A year, a month or a day: as much of a date as is known. */
const knownDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'a year, a month or a day, such as "2013-08"')
  .refine((date) => !Number.isNaN(Date.parse(date)), 'a date of the calendar');

/** Codes of the EU's list of frequencies: http://publications.europa.eu/resource/authority/frequency */
const frequencyCodes = [
  ...['DAILY', 'WEEKLY', 'BIWEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY'],
  ...['ANNUAL_2', 'ANNUAL', 'BIENNIAL', 'TRIENNIAL', 'IRREG', 'NEVER'],
] as const;

/** Codes of the EU's list of data themes: http://publications.europa.eu/resource/authority/data-theme */
const themeCodes = [
  ...['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL'],
  ...['INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'],
] as const;

export const datesSchema = z
  .strictObject({
    from: z.iso.date().describe('The first day that the figures are about.'),
    to: z.iso.date().describe('The last day that the figures are about.'),
    published: knownDate
      .optional()
      .describe('When the publisher released them: a day, or a month or year where no more is known.'),
  })
  .describe('The period and the release in dates that can be counted with.');

export const controlTotalSchema = z
  .strictObject({
    meaning: sentence.describe('What the figure is.'),
    query: z.string().trim().min(10).describe('SQL over the tables of this dataset that gives one number.'),
    expected: z.number().describe('The number that others published.'),
    tolerance: z
      .number()
      .min(0)
      .default(0)
      .describe('How far ours may be from it, such as half of its last place.'),
    source: sentence.describe('Who published the expected number, and where.'),
  })
  .describe('A figure worked out from our tables that must equal one published elsewhere.');

export const datasetFields = z
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
    themeCodes: z
      .array(z.enum(themeCodes))
      .min(1)
      .describe("The same in codes of the EU's list of data themes, such as [HEAL] or [ECON, GOVE]."),
    publisher: z.string().min(2).describe('The organisation that publishes the figures.'),
    source: z
      .strictObject({
        page: z.url().describe("The publisher's page, where a person can read on."),
        repository: z.url().describe('The public repository that the files were taken from.'),
        commit: commit.describe('The commit that fixes their version.'),
        files: z
          .array(
            z.strictObject({
              path: z.string().min(1).describe('Path in the repository.'),
              sha256: sha256.describe('SHA-256 of the raw file.'),
              name: z
                .string()
                .regex(/^[^/\\]+$/, 'a name without folders')
                .optional()
                .describe(
                  'The name that the recipe reads it by, where that is not the last part of the path.',
                ),
              repository: z.url().optional().describe('Its repository, where that is another one.'),
              commit: commit.optional().describe('The commit there.'),
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
    dates: datesSchema,
    retrieved: z
      .string()
      .min(4)
      .describe('When we took them, or what fixes the version when the day is not recorded.'),
    frequency: z.string().min(4).describe('How often the publisher brings out new figures.'),
    frequencyCode: z
      .enum(frequencyCodes)
      .describe(
        "How often this dataset can change, in a code of the EU's list: NEVER for a set that ends, even where the publisher goes on.",
      ),
    coverage: sentence.describe('Who and where is in the figures, and who is not.'),
    tidied: z.array(sentence).min(1).describe("What we did to the publisher's figures, one step each."),
    problems: z
      .array(sentence)
      .min(1)
      .describe('Known faults and traps, with numbers where they were measured.'),
    controlTotals: z
      .array(controlTotalSchema)
      .default([])
      .describe('Figures that prove our tables against numbers published elsewhere.'),
    tables: z.array(tableSchema).min(1).describe('The tables that we publish.'),
    accepted: z
      .array(
        z.strictObject({
          finding: z.string().min(3).describe('What the refresh called it.'),
          reason: sentence.describe('Why it was right to go on.'),
          on: z.iso.date().describe('The day.'),
        }),
      )
      .optional()
      .describe('What a refresh found and somebody accepted. "datasets:refresh --accept" writes it.'),
  })
  .describe('What a dataset holds, where it comes from and how far to trust it.');

export type ReferenceDescriptor = z.infer<typeof referenceSchema>;
export type ColumnDescriptor = z.infer<typeof columnSchema>;
export type TableDescriptor = z.infer<typeof tableSchema>;
export type DatasetDescriptor = z.infer<typeof datasetFields>;
