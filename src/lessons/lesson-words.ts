import type { Exercise } from '#src/exercises/kinds.ts';
import type { Lesson } from './lesson.ts';

/** Words of a lesson as the author wrote them, and where they stand. */
export interface LessonWords {
  readonly file: string;
  /** Of the field in a YAML file; empty for Markdown. */
  readonly path: string;
  readonly text: string;
  /** The exercise that they belong to; none for the lesson's own text and its notes for facilitators. */
  readonly exercise?: Exercise;
}

/**
 * All that people read in a lesson: its text and notes, and the words of its exercises.
 *
 * @param files - The text of the lesson's files, by their path from the project's root.
 */
export function readLessonWords(lesson: Lesson, files: Readonly<Record<string, string>>): LessonWords[] {
  const markdown = ['lesson.md', 'facilitator.md'].flatMap((name): LessonWords[] => {
    const file = `lessons/${lesson.id}/${name}`;
    const text = files[file];
    return text === undefined ? [] : [{ file, path: '', text }];
  });
  const header = (['title', 'summary', 'takeaway'] as const).map((field): LessonWords => ({
    file: `lessons/${lesson.id}/lesson.md`,
    path: '',
    text: lesson[field],
  }));
  const ofExercises = lesson.exercises.flatMap((exercise) =>
    splitWordsFromCode(exercise).words.map(({ path, text }): LessonWords => ({
      file: `lessons/${exercise.id}.yaml`,
      path,
      text,
      exercise,
    })),
  );
  return [...markdown, ...header, ...ofExercises];
}

const wordFields = ['title', 'task', 'hints', 'explain', 'feedback', 'text', 'caption', 'differs'];
const otherFields = ['id', 'kind', 'version', 'skills', 'difficulty', 'datasets', 'reason'];

/** The fields of an exercise that people read as words, and the code in it. */
export function splitWordsFromCode(exercise: Exercise) {
  const words: { readonly path: string; readonly text: string }[] = [];
  const code: string[] = [];
  const walk = (value: unknown, path: readonly (string | number)[], isWords: boolean) => {
    if (typeof value === 'string') {
      if (isWords) words.push({ path: path.join('.'), text: value });
      else code.push(value);
    } else if (typeof value === 'number') code.push(String(value));
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], isWords));
    else if (typeof value === 'object' && value !== null)
      for (const [name, field] of Object.entries(value))
        if (!otherFields.includes(name)) walk(field, [...path, name], wordFields.includes(name));
  };
  walk(exercise, [], false);
  return { words, code };
}
