import type { APIRoute } from 'astro';
import { toExerciseKey } from '#src/exercises/sql/outline.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { compiledOf } from '../_compiled.ts';
import { lessons } from '../_lessons.ts';

// An exercise's solution and feedback are fetched when they are first needed, so that they do not weigh on the page.
export function getStaticPaths() {
  return lessons
    .flatMap((lesson) => lesson.exercises)
    .map((exercise) => ({ params: { id: exercise.id }, props: { exercise } }));
}

export const GET: APIRoute<{ exercise: SqlExercise }> = ({ props }) =>
  Response.json({ ...toExerciseKey(props.exercise), compiled: compiledOf(props.exercise.id) });
