import type { Problem } from '#src/authored/parse-authored.ts';
import { lineOfField } from './find-line.ts';
import type { Lesson } from './lesson.ts';
import type { AuthoredFile } from './sort-files.ts';

/**
 * `needs` must name lessons that exist, and no lesson may need itself, not even by way of others.
 *
 * @param lessonIds - All lessons that have a folder, so that a lesson with a mistake of its own still counts.
 */
export function checkNeeds(
  lessons: readonly { readonly lesson: Lesson; readonly file: AuthoredFile }[],
  lessonIds: ReadonlySet<string>,
): Problem[] {
  const needs = new Map(lessons.map(({ lesson }) => [lesson.id, lesson.needs]));
  return lessons.flatMap(({ lesson, file }) => {
    const at = { file: file.path, line: lineOfField(file.text, 'needs'), path: 'needs' };
    const unknown = lesson.needs
      .filter((id) => !lessonIds.has(id))
      .map((id) => ({
        ...at,
        expected: 'the id of a lesson, such as asking-questions/01-first-question',
        found: `"${id}"`,
      }));
    const circle = findCircle(lesson.id, needs);
    if (!circle) return unknown;
    return [
      ...unknown,
      {
        ...at,
        expected: 'lessons that can be taken first',
        found: `a circle: ${circle.join(' needs ')}`,
        remedy: 'Remove one of these needs.',
      },
    ];
  });
}

/** The way from a lesson back to itself, or undefined. */
function findCircle(
  id: string,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const follow = (path: readonly string[]): readonly string[] | undefined => {
    for (const next of needs.get(path.at(-1) ?? '') ?? []) {
      if (next === id) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return follow([id]);
}
