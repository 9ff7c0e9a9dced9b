import { expect } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { engineFile, resultOf, run } from '../support/exercise.ts';
import { serviceCount } from '../support/row-count.ts';
import type { Fault } from './fault.ts';

/** Engine, data, code and answer keys that do not arrive, or arrive broken. */
export const arrivingFaults: readonly Fault[] = [
  {
    fault: 'the engine does not arrive',
    place: 'exercise',
    before: (page) => page.route(engineFile, (route) => route.abort()),
    happens: (_page, exercise) => run(exercise),
    says: /could not be downloaded/,
    recover: async (page, exercise) => {
      await page.unroute(engineFile);
      await exercise.getByRole('button', { name: 'Try again' }).click();
      await run(exercise);
      await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
    },
  },
];
