import type { Track } from './track.ts';

/** What somebody wants to know before they begin a track. */
export interface TrackFacts {
  /** Of the shortest lesson and of the longest. */
  readonly minutes: { readonly shortest: number; readonly longest: number };
  readonly exerciseCount: number;
  /** Ids of lessons of other tracks that its lessons build on. */
  readonly needs: readonly string[];
  /** Ids of the skills of its exercises, the most practised first. */
  readonly skillIds: readonly string[];
}

export function toTrackFacts({ id, lessons }: Track): TrackFacts {
  const minutes = lessons.map((lesson) => lesson.minutes);
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  const counts = new Map<string, number>();
  for (const skill of exercises.flatMap(({ skills }) => skills))
    counts.set(skill, (counts.get(skill) ?? 0) + 1);
  return {
    minutes: { shortest: Math.min(...minutes), longest: Math.max(...minutes) },
    exerciseCount: exercises.length,
    needs: [...new Set(lessons.flatMap(({ needs }) => needs))].filter((need) => !need.startsWith(`${id}/`)),
    skillIds: [...counts].toSorted(([, a], [, b]) => b - a).map(([skill]) => skill),
  };
}
