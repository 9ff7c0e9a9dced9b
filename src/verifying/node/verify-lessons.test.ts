import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { toTotal } from '../scorecard.ts';
import { createRiverProject } from '#src/testing/river-project.ts';
import { verifyLessons } from './verify-lessons.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const lesson = 'lessons/asking-questions/01-first-question';
// Where the machine has other work, proving a lesson takes its time.
const slow = { timeout: 120_000 };
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'lessons-'));
  await cp(join(root, lesson), join(copy, lesson), { recursive: true });
  await cp(
    join(root, 'lessons/asking-questions/track.yaml'),
    join(copy, 'lessons/asking-questions/track.yaml'),
  );
  await symlink(join(root, 'datasets'), join(copy, 'datasets'));
  await symlink(join(root, 'src'), join(copy, 'src'));
});
afterAll(() => rm(copy, { recursive: true }));

test('a lesson of the project is proved whole, and mistakes in it are told at once', slow, async () => {
  const { lessonCount, scorecards, problems } = await verifyLessons(copy, { cacheDir: join(copy, '.cache') });
  expect(problems).toEqual([]);
  expect(lessonCount).toBe(1);
  expect(scorecards.every(({ exercise }) => exercise.startsWith('asking-questions/01-first-question/'))).toBe(
    true,
  );
  expect(toTotal(scorecards).wrongAnswers).toBeGreaterThan(scorecards.length);

  const exercise = join(copy, lesson, 'busiest.yaml');
  const text = await readFile(exercise, 'utf8');
  const broken = text.replace('ORDER BY transactions DESC\n', 'ORDER BY transactions\n');
  expect(broken).not.toBe(text);
  await writeFile(exercise, broken);
  await writeFile(join(copy, lesson, 'unplaced.yaml'), 'kind: sql\ndatasets: [weather]\n');
  const after = (await verifyLessons(copy, { cacheDir: join(copy, '.cache') })).problems
    .map(toProblemText)
    .join('\n');
  expect(after).toMatch(/busiest\.yaml:\d+\n {2}alternatives\.0: expected an answer that is accepted/);
  expect(after).toMatch(/busiest\.yaml:\d+\n {2}wrong\.0\.answer: expected/);
  expect(after).toContain('unplaced.yaml:1\n  title: expected text, found nothing.');
  expect(after).toContain('unplaced.yaml:1\n  expected a line ::exercise{unplaced}');
});

test('a broken descriptor is told once, with the exercises that wait for it', async () => {
  const project = await mkdtemp(join(tmpdir(), 'lessons-'));
  try {
    await cp(join(root, 'lessons'), join(project, 'lessons'), { recursive: true });
    await cp(join(root, 'datasets/government-services'), join(project, 'datasets/government-services'), {
      recursive: true,
    });
    for (const id of ['nhs-ae', 'local-authorities'])
      await symlink(join(root, 'datasets', id), join(project, 'datasets', id));
    await symlink(join(root, 'src'), join(project, 'src'));
    const descriptor = join(project, 'datasets/government-services/dataset.yaml');
    await writeFile(
      descriptor,
      (await readFile(descriptor, 'utf8')).replace(/^publisher:.*$/m, 'publisher: [1]'),
    );
    const only = [
      'asking-questions/01-first-question/busiest',
      'asking-questions/01-first-question/choose-columns',
    ];
    const { problems } = await verifyLessons(project, { cacheDir: join(project, '.cache'), only });
    const text = problems.map(toProblemText).join('\n');
    expect(text.match(/publisher: expected text/g)).toHaveLength(1);
    expect(text).toContain(`so 2 exercises were not checked: ${only.toReversed().join(', ')}`);
    expect(text).not.toContain('There is no table');
  } finally {
    await rm(project, { recursive: true });
  }
});

test('an exercise whose lesson cannot be read says so', async () => {
  const project = createRiverProject();
  try {
    const file = 'lessons/water/01-rivers/lesson.md';
    project.write(file, project.read(file).replace('minutes: 5', 'minutes: five'));
    const { problems } = await verifyLessons(project.root, {
      cacheDir: join(project.root, '.cache'),
      only: ['water/01-rivers/longest'],
    });
    expect(problems).toMatchObject([{ file, path: 'minutes' }]);
  } finally {
    project.remove();
  }
});

test('a survivor is told with the three ways on, and either mark lets it pass', async () => {
  const id = 'asking-questions/01-first-question/one-department';
  const file = join(copy, `lessons/${id}.yaml`);
  const text = await readFile(file, 'utf8');
  const verifyText = async (changed: string) => {
    expect(changed).not.toBe(text);
    await writeFile(file, changed);
    return verifyLessons(copy, { cacheDir: join(copy, '.cache'), only: [id] });
  };
  try {
    const bare = await verifyText(text.replace(/^equivalent:\n(?: .*\n)+/m, ''));
    const [survivor] = bare.problems;
    expect(bare.problems).toHaveLength(1);
    expect(survivor?.found).toContain('no small lawful table was found on which it differs');
    expect(survivor?.found).toContain('no proof');
    for (const way of [
      '(a) ',
      '(b) ',
      'equivalent: [{ mutant: column/',
      '(c) ',
      'unproven: [{ mutant: column/',
    ])
      expect(survivor?.remedy).toContain(way);

    const marked = await verifyText(text.replace(/^equivalent:$/m, 'unproven:'));
    expect(marked.problems).toEqual([]);
    expect(toTotal(marked.scorecards)).toMatchObject({ equivalent: 0, unproven: 1, survivors: 0 });
    expect(toTotal(marked.scorecards).shareKilled).toBeLessThan(1);
  } finally {
    await writeFile(file, text);
  }
});

test('an answer is proven on views, as learners have them: rowid is no column there', slow, async () => {
  const id = 'asking-questions/01-first-question/one-department';
  const file = join(copy, `lessons/${id}.yaml`);
  const text = await readFile(file, 'utf8');
  try {
    await writeFile(
      file,
      text.replace("department = 'Home Office'\n", "department = 'Home Office' AND rowid >= 0\n"),
    );
    const changed = await verifyLessons(copy, { cacheDir: join(copy, '.cache'), only: [id] });
    expect(changed.problems.map(toProblemText).join('\n')).toMatch(/expected .*\n?.*rowid/);
  } finally {
    await writeFile(file, text);
  }
});
