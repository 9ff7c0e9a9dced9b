import { expect, test } from 'vitest';
import type { ExploreDataset } from './explore-dataset.ts';
import { findDatasets, findNamedDatasets } from './find-datasets.ts';

function toDataset(id: string, title: string, tableName: string, columnName: string): ExploreDataset {
  const column = { name: columnName, type: 'VARCHAR', meaning: 'What it says.', nullable: false };
  return {
    id,
    title,
    summary: 'Figures on something.',
    publisher: 'A department',
    period: '2024',
    questions: [],
    searchWords: id === 'nhs-ae' ? ['hospital'] : [],
    asset: { id, path: `/${id}.duckdb`, bytes: 1, sha256: '', tables: [] },
    tables: [
      {
        name: tableName,
        row: 'One row.',
        file: `${tableName}.csv`,
        rowCount: 1,
        sha256: '',
        primaryKey: [columnName],
        foreignKeys: [],
        links: [],
        rules: [],
        columns: [column],
      },
    ],
  };
}

const datasets = [
  toDataset('nhs-ae', 'A&E attendances', 'ae_monthly', 'provider_code'),
  toDataset('cpi', 'Consumer prices', 'cpi_monthly', 'month'),
];

test.each([
  ['', ['nhs-ae', 'cpi']],
  ['  PRICES ', ['cpi']],
  ['a&e', ['nhs-ae']],
  ['hospital', ['nhs-ae']],
  ['provider_code', ['nhs-ae']],
  ['department monthly', ['nhs-ae', 'cpi']],
  ['prices provider', []],
])('a search for “%s” finds %j', (search, ids) => {
  expect(findDatasets(datasets, search).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['FROM ae_monthly', [], ['nhs-ae']],
  ['FROM "AE_Monthly" JOIN cpi_monthly USING (month)', ['cpi'], ['nhs-ae']],
  ['FROM ae_monthly', ['nhs-ae'], []],
  ["SELECT 'ae_monthly' -- FROM cpi_monthly", [], []],
])('the query %s needs what is not picked', (query, picked, ids) => {
  expect(findNamedDatasets(query, datasets, picked).map(({ id }) => id)).toEqual(ids);
});
