import { expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { buildCatalogue } from './build-catalogue.ts';
import { toAnswerKey, toOutline } from '#src/exercises/kinds.ts';

const known = { skillIds: ['select', 'ask'], datasetIds: ['government-services', 'nhs-ae'] };

const track = `title: Asking questions
summary: Ask a table a question and read what it says.
order: 1
audience: Policy advisers who have never written a query.
`;

const lesson = (...extra: string[]) => `---
title: Your first question
summary: Ask one table one question and read the answer.
minutes: 20
skills: [select]
datasets: [government-services]
takeaway: Ask who counted, and what they left out.
${extra.map((line) => `${line}\n`).join('')}---
## Ask

::exercise{busiest}
`;

const exercise = `kind: sql
title: The busiest services
task: Show the five services with the most transactions.
skills: [select]
difficulty: 1
datasets: [government-services]
solution: SELECT service FROM services ORDER BY transactions DESC LIMIT 5
hints: [Which word sorts rows?]
explain: Five services carry most of the load.
`;

const good = {
  '/lessons/asking/track.yaml': track,
  '/lessons/asking/01-first/lesson.md': lesson(),
  '/lessons/asking/01-first/busiest.yaml': exercise,
};
type Files = Record<string, string>;
const problemsOf = (files: Files) =>
  buildCatalogue({ ...good, ...files }, known).problems.map((problem) => toProblemText(problem));

test('reads tracks in order, their lessons in order, and each exercise under its path', () => {
  const { tracks, problems } = buildCatalogue(
    {
      '/lessons/zeta/track.yaml': track.replace('order: 1', 'order: 2'),
      '/lessons/zeta/02-later/lesson.md': lesson('needs: [asking/01-first]'),
      '/lessons/zeta/02-later/busiest.yaml': exercise,
      '/lessons/zeta/01-sooner/lesson.md': lesson(),
      '/lessons/zeta/01-sooner/busiest.yaml': exercise,
      '/lessons/zeta/01-sooner/facilitator.md': 'Start on time.',
      ...good,
    },
    known,
  );
  expect(problems).toEqual([]);
  expect(tracks.map(({ id, lessons }) => [id, lessons.map((each) => each.id)])).toEqual([
    ['asking', ['asking/01-first']],
    ['zeta', ['zeta/01-sooner', 'zeta/02-later']],
  ]);
  const [first] = tracks[0]?.lessons ?? [];
  expect(first?.exercises.map(({ id }) => id)).toEqual(['asking/01-first/busiest']);
  expect(first?.sections).toContainEqual({ kind: 'exercise', exerciseId: 'asking/01-first/busiest' });
  expect(tracks[1]?.lessons[0]?.facilitatorHtml).toBe('<p class="govuk-body">Start on time.</p>');
});

test("the lesson's version changes with any of its files, the exercise's with its own", () => {
  const read = (files: Files) => buildCatalogue({ ...good, ...files }, known).tracks[0]?.lessons[0];
  const before = read({});
  const after = read({ '/lessons/asking/01-first/facilitator.md': 'Start on time.' });
  expect(after?.version).not.toBe(before?.version);
  expect(after?.exercises[0]?.version).toBe(before?.exercises[0]?.version);
  expect(before?.exercises[0]?.version).toMatch(/^[0-9a-f]{16}$/);
});

test('the outline holds no answer and the key does', () => {
  const [each] = buildCatalogue(good, known).tracks[0]?.lessons[0]?.exercises ?? [];
  if (!each) throw new Error('no exercise');
  const built = { witnesses: [], nearMisses: [] };
  expect(JSON.stringify(toOutline(each, built))).not.toContain('LIMIT 5');
  expect(toAnswerKey(each, built)).toMatchObject({
    id: each.id,
    solution: expect.stringContaining('LIMIT 5'),
    wrong: [],
  });
});

test.each<[string, Files, string]>([
  [
    'no track.yaml',
    { '/lessons/other/01-a/lesson.md': lesson().replace('::exercise{busiest}', '') },
    'lessons/other/track.yaml:1\n  expected a file here, found none.',
  ],
  [
    'no lesson.md',
    { '/lessons/asking/02-empty/busiest.yaml': exercise },
    'lessons/asking/02-empty/lesson.md:1\n  expected a file here',
  ],
  [
    'no front matter',
    { '/lessons/asking/01-first/lesson.md': 'Hello' },
    'lessons/asking/01-first/lesson.md:1\n  expected front matter between two lines of ---, found "Hello".',
  ],
  [
    'a field missing',
    { '/lessons/asking/01-first/lesson.md': lesson().replace(/^minutes.*\n/m, '') },
    'minutes: expected a number, found nothing.',
  ],
  [
    'a wrong value, at its line',
    { '/lessons/asking/01-first/lesson.md': lesson().replace('minutes: 20', 'minutes: 200') },
    'lessons/asking/01-first/lesson.md:4\n  minutes: expected',
  ],
  [
    'an exercise of an unknown kind',
    { '/lessons/asking/01-first/busiest.yaml': exercise.replace('kind: sql', 'kind: essay') },
    'lessons/asking/01-first/busiest.yaml:1\n  kind: expected "sql", "arquero", "chart", "choice", "number", "order" or "predict", found "essay".',
  ],
  [
    'an exercise without a file',
    { '/lessons/asking/01-first/lesson.md': `${lesson()}\n::exercise{quietest}\n` },
    'lessons/asking/01-first/lesson.md:13\n  expected a file lessons/asking/01-first/quietest.yaml, found no such file.',
  ],
  [
    'an exercise without a place',
    { '/lessons/asking/01-first/quietest.yaml': exercise },
    'lessons/asking/01-first/quietest.yaml:1\n  expected a line ::exercise{quietest} in lessons/asking/01-first/lesson.md, found none.',
  ],
  [
    'an exercise that stands twice',
    { '/lessons/asking/01-first/lesson.md': `${lesson()}\n::exercise{busiest}\n` },
    'lessons/asking/01-first/lesson.md:13\n  expected each exercise once, found ::exercise{busiest} a second time.',
  ],
  [
    'an unknown skill',
    { '/lessons/asking/01-first/busiest.yaml': exercise.replace('[select]', '[juggle]') },
    'busiest.yaml:4\n  skills: expected a skill of src/skills/skills.yaml, found "juggle".',
  ],
  [
    'an unknown dataset',
    {
      '/lessons/asking/01-first/lesson.md': lesson().replace(
        '[government-services]',
        '[government-services, weather]',
      ),
    },
    'datasets: expected a dataset of datasets/, found "weather".',
  ],
  [
    "a dataset that is not the lesson's",
    { '/lessons/asking/01-first/busiest.yaml': exercise.replace('[government-services]', '[nhs-ae]') },
    'datasets: expected a dataset of its lesson (government-services), found "nhs-ae".',
  ],
  [
    'an unknown need',
    { '/lessons/asking/01-first/lesson.md': lesson('needs: [asking/09-none]') },
    'lesson.md:8\n  needs: expected the id of a lesson, such as asking-questions/01-first-question, found "asking/09-none".',
  ],
  [
    'a lesson that needs itself',
    { '/lessons/asking/01-first/lesson.md': lesson('needs: [asking/01-first]') },
    'found a circle: asking/01-first needs asking/01-first.',
  ],
  [
    'a path to a lesson that is not there',
    {
      '/lessons/paths.yaml': `- id: adviser
  title: Policy adviser
  summary: Checks a figure before it stands in a submission.
  lessons:
    - lesson: asking/01-first
      why: You ask one table one question.
    - lesson: asking/02-none
      why: You ask two tables one question.
`,
    },
    'lessons/paths.yaml:7\n  0.lessons.1.lesson: expected the id of a lesson, such as asking-questions/01-first-question, found "asking/02-none".',
  ],
  [
    'two tracks in the same place',
    { '/lessons/other/track.yaml': track },
    'lessons/other/track.yaml:3\n  order: expected a number of its own, found 1, which the track asking has too.',
  ],
  [
    'a file that belongs nowhere',
    { '/lessons/asking/notes.md': 'x' },
    'lessons/asking/notes.md:1\n  expected track.yaml, found "notes.md".',
  ],
  [
    'a folder without its number',
    { '/lessons/asking/first/lesson.md': lesson() },
    'expected a folder named with two digits and a short name, such as 01-first-question, found "first".',
  ],
  [
    'an exercise with a capital letter',
    { '/lessons/asking/01-first/Busiest.yaml': exercise },
    'expected lesson.md, facilitator.md, figures.yaml or an exercise such as busiest.yaml, found "Busiest.yaml".',
  ],
  [
    "HTML in the facilitator's notes",
    { '/lessons/asking/01-first/facilitator.md': 'x <b>y</b>' },
    'lessons/asking/01-first/facilitator.md:1\n  expected Markdown',
  ],
])('%s is a problem', (_case, files, expected) => {
  expect(problemsOf(files).join('\n')).toContain(expected);
});

test('three lessons that need each other in a circle are each told so', () => {
  const problems = problemsOf({
    '/lessons/asking/01-first/lesson.md': lesson('needs: [asking/03-c]'),
    '/lessons/asking/02-b/lesson.md': lesson('needs: [asking/01-first]'),
    '/lessons/asking/02-b/busiest.yaml': exercise,
    '/lessons/asking/03-c/lesson.md': lesson('needs: [asking/02-b]'),
    '/lessons/asking/03-c/busiest.yaml': exercise,
  });
  expect(problems).toHaveLength(3);
  expect(problems[0]).toContain('asking/01-first needs asking/03-c needs asking/02-b needs asking/01-first');
});

test('all problems come at once', () => {
  expect(
    problemsOf({
      '/lessons/asking/track.yaml': 'title: A',
      '/lessons/asking/01-first/busiest.yaml': 'kind: sql',
    }).length,
  ).toBeGreaterThan(6);
});
