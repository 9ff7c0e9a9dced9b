import type { LastPlace } from './progress-file.ts';

/** The place of an exercise: its lesson's id is its own id without the last part. */
export function toPlace(exerciseId: string, at: string): LastPlace {
  return { lessonId: exerciseId.slice(0, exerciseId.lastIndexOf('/')), exerciseId, at };
}
