import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take minutes each, and grow with the lessons. */
const longest = [
  'src/verifying/node/answer-bank.test.ts',
  'src/verifying/node/named-causes.test.ts',
  'src/testing/fair-rewrites.test.ts',
  'src/testing/lawful/bank-names.test.ts',
];

/** Starts the longest files first, so that no core is idle while another works one off. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((file) => moduleId.endsWith(file));
      return place === -1 ? longest.length : place;
    };
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // The process that hands out the tests hardly works itself, so every core can run some.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
