import { expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkTableNames } from './check-table-names.ts';

const dataset = (id: string, ...names: string[]) => ({
  descriptor: { id, tables: names.map((name) => ({ name })) } as never,
  file: `datasets/${id}/dataset.yaml`,
  text: `id: ${id}\ntables:\n${names.map((name) => `  - name: ${name}\n`).join('')}`,
});

test('a table with the name of another dataset is named with its line and the other file', () => {
  const problems = checkTableNames([dataset('parks', 'trees'), dataset('woods', 'paths', 'trees')]);
  expect(problems.map(toProblemText)).toEqual([
    'datasets/woods/dataset.yaml:4\n  tables.1.name: expected a name that no other table of the project has, ' +
      'found "trees", which stands in datasets/parks/dataset.yaml too.\n  Rename one of the two tables, and its file.',
  ]);
});

test('names of their own are no problem', () => {
  expect(checkTableNames([dataset('parks', 'trees'), dataset('woods', 'paths')])).toEqual([]);
});
