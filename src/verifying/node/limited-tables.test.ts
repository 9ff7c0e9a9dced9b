import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { openLimitedTables, type LimitedTables } from './limited-tables.ts';

let tables: LimitedTables;
beforeAll(async () => {
  tables = await openLimitedTables(join(import.meta.dirname, '../../..'), ['government-services'], 5000);
});
afterAll(() => tables.close());

const solution = 'SELECT count(*) FROM services';
const judge = (answer: string) =>
  tables.judge({ solution, wrong: [], compare: compareSchema.parse({}) }, answer, {});

test('has views of the tables, as the page does: a row has no number', async () => {
  const { verdict } = await judge('SELECT count(*) FROM services WHERE rowid >= 0');
  expect(verdict.kind).toBe('does-not-run');
});

test('has the tables under the name of their dataset, as the page does, and nothing can change them', async () => {
  const before = await tables.checksum();
  expect((await judge('SELECT count(*) FROM government_services.services')).verdict.kind).toBe('correct');
  const change = await judge(`DELETE FROM government_services.services; ${solution}`);
  expect(change.verdict.kind).toBe('does-not-run');
  expect(await tables.checksum()).toBe(before);
});

test('says how to make a query lighter that does not come to an end', async () => {
  const cross = 'services a, services b, services c, services d, services e';
  const { verdict, spoiled } = await judge(`SELECT count(*) FROM ${cross} WHERE a.service < e.service`);
  expect(spoiled).toBe(true);
  expect(verdict).toMatchObject({
    kind: 'undecided',
    reason: expect.stringContaining('Make the query lighter') as string,
  });
}, 30_000);

test('a run and its check share one limit', { timeout: 120_000 }, async () => {
  // The check runs a query again: with a limit each, both together would take nearly twice as long.
  const slow =
    'SELECT count(*) FROM services WHERE 0 < (SELECT count(*) FROM services a, services b, range(40) c WHERE a.service || c.range < b.service)';
  const longMs = 60_000;
  const open = async (limitMs: number) =>
    openLimitedTables(join(import.meta.dirname, '../../..'), ['government-services'], limitMs);
  const timed = async (limited: LimitedTables) => {
    const startedAt = performance.now();
    const { verdict } = await limited.judge(
      { solution, wrong: [], compare: compareSchema.parse({}) },
      slow,
      {},
    );
    limited.close();
    return { verdict, elapsedMs: performance.now() - startedAt };
  };
  const whole = await timed(await open(longMs));
  expect(whole.verdict.kind).toBe('correct');
  const limitMs = whole.elapsedMs * 0.4;
  const late = await timed(await open(limitMs));
  expect(late.verdict.kind).toBe('undecided');
  expect(late.elapsedMs).toBeLessThan(limitMs + 1_000);
});
