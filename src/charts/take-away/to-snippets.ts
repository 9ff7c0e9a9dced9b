import type { ChartDataset } from './chart-source.ts';

/** A text to take along, in one language. */
export interface Snippet {
  readonly language: string;
  /** Of a file that holds it. */
  readonly fileName: string;
  readonly code: string;
}

/**
 * The query with the addresses of its data, to run elsewhere: each reads the published files and gives the same table.
 *
 * @param query - the SQL that gave the result
 */
export function toSnippets(query: string, datasets: readonly ChartDataset[]): readonly Snippet[] {
  const tables = datasets.flatMap((dataset) => dataset.tables);
  const sql = query.trim().replace(/;\s*$/, '');
  const credit = datasets.map(({ title, licence }) => `${title}. ${licence.attribution}`);
  const note = (sign: string) => credit.map((line) => `${sign} ${line}`);
  const views = tables.map(
    ({ name, parquet }) => `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM read_parquet('${parquet}');`,
  );
  return [
    {
      language: 'DuckDB (SQL)',
      fileName: 'query.sql',
      code: [...note('--'), ...views, '', `${sql};`, ''].join('\n'),
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
    {
      language: 'Arquero (JavaScript)',
      fileName: 'query.mjs',
      code: [
        ...note('//'),
        '// npm install arquero',
        'import * as aq from "arquero";',
        '',
        ...tables.map(({ name, csv }) => `const ${name} = await aq.loadCSV(${JSON.stringify(csv)});`),
        '',
        '// The query, to write as a pipeline:',
        ...sql.split('\n').map((line) => `//   ${line}`),
        ...tables.slice(0, 1).map(({ name }) => `${name}.print();`),
        '',
      ].join('\n'),
    },
  ];
}
