import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createRiverProject } from '#src/testing/river-project.ts';
import { prepareQueries } from './prepare-queries.ts';

const project = createRiverProject();
const folders = { root: project.root, cacheDir: join(project.root, '.cache') };
const longest = 'SELECT river, km FROM rivers ORDER BY km DESC LIMIT 2';
const pipeline = "rivers.orderby(aq.desc('km')).select('river').slice(0, 1)";
const questions = (query: string) =>
  [
    'questions:',
    ...[0, 1, 2].flatMap(() => ['  - question: Which rivers are longest?', `    query: ${query}`]),
    '    change: { word: DESC, to: [ASC] }',
    'search: [streams]',
  ].join('\n');

afterEach(() => project.remove());

test('runs questions, examples and first rows, and says of all that do not run where they stand', async () => {
  project.write('datasets/rivers/questions.yaml', questions(longest));
  const lesson = project.read('lessons/water/01-rivers/lesson.md');
  project.write(
    'lessons/water/01-rivers/lesson.md',
    lesson.replace(
      'Some text.',
      `\`\`\`sql\n${longest}\n\`\`\`\n\n\`\`\`sql\nORDER BY km\n\`\`\`\n\n\`\`\`js\n${pipeline}\n\`\`\`\n\n\`\`\`js\nd => d.km\n\`\`\``,
    ),
  );
  const prepared = await prepareQueries(folders);
  expect(prepared.questions['rivers']?.[2]).toMatchObject({
    question: 'Which rivers are longest?',
    answer: { rows: [['Aire', 148], ['Tyne', 118]] }, // prettier-ignore
    change: { word: 'DESC', to: ['ASC'] },
  });
  expect(prepared.samples['rivers']).toMatchObject({ rowCount: 4, columns: [{ name: 'river' }, {}, {}, {}] });
  expect(prepared.searchWords['rivers']).toEqual(['streams']);
  // A part of a query or of a pipeline is read, not run.
  const { examples } = prepared.lessons['water/01-rivers'] ?? {};
  expect(Object.keys(examples ?? {})).toEqual([longest, pipeline]);
  expect(examples?.[pipeline]).toEqual({
    columns: [{ name: 'river', type: 'VARCHAR' }],
    rows: [['Aire']],
    rowCount: 1,
  });

  project.write('datasets/rivers/questions.yaml', questions(longest.replace('km', 'miles')));
  await expect(prepareQueries(folders)).rejects.toThrow(
    /datasets\/rivers\/questions\.yaml:1\n {2}expected a query that runs and gives rows.*Which rivers/,
  );
  project.write('datasets/rivers/questions.yaml', questions(longest).replace('word: DESC', 'word: LAST'));
  await expect(prepareQueries(folders)).rejects.toThrow(/a word that stands in the query/);
});
