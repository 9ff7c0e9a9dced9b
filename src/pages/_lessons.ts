import { toProblemText } from '#src/authored/parse-authored.ts';
import { buildCatalogue, type LessonCatalogue } from '#src/lessons/build-catalogue.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import type { Track } from '#src/lessons/track.ts';
import type { LessonOnOffer } from '#src/progress/choose-lesson.ts';
import type { LessonSummary, TrackSummary } from '#src/progress/lesson-summary.ts';
import type { PublishedDataset } from '#src/ui/site/published-dataset.ts';
import { siteUrl } from '#src/ui/site-url.ts';
import { datasets, leftOutIds } from './_datasets.ts';
import { preparedLesson } from './_prepared.ts';
import { skills } from './_skills.ts';

const files = import.meta.glob<string>('/lessons/**/*.{md,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every track with its lessons, in their order, the glossary and the paths. Throws with all mistakes in all lesson files at once. */
export const { tracks, glossary, paths } = loadCatalogue();

/** All lessons in the order in which they are taken. */
export const lessons: readonly Lesson[] = tracks.flatMap((track) => track.lessons);

/** The page of every lesson, as Astro asks for them. */
export function lessonPaths() {
  return tracks.flatMap((track) =>
    track.lessons.map((lesson) => ({
      params: { track: track.id, lesson: lesson.id.slice(track.id.length + 1) },
      props: { track, lesson },
    })),
  );
}

/** Lessons that use a dataset. */
export function lessonsUsing(datasetId: string): readonly Lesson[] {
  return lessons.filter((lesson) => lesson.datasets.includes(datasetId));
}

/** The lessons with these ids, in the order in which they are taken. */
export function lessonsById(ids: readonly string[]): readonly Lesson[] {
  return lessons.filter(({ id }) => ids.includes(id));
}

/** The lesson that comes after this one, in the same track or the next. */
export function lessonAfter(lesson: Lesson): Lesson | undefined {
  return lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
}

/** Three datasets that a lesson does not use, others for each lesson: to ask its question of them. */
export function otherDatasets(lesson: Lesson): readonly PublishedDataset[] {
  const others = datasets.filter(({ descriptor }) => !lesson.datasets.includes(descriptor.id));
  const from = lessons.findIndex(({ id }) => id === lesson.id) * 3;
  return [0, 1, 2].flatMap((step) => others[(from + step) % others.length] ?? []);
}

/** Tracks as the progress pages need them. */
export function trackSummaries(): readonly TrackSummary[] {
  return tracks.map(({ id, title, lessons: ofTrack }) => ({
    id,
    title,
    lessons: ofTrack.map(toLessonSummary),
  }));
}

/** A lesson as its card shows it. */
export function toLessonCard(lesson: Lesson) {
  return {
    ...toLessonSummary(lesson),
    summary: lesson.summary,
    start: preparedLesson(lesson.id).start,
  };
}

/** A track as its card shows it. */
export function toTrackCard(track: Track) {
  const [first] = track.lessons;
  return { ...track, shown: first && preparedLesson(first.id).start };
}

/** A lesson as it is offered to somebody who asks what to do now. */
export function toLessonOnOffer(lesson: Lesson): LessonOnOffer {
  return { ...toLessonSummary(lesson), needs: lesson.needs };
}

/** A lesson as all that shows progress needs it. */
export function toLessonSummary({ id, title, minutes, version, exercises }: Lesson): LessonSummary {
  return {
    id,
    title,
    minutes,
    version,
    url: siteUrl(`/lessons/${id}/`),
    exercises: exercises.map((exercise) => ({
      id: exercise.id,
      title: exercise.title,
      version: exercise.version,
    })),
  };
}

function loadCatalogue(): Omit<LessonCatalogue, 'problems'> {
  const {
    tracks: all,
    glossary: terms,
    paths: allPaths,
    problems,
  } = buildCatalogue(files, {
    skillIds: skills.map(({ id }) => id),
    datasetIds: [...datasets.map(({ descriptor }) => descriptor.id), ...leftOutIds],
  });
  if (problems.length > 0) {
    throw new Error(`The lessons cannot be published.\n${problems.map(toProblemText).join('\n')}`);
  }
  // A lesson goes with its draft, and a track with its last lesson.
  const published = all
    .map((track) => ({
      ...track,
      lessons: track.lessons.filter((lesson) => !lesson.datasets.some((id) => leftOutIds.includes(id))),
    }))
    .filter((track) => track.lessons.length > 0);
  const ids = published.flatMap((track) => track.lessons.map(({ id }) => id));
  const openPaths = allPaths.map((path) => ({
    ...path,
    lessons: path.lessons.filter(({ lesson }) => ids.includes(lesson)),
  }));
  return { tracks: published, glossary: terms, paths: openPaths };
}
