import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEngineError } from '#src/engine/engine-error.ts';
import { explainError } from '#src/engine/explain/explain-error.ts';
import { parseReport } from '#src/exercises/parse-report.ts';
import { toReport } from '#src/exercises/report.ts';
import { parseAskLink, toAskLink } from '#src/explore/ask-link.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import { readTable } from '#src/explore/reading/read-table.ts';
import { parseShareLink, toShareLink } from '#src/explore/share-link.ts';
import { splitStatements } from '#src/sql/statements.ts';
import { damaged, damagedText } from './damage.ts';

// With the 4,100 of src/progress/damaged-input.test.ts and the 300 addresses of e2e/hostile-addresses.spec.ts: 10,000 over all doors.
const seed = 20_261_127;
/** A page that is busy for longer than this hangs, for whoever waits before it. */
const hangMs = 5_000;

/** Tries a door with damaged inputs: each is taken or refused by a value, in time. */
async function tryDoor<T>(
  inputs: fc.Arbitrary<T>,
  numRuns: number,
  holds: (input: T) => unknown,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const startedAt = performance.now();
      await holds(input);
      expect(performance.now() - startedAt).toBeLessThan(hangMs);
    }),
    { seed, numRuns },
  );
}

const work = { text: "SELECT 'é' FROM ae_monthly -- a word", datasets: ['nhs-ae'] };
const link = toShareLink(work, 'https://example.org/explore/');
const hash = link.ok ? new URL(link.url).hash : '';
const hashOf = (value: unknown) => `#query=${Buffer.from(JSON.stringify(value) ?? '').toString('base64url')}`;

test('1,800 damaged share links give a query of the form we send, or a sentence', () =>
  tryDoor(
    fc.oneof(
      damagedText(hash),
      damaged({ v: 1, d: work.datasets, q: work.text }).map(hashOf),
      fc.string({ unit: 'binary', maxLength: 500 }).map((text) => `#query=${text}`),
    ),
    1_800,
    (input) => {
      const read = parseShareLink(input);
      if (read.kind === 'broken') expect(read.message).toMatch(/^The link .*\.$/);
      if (read.kind !== 'query') return;
      expect(typeof read.work.text).toBe('string');
      for (const id of read.work.datasets) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    },
  ));

test('600 damaged links to a question name a dataset of the form we have, or none', () =>
  tryDoor(
    fc.oneof(
      damagedText(toAskLink('nhs-ae', 2)),
      fc.string({ maxLength: 50 }).map((text) => `#ask=${text}`),
    ),
    600,
    (input) => {
      const asked = parseAskLink(input);
      if (asked) expect(`${asked.datasetId} ${asked.index}`).toMatch(/^[a-z][a-z0-9-]* \d$/);
    },
  ));

const report = {
  exercise: 'asking-questions/01-first-question/busiest',
  version: '0123456789abcdef',
  data: { services: 'a1b2' },
  verdict: 'wrong-rows',
  words: 'Your result has 3 rows more than expected.',
  answer: 'SELECT service\nFROM services -- all: of them',
  found: { columns: ['service'], rowCount: 1, rows: [['Car tax']] },
} as const;

test('1,000 damaged reports are read whole, or refused with where and what', () =>
  tryDoor(
    fc.oneof(
      damagedText(toReport(report)),
      damaged(report).map((value) => JSON.stringify(value) ?? ''),
      fc.constantFrom('[', '&a [*a', '- ', 'a: ', '|', '"').map((piece) => piece.repeat(100)),
    ),
    1_000,
    (input) => {
      const read = parseReport(input, 'report.yaml');
      if (read.ok) expect(typeof read.value.answer).toBe('string');
      else expect(read.problems.length).toBeGreaterThan(0);
    },
  ));

const pieces = [
  'SELECT ',
  'FROM ',
  'WHERE ',
  '= NULL ',
  '“',
  "'",
  '"',
  '(',
  ')',
  ',',
  ';',
  '-- ',
  '/*',
  'é',
  '\u0000',
  'LIMIT ',
];
const answers = fc.oneof(
  damagedText("WITH a AS (SELECT service, count(*) FROM services WHERE x = 'y') SELECT * FROM a ORDER BY 1"),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom(...pieces), fc.integer({ max: 5_000 }))
    .map(([piece, count]) => piece.repeat(Math.max(0, count))),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const errors = fc.constantFrom(
  'Parser Error: syntax error at or near "FROM"',
  'Binder Error: Referenced column "x" not found in FROM clause!',
  '{"exception_type":"Catalog","exception_message":"Table with name x does not exist!","name":"x","type":"Table"}',
  "Conversion Error: Could not convert string 'a' to INT32",
  '{"exception_type":',
);

test('1,400 damaged answers that do not run are each explained in a sentence, with a place inside the text', () =>
  tryDoor(fc.record({ text: answers, message: errors, at: fc.nat(400) }), 1_400, ({ text, message, at }) => {
    for (const statement of splitStatements(text).slice(0, 3)) {
      const offset = statement.start + Math.min(at, statement.text.length);
      const said = explainError({
        error: parseEngineError(message),
        text,
        statement,
        tables: [{ name: 'services', columns: [{ name: 'service', type: 'VARCHAR' }] }],
        offset,
      });
      expect(said.message.length).toBeGreaterThan(0);
      if (!said.place) continue;
      expect(said.place.start).toBeGreaterThanOrEqual(0);
      expect(said.place.end).toBeLessThanOrEqual(text.length);
    }
  }));

const files: readonly (readonly [name: string, content: string])[] = [
  ['towns.csv', 'Town,Visits,Day\nLeeds,"1,200",2025-04-01\nYork,30,2025-04-02\n'],
  ['towns.tsv', 'Town\tVisits\nLeeds\t1200\nYork\t30\n'],
  ['towns.json', '[{"town":"Leeds","visits":1200,"at":{"x":1}},{"town":"York","visits":30}]'],
];

test('800 damaged files of a person’s own are read, or refused with a sentence for them', () =>
  tryDoor(
    fc
      .constantFrom(...files)
      .chain(([name, content]) => damagedText(content).map((text) => ({ name, text }))),
    800,
    async ({ name, text }) => {
      const bytes = Uint8Array.from(Buffer.from(text));
      const refusal = await readTable({ name, bytes }, { off: [] }).then(
        () => undefined,
        (cause: unknown) => cause,
      );
      if (refusal) expect(refusal).toBeInstanceOf(FileProblem);
    },
  ));
