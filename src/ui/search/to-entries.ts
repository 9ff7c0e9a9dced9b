import type { Exercise } from '#src/exercises/kinds.ts';
import { toTermId, type GlossaryTerm } from '#src/lessons/glossary.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import type { PublishedDataset } from '../site/published-dataset.ts';
import type { SearchEntry } from './search-entry.ts';

/** The words of HTML, without its tags. */
function toWords(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A lesson, and each of its exercises. */
export function toLessonEntries(lesson: Lesson): readonly SearchEntry[] {
  const url: SearchEntry['url'] = `/lessons/${lesson.id}/`;
  const text = lesson.sections
    .map((section) => (section.kind === 'exercise' ? '' : toWords(section.html)))
    .join(' ');
  return [
    {
      kind: 'lesson',
      title: lesson.title,
      url,
      summary: lesson.summary,
      also: lesson.terms.map(({ term }) => term).join(' '),
      text: `${text} ${lesson.takeaway}`,
    },
    ...lesson.exercises.map((exercise) => toExerciseEntry(exercise, lesson)),
  ];
}

/** An exercise is found by its title and its task, never by its answer. */
function toExerciseEntry({ id, title, task }: Exercise, lesson: Lesson): SearchEntry {
  return {
    kind: 'exercise',
    title,
    url: `/lessons/${lesson.id}/#${id.slice(lesson.id.length + 1)}`,
    summary: `In the lesson “${lesson.title}”.`,
    also: '',
    text: task.replaceAll(/[*`]/g, ''),
  };
}

/** @param searchWords - Words beside its own that people search the dataset by. */
export function toDatasetEntry(
  { descriptor }: Pick<PublishedDataset, 'descriptor'>,
  searchWords: readonly string[],
): SearchEntry {
  const columns = descriptor.tables.flatMap((table) =>
    table.columns.map(({ name, meaning }) => `${name.replaceAll('_', ' ')} ${meaning}`),
  );
  return {
    kind: 'dataset',
    title: descriptor.title,
    url: `/datasets/${descriptor.id}/`,
    summary: descriptor.summary,
    also: [descriptor.publisher, ...descriptor.tables.map(({ name }) => name), ...searchWords].join(' '),
    text: columns.join(' '),
  };
}

export function toTermEntry({ term, forms, means }: GlossaryTerm): SearchEntry {
  return {
    kind: 'word',
    title: term,
    url: `/glossary/#${toTermId(term)}`,
    summary: means,
    also: forms.join(' '),
    text: '',
  };
}
