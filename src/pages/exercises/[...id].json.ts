import type { APIRoute } from 'astro';
import { toAnswerKey, type Exercise } from '#src/exercises/kinds.ts';
import { builtOf } from '../_exercises.ts';
import { lessons } from '../_lessons.ts';

// An exercise's solution and feedback are fetched when they are first needed, so that they do not weigh on the page.
export function getStaticPaths() {
  return lessons
    .flatMap((lesson) => lesson.exercises)
    .map((exercise) => ({ params: { id: exercise.id }, props: { exercise } }));
}

export const GET: APIRoute<{ exercise: Exercise }> = ({ props }) =>
  Response.json(toAnswerKey(props.exercise, builtOf(props.exercise.id)));
