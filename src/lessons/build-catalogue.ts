import type { Problem } from '#src/authored/parse-authored.ts';
import { checkNeeds } from './check-needs.ts';
import { toContentHash } from '#src/authored/content-hash.ts';
import type { Exercise } from '#src/exercises/kinds.ts';
import { parseGlossary, type GlossaryTerm } from './glossary.ts';
import { lineOfField, lineOfText } from './find-line.ts';
import { parseFigures } from './figures/lesson-figures.ts';
import type { Lesson } from './lesson.ts';
import { parseExercise } from '#src/exercises/parse-exercise.ts';
import { parseLesson } from './parse-lesson.ts';
import { sortFiles, type AuthoredFile, type LessonFiles } from './sort-files.ts';
import { toHtml } from './to-html.ts';
import { linkTerms } from './link-terms.ts';
import { lineInText } from '#src/authored/line-of-path.ts';
import { parsePaths, type LearningPath } from './paths.ts';
import { parseTrack, type Track } from './track.ts';

/** All that stands under `lessons/`, and everything that is wrong with it. */
export interface LessonCatalogue {
  /** In their order, each with its lessons in theirs. What could not be read is left out. */
  readonly tracks: readonly Track[];
  readonly glossary: readonly GlossaryTerm[];
  readonly paths: readonly LearningPath[];
  readonly problems: readonly Problem[];
}

/** What lessons may refer to. */
export interface KnownIds {
  readonly skillIds: readonly string[];
  readonly datasetIds: readonly string[];
}

/**
 * Reads all lesson files and checks what they say of each other.
 *
 * @param files - Text by path, as from `import.meta.glob('/lessons/**\/*.{md,yaml}', { query: '?raw' })` or from disk.
 */
export function buildCatalogue(files: Readonly<Record<string, string>>, known: KnownIds): LessonCatalogue {
  const sorted = sortFiles(files);
  const problems = [...sorted.problems];
  const tracks: Track[] = [];
  const glossary = parseGlossary(
    sorted.glossary?.text ?? '[]',
    sorted.glossary?.path ?? 'lessons/glossary.yaml',
  );
  if (!glossary.ok) problems.push(...glossary.problems);
  const terms = glossary.ok ? glossary.value : [];
  const lessonFiles = [...sorted.tracks.values()].flatMap((track) => [...track.lessons.values()]);
  const lessonIds = new Set(lessonFiles.map(({ id }) => id));
  const paths = readPaths(sorted.paths, lessonIds);
  problems.push(...paths.problems);
  const byId = new Map<string, { lesson: Lesson; file: AuthoredFile }>();

  for (const track of sorted.tracks.values()) {
    const lessons: Lesson[] = [];
    for (const each of track.lessons.values()) {
      const read = readLesson(each, known);
      problems.push(...read.problems);
      if (!read.lesson || !each.lesson) continue;
      lessons.push(read.lesson);
      byId.set(read.lesson.id, { lesson: read.lesson, file: each.lesson });
    }
    if (!track.track) {
      problems.push(missing(`${track.folder}/track.yaml`, 'Say title, summary, order and audience there.'));
      continue;
    }
    const header = parseTrack({ id: track.id, file: track.track.path, text: track.track.text });
    if (!header.ok) {
      problems.push(...header.problems);
      continue;
    }
    const rival = tracks.find(({ order }) => order === header.value.order);
    if (rival) {
      problems.push({
        file: track.track.path,
        line: lineOfField(track.track.text, 'order'),
        path: 'order',
        expected: 'a number of its own',
        found: `${header.value.order}, which the track ${rival.id} has too`,
      });
    }
    tracks.push({ ...header.value, lessons: linkTerms(lessons, terms) });
  }
  problems.push(...checkNeeds([...byId.values()], lessonIds));
  return { tracks: tracks.sort((a, b) => a.order - b.order), glossary: terms, paths: paths.value, problems };
}

/** The paths, each of whose lessons must be there. */
function readPaths(
  file: AuthoredFile | undefined,
  lessonIds: ReadonlySet<string>,
): { readonly value: readonly LearningPath[]; readonly problems: readonly Problem[] } {
  if (!file) return { value: [], problems: [] };
  const parsed = parsePaths(file.text, file.path);
  if (!parsed.ok) return { value: [], problems: parsed.problems };
  return {
    value: parsed.value,
    problems: parsed.value.flatMap(({ lessons }, at) =>
      lessons.flatMap(({ lesson }, place) => {
        if (lessonIds.has(lesson)) return [];
        const path = `${at}.lessons.${place}.lesson`;
        return [
          {
            file: file.path,
            line: lineInText(file.text, path),
            path,
            expected: 'the id of a lesson, such as asking-questions/01-first-question',
            found: `"${lesson}"`,
          },
        ];
      }),
    ),
  };
}

