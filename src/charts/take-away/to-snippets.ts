import { isNumberType } from '#src/results/number-type.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import type { ChartDataset } from './chart-source.ts';

/** A text to take along, in one language. */
export interface Snippet {
  readonly language: string;
  /** Of a file that holds it. */
  readonly fileName: string;
  readonly code: string;
}

/**
 * What gave a result, with the addresses of its data, to run elsewhere: a query in three languages and as a start for a pipeline, a
 * pipeline in its own.
 *
 * @param text - the query or the pipeline
 */
export function toSnippets(
  text: string,
  language: CodeLanguage,
  datasets: readonly ChartDataset[],
): readonly Snippet[] {
  const written = text.trim().replace(/;\s*$/, '');
  return language === 'sql'
    ? [...toSqlSnippets(written, datasets), toArqueroSnippet(datasets, toPipelineStart(written, datasets))]
    : [
        toArqueroSnippet(datasets, [
          written,
          '// The last line gives the table: put .print() behind it to see it.',
        ]),
      ];
}

const toCredit = (sign: string, datasets: readonly ChartDataset[]) =>
  datasets.map(({ title, licence }) => `${sign} ${title}. ${licence.attribution}`);

function toArqueroSnippet(datasets: readonly ChartDataset[], lines: readonly string[]): Snippet {
  const tables = datasets.flatMap((dataset) => dataset.tables);
  return {
    language: 'Arquero (JavaScript)',
    fileName: 'query.mjs',
    code: [
      ...toCredit('//', datasets),
      '// npm install arquero',
      'import * as aq from "arquero";',
      'import { op } from "arquero";',
      '',
      ...tables.map(toLoading),
      '',
      ...lines,
      '',
    ].join('\n'),
  };
}

/**
 * A table loaded with the values that pipelines have here: left to itself Arquero makes dates of texts and figures of codes, after a
 * look at the first rows alone.
 */
function toLoading({ name, csv, columns }: ChartDataset['tables'][number]): string {
  const parsers = columns.flatMap((column) => {
    const parser = isNumberType(column.type)
      ? 'Number'
      : column.type === 'BOOLEAN'
        ? 'text => text === "true"'
        : '';
    return parser === '' ? [] : [`${toKey(column.name)}: ${parser}`];
  });
  const parse = parsers.length > 0 ? `, parse: { ${parsers.join(', ')} }` : '';
  return `const ${name} = await aq.loadCSV(${JSON.stringify(csv)}, { autoType: false${parse} });`;
}

function toKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function toPipelineStart(sql: string, datasets: readonly ChartDataset[]): readonly string[] {
  const [first] = datasets.flatMap(({ tables }) => tables);
  return [
    '// The query, to write as a pipeline:',
    ...sql.split('\n').map((line) => `//   ${line}`),
    ...(first ? [`${first.name}.print();`] : []),
  ];
}

/** A semicolon after it would be part of the comment. */
const endsInComment = (sql: string) => sql.slice(sql.lastIndexOf('\n') + 1).includes('--');

function toSqlSnippets(sql: string, datasets: readonly ChartDataset[]): readonly Snippet[] {
  const tables = datasets.flatMap((dataset) => dataset.tables);
  const note = (sign: string) => toCredit(sign, datasets);
  const views = tables.map(
    ({ name, parquet }) => `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM read_parquet('${parquet}');`,
  );
  return [
    {
      language: 'DuckDB (SQL)',
      fileName: 'query.sql',
      code: [...note('--'), ...views, '', `${sql}${endsInComment(sql) ? '\n' : ''};`, ''].join('\n'),
    },
    {
      language: 'Python (DuckDB and pandas)',
      fileName: 'query.py',
      code: [
        ...note('#'),
        '# pip install duckdb pandas',
        'import duckdb',
        '',
        ...views.map((view) => `duckdb.sql(${JSON.stringify(view)})`),
        `table = duckdb.sql(${JSON.stringify(sql)}).df()`,
        'print(table)',
        '',
      ].join('\n'),
    },
    {
      language: 'R',
      fileName: 'query.R',
      code: [
        ...note('#'),
        '# install.packages("duckdb")',
        'con <- DBI::dbConnect(duckdb::duckdb())',
        ...views.map((view) => `DBI::dbExecute(con, ${JSON.stringify(view)})`),
        `table <- DBI::dbGetQuery(con, ${JSON.stringify(sql)})`,
        'print(table)',
        '',
      ].join('\n'),
    },
  ];
}
