import { expect } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countWords } from '#src/words/count-words.ts';
import { firstLesson } from '../support/exercise.ts';
import { serviceCount } from '../support/row-count.ts';
import { exercisePart, mainPart } from './visitor.ts';
import type { Visitor } from './visitor.ts';

const first = exercisePart('Choose your columns');
const second = exercisePart('Over the threshold');
const allRows = countWords(serviceCount, 'row');
const endless = 'SELECT count(*) FROM range(100000000000)';

/** After a stopped query the next one answers within this time: the engine is started again meanwhile. */
const backWithinMs = 10_000;

/** One step of what a learner does from the first lesson to a file of their own, the same in every browser. */
export interface PathStep {
  readonly step: string;
  readonly walk: (visitor: Visitor) => Promise<void>;
}

/** In this order: each begins where the one before it left the page. */
export const learnerPath: readonly PathStep[] = [
  {
    step: 'opens a lesson and runs the query that stands there',
    async walk(visitor) {
      await visitor.open(firstLesson);
      await visitor.write(first, 'SELECT service FROM services');
      await visitor.press(first, 'Run');
      await visitor.sees(first, allRows, 60_000);
    },
  },
  {
    step: 'is told what is wrong',
    async walk(visitor) {
      await visitor.press(first, 'Check my answer');
      await visitor.sees(first, 'Your result has 2 columns fewer than expected.');
      expect(await visitor.read(first)).not.toContain('Done');
    },
  },
  {
    step: 'gets it right',
    async walk(visitor) {
      await visitor.write(first, 'SELECT service, department, transactions FROM services');
      await visitor.press(first, 'Check my answer');
      await visitor.sees(first, `You have a list of ${countWords(serviceCount, 'service')}`);
      await visitor.sees(first, 'Done');
    },
  },
  {
    step: 'finds text and status again after a reload',
    async walk(visitor) {
      await visitor.reload();
      await visitor.sees(first, 'Your answer from last time is back.');
      await visitor.sees(first, 'Done');
      await visitor.holds(first, 'SELECT service, department, transactions FROM services');
    },
  },
  {
    step: 'goes on to the next exercise',
    async walk(visitor) {
      await visitor.write(second, 'SELECT service FROM services');
      await visitor.press(second, 'Run');
      await visitor.sees(second, allRows, 60_000);
    },
  },
  {
    step: 'stops a query that takes too long, and the next one runs at once',
    async walk(visitor) {
      // Twice: a browser in which the first query runs on shows it at the second.
      for (let round = 0; round < 2; round++) {
        await visitor.write(second, endless);
        await visitor.press(second, 'Run');
        await visitor.press(second, 'Stop');
        await visitor.sees(second, 'Stopped');
        await visitor.write(second, 'SELECT service FROM services');
        await visitor.press(second, 'Run');
        await visitor.sees(second, allRows, backWithinMs);
      }
    },
  },
  {
    step: 'asks a file of their own in Explore',
    async walk(visitor) {
      const folder = await mkdtemp(join(tmpdir(), 'own-file-'));
      try {
        const path = join(folder, 'towns.csv');
        await writeFile(path, 'Town,Visits\nLeeds,1200\nYork,30\n');
        await visitor.open('/explore/');
        await visitor.chooseFile('Choose a file', path);
        await visitor.sees(mainPart, 'is the table', 60_000);
        await visitor.write(mainPart, 'SELECT town FROM my_towns WHERE visits > 100');
        await visitor.press(mainPart, 'Run');
        await visitor.sees(mainPart, /1 row in [\d,.]+/, 60_000);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
];