function readLesson(files: LessonFiles, known: KnownIds): { lesson?: Lesson; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const exercises = new Map<string, Exercise>();
  for (const [name, file] of files.exercises) {
    const parsed = parseExercise({ id: `${files.id}/${name}`, file: file.path, text: file.text });
    if (parsed.ok) {
      exercises.set(parsed.value.id, parsed.value);
      problems.push(
        ...unknownIds(
          file,
          'skills',
          parsed.value.skills,
          known.skillIds,
          'a skill of src/skills/skills.yaml',
        ),
      );
    } else problems.push(...parsed.problems);
  }
  if (!files.lesson) {
    problems.push(missing(`${files.folder}/lesson.md`, 'Every folder of a track holds one lesson.'));
    return { problems };
  }
  const facilitator = files.facilitator && toHtml(files.facilitator.text, { file: files.facilitator.path });
  problems.push(...(facilitator?.problems ?? []));

  const figures = parseFigures(
    files.figures?.text ?? '{}',
    files.figures?.path ?? `${files.folder}/figures.yaml`,
  );
  if (!figures.ok) problems.push(...figures.problems);

  const parsed = parseLesson({ id: files.id, file: files.lesson.path, text: files.lesson.text });
  if (!parsed.ok) return { problems: [...problems, ...parsed.problems] };
  const lesson = parsed.value;
  problems.push(
    ...unknownIds(files.lesson, 'skills', lesson.skills, known.skillIds, 'a skill of src/skills/skills.yaml'),
    ...unknownIds(files.lesson, 'datasets', lesson.datasets, known.datasetIds, 'a dataset of datasets/'),
    ...checkPlaces(
      files,
      files.lesson,
      lesson.sections.flatMap((section) => (section.kind === 'exercise' ? [section.exerciseId] : [])),
    ),
  );
  for (const [name, file] of files.exercises) {
    const exercise = exercises.get(`${files.id}/${name}`);
    if (exercise)
      problems.push(
        ...unknownIds(
          file,
          'datasets',
          exercise.datasets,
          lesson.datasets,
          `a dataset of its lesson (${lesson.datasets.join(', ')})`,
        ),
      );
  }
  const texts = [files.lesson, files.facilitator, ...files.exercises.values()].map(
    (file) => file?.text ?? '',
  );
  const facilitatorHtml = facilitator?.sections
    .map((section) => (section.kind === 'exercise' ? '' : section.html))
    .join('\n');
  return {
    problems,
    lesson: {
      ...lesson,
      exercises: lesson.sections.flatMap((section) => {
        const exercise = section.kind === 'exercise' ? exercises.get(section.exerciseId) : undefined;
        return exercise ? [exercise] : [];
      }),
      ...(facilitatorHtml === undefined ? {} : { facilitatorHtml }),
      figures: figures.ok ? figures.value : { figures: [], constants: [] },
      // Known once the lessons before it are.
      terms: [],
      version: toContentHash(texts.map(toContentHash).join()),
    },
  };
}

/** Every exercise named in the text has its file, and every file its place in the text. */
function checkPlaces(files: LessonFiles, lesson: AuthoredFile, exerciseIds: readonly string[]): Problem[] {
  const names = exerciseIds.map((id) => id.slice(files.id.length + 1));
  const withoutFile = names
    .filter((name) => !files.exercises.has(name))
    .map((name) => ({
      file: lesson.path,
      line: lineOfText(lesson.text, `::exercise{${name}}`),
      path: '',
      expected: `a file ${files.folder}/${name}.yaml`,
      found: 'no such file',
      remedy: 'Write the exercise, or mend the name.',
    }));
  const withoutPlace = [...files.exercises]
    .filter(([name]) => !names.includes(name))
    .map(([name, file]) => ({
      file: file.path,
      line: 1,
      path: '',
      expected: `a line ::exercise{${name}} in ${lesson.path}`,
      found: 'none',
      remedy: 'Put the line where the exercise belongs, or delete the file.',
    }));
  return [...withoutFile, ...withoutPlace];
}

function unknownIds(
  file: AuthoredFile,
  field: string,
  ids: readonly string[],
  known: readonly string[],
  expected: string,
): Problem[] {
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({
      file: file.path,
      line: lineOfField(file.text, field),
      path: field,
      expected,
      found: `"${id}"`,
    }));
}

function missing(file: string, remedy: string): Problem {
  return { file, line: 1, path: '', expected: 'a file here', found: 'none', remedy };
}
