import { expect, test } from 'vitest';
import type { ExploreDataset } from './explore-dataset.ts';
import { isUntouched, toAskedWork } from './starter-work.ts';

const questions = [
  { question: 'How many?', query: 'SELECT count(*) FROM t' },
  { question: 'Which?', query: 'FROM t' },
];
const datasets = [{ id: 'rivers', questions }] as unknown as ExploreDataset[];

test.each([
  ['#ask=rivers', { text: 'SELECT count(*) FROM t', datasets: ['rivers'] }],
  ['#ask=rivers.1', { text: 'FROM t', datasets: ['rivers'] }],
  ['#ask=rivers.2', undefined],
  ['#ask=lakes', undefined],
  ['', undefined],
])('the link %s asks for %j', (hash, work) => {
  expect(toAskedWork(hash, datasets)).toEqual(work);
});

test.each([
  ['', true],
  [' \n', true],
  ['FROM t', true],
  ['FROM t LIMIT 3', false],
])('whether "%s" is nobody’s work: %s', (text, untouched) => {
  expect(isUntouched(text, datasets)).toBe(untouched);
});
