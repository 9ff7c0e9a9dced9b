import type { Problem } from '#src/authored/parse-authored.ts';

/** A file as it was read: `path` from the project's root, without a slash in front. */
export interface AuthoredFile {
  readonly path: string;
  readonly text: string;
}

/** The files of one lesson's folder. */
export interface LessonFiles {
  /** Path id, such as `asking-questions/01-first-question`. */
  readonly id: string;
  readonly folder: string;
  lesson?: AuthoredFile;
  facilitator?: AuthoredFile;
  figures?: AuthoredFile;
  /** By the exercise's name. */
  readonly exercises: Map<string, AuthoredFile>;
}

/** The files of one track's folder. */
export interface TrackFiles {
  readonly id: string;
  readonly folder: string;
  track?: AuthoredFile;
  /** By the folder's name, in that order. */
  readonly lessons: Map<string, LessonFiles>;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const lessonSlug = /^\d\d-[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Sorts the files under `lessons/` into tracks and lessons, by their paths alone. Files that have no place there are
 * problems.
 */
export function sortFiles(files: Readonly<Record<string, string>>): {
  tracks: Map<string, TrackFiles>;
  glossary: AuthoredFile | undefined;
  paths: AuthoredFile | undefined;
  problems: Problem[];
} {
  const tracks = new Map<string, TrackFiles>();
  const problems: Problem[] = [];
  let glossary: AuthoredFile | undefined;
  let paths: AuthoredFile | undefined;
  const sorted = Object.entries(files)
    .map(([path, text]) => ({ path: path.replace(/^\.?\//, ''), text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

  for (const file of sorted) {
    const [root, trackName = '', lessonName = '', fileName = '', ...deeper] = file.path.split('/');
    const refuse = (expected: string, found: string, remedy: string) =>
      problems.push({ file: file.path, line: 1, path: '', expected, found, remedy });

    if (file.path === 'lessons/glossary.yaml') {
      glossary = file;
      continue;
    }
    if (file.path === 'lessons/paths.yaml') {
      paths = file;
      continue;
    }
    if (root !== 'lessons' || deeper.length > 0 || lessonName === '') {
      refuse(
        'a file of a track or of a lesson',
        'a file elsewhere',
        'Files stand in lessons/<track>/ or lessons/<track>/<nn-slug>/.',
      );
      continue;
    }
    if (!slug.test(trackName)) {
      refuse('a folder named in small letters, digits and hyphens', `"${trackName}"`, 'Rename the folder.');
      continue;
    }
    const track = getOrAdd(tracks, trackName, (): TrackFiles => ({
      id: trackName,
      folder: `lessons/${trackName}`,
      lessons: new Map<string, LessonFiles>(),
    }));
    if (fileName === '') {
      if (lessonName === 'track.yaml') track.track = file;
      else refuse('track.yaml', `"${lessonName}"`, 'Lessons stand in folders of their own.');
      continue;
    }
    if (!lessonSlug.test(lessonName)) {
      refuse(
        'a folder named with two digits and a short name, such as 01-first-question',
        `"${lessonName}"`,
        'Rename the folder.',
      );
      continue;
    }
    const lesson = getOrAdd(track.lessons, lessonName, (): LessonFiles => ({
      id: `${trackName}/${lessonName}`,
      folder: `${track.folder}/${lessonName}`,
      exercises: new Map<string, AuthoredFile>(),
    }));
    const exerciseName = /^(.*)\.yaml$/.exec(fileName)?.[1];
    if (fileName === 'lesson.md') lesson.lesson = file;
    else if (fileName === 'facilitator.md') lesson.facilitator = file;
    else if (fileName === 'figures.yaml') lesson.figures = file;
    else if (exerciseName !== undefined && slug.test(exerciseName)) lesson.exercises.set(exerciseName, file);
    else {
      refuse(
        'lesson.md, facilitator.md, figures.yaml or an exercise such as busiest.yaml',
        `"${fileName}"`,
        'Name exercises in small letters, digits and hyphens.',
      );
    }
  }
  return { tracks, glossary, paths, problems };
}

function getOrAdd<T>(map: Map<string, T>, key: string, create: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
