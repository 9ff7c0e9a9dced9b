import { expect, test } from 'vitest';
import type { ChartDataset } from './chart-source.ts';
import { toSnippets } from './to-snippets.ts';

const dataset = {
  id: 'trees',
  title: 'Trees',
  page: 'https://example.org/datasets/trees/',
  licence: { name: 'None', url: 'https://example.org/', attribution: 'Nobody asks for a credit.' },
  tables: [
    {
      name: 'trees',
      csv: 'https://example.org/trees.csv',
      parquet: 'https://example.org/trees.parquet',
      columns: [
        { name: 'code', type: 'VARCHAR' },
        { name: 'height', type: 'DOUBLE' },
        { name: 'is felled', type: 'BOOLEAN' },
      ],
    },
  ],
} as unknown as ChartDataset;

test('a query is to be run in three languages, and quoted as a start for a pipeline', () => {
  const snippets = toSnippets('SELECT count(*) FROM trees;\n', 'sql', [dataset]);
  expect(snippets.map(({ fileName }) => fileName)).toEqual(['query.sql', 'query.py', 'query.R', 'query.mjs']);
  for (const { code } of snippets) expect(code).toContain('Nobody asks for a credit.');
  expect(snippets[0]?.code).toContain("read_parquet('https://example.org/trees.parquet')");
  expect(snippets[0]?.code.trimEnd().endsWith('SELECT count(*) FROM trees;')).toBe(true);
});

test('a pipeline is to be run as it is, and never stands where SQL belongs', () => {
  const snippets = toSnippets('trees.filter(d => d.height > 5).count()', 'javascript', [dataset]);
  expect(snippets.map(({ fileName }) => fileName)).toEqual(['query.mjs']);
  expect(snippets[0]?.code).toContain('\ntrees.filter(d => d.height > 5).count()\n');
  expect(snippets[0]?.code).toContain('import { op } from "arquero";');
});

test('a table is loaded with the values that pipelines have here', () => {
  const [snippet] = toSnippets('trees', 'javascript', [dataset]);
  expect(snippet?.code).toContain(
    '{ autoType: false, parse: { height: Number, "is felled": text => text === "true" } }',
  );
});

test('a query that ends in a comment has its semicolon outside', () => {
  const [snippet] = toSnippets('SELECT 1 FROM trees -- all of them;', 'sql', [dataset]);
  expect(snippet?.code.trimEnd().endsWith('-- all of them\n;')).toBe(true);
});
