import { expect, test } from 'vitest';
import { findAsked } from './find-asked.ts';

const known = ['asking/01-first/busiest', 'asking/01-first/quietest', 'joining/01-keys/orphans'];

test.each([
  ['an id', ['asking/01-first/busiest'], [0]],
  ['the last part of one', ['orphans'], [2]],
  ['a path', ['./lessons/asking/01-first/quietest.yaml'], [1]],
  ['a lesson', ['asking/01-first'], [0, 1]],
  ['a lesson by its folder', ['lessons/joining/01-keys/'], [2]],
  ['a track and one of its exercises', ['asking', 'busiest'], [0, 1]],
  ['several, in the order of the lessons', ['orphans', 'busiest'], [0, 2]],
])('finds exercises by %s', (_case, names, places) => {
  expect(findAsked(names, known)).toEqual({ ok: true, ids: places.map((place) => known[place]) });
});

test('a name that does not exist is told with the nearest one', () => {
  expect(findAsked(['busyest'], known)).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/no exercise, lesson or track "busyest"\. Did you mean "busiest"\?/),
  });
});
