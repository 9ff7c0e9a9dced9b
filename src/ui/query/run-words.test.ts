import { expect, test } from 'vitest';
import type { EngineStatus } from '#src/engine/engine.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { durationWords, engineWords, outcomeWords, rowCountWords, toRunAnnouncement } from './run-words.ts';

const columns = [{ name: 'n', type: 'BIGINT' }];
const toTable = (shown: number, rowCount: number) => ({
  columns,
  rows: Array.from({ length: shown }, () => [1]),
  rowCount,
});

test.each([
  [0.2, 'less than a millisecond'],
  [1.2, '1 millisecond'],
  [340.4, '340 milliseconds'],
  [2340, '2.3 seconds'],
])('%f milliseconds are "%s"', (elapsed, words) => {
  expect(durationWords(elapsed)).toBe(words);
});

test('says when a table was cut', () => {
  expect(rowCountWords(toTable(1000, 1_000_000))).toBe('The first 1,000 of 1,000,000 rows');
  expect(rowCountWords(toTable(5, 5))).toBe('5 rows');
});

test.each<[string, RunOutcome, RegExp]>([
  [
    'rows',
    { status: 'ok', table: toTable(2, 2), elapsedMs: 12 },
    /^Your query gave 2 rows in 12 milliseconds\.$/,
  ],
  [
    'no table',
    { status: 'ok', table: { columns: [], rows: [], rowCount: 0 }, elapsedMs: 1 },
    /gives no table/,
  ],
  [
    'an error',
    { status: 'error', error: { message: 'There is no table "x".', details: '' } },
    /did not run\. There is no/,
  ],
  ['the limit', { status: 'timeout', limitMs: 10_000 }, /^Stopped after 10 seconds/],
  ['Stop', { status: 'cancelled' }, /^Stopped\. Your text/],
])('announces %s', (_case, outcome, words) => {
  expect(outcomeWords(outcome)).toMatch(words);
});

test.each<[EngineStatus, string]>([
  [{ state: 'idle' }, ''],
  [{ state: 'starting', loadedBytes: 0, totalBytes: 0 }, 'Getting the query engine ready…'],
  [
    { state: 'starting', loadedBytes: 12_300_000, totalBytes: 24_100_000 },
    'Getting the query engine ready (12 of 24 MB)…',
  ],
  [{ state: 'starting', loadedBytes: 24, totalBytes: 24 }, 'Starting the query engine…'],
  [{ state: 'ready' }, 'The query engine is ready.'],
  [{ state: 'failed', message: 'No connection.' }, 'No connection.'],
])('says of the engine %o: "%s"', (status, words) => {
  expect(engineWords(status)).toBe(words);
  // What it costs is said only where it was never here, and only before it is.
  const first = engineWords(status, 6_600_000);
  if (status.state === 'idle') expect(first).toBe('Run needs the query engine: 7 MB, once.');
  else expect(first.replace(', once', '')).toBe(words);
});

test('speaks of a pipeline where one was run', () => {
  const said = (outcome: RunOutcome) => outcomeWords(outcome, 'javascript');
  expect(said({ status: 'ok', table: toTable(2, 2), elapsedMs: 12 })).toMatch(/^Your pipeline gave 2 rows/);
  expect(said({ status: 'error', error: { message: 'No.', details: '' } })).toBe(
    'Your pipeline did not run. No.',
  );
  expect(said({ status: 'timeout', limitMs: 10_000 })).toMatch(
    /the pipeline was still running.*\.slice\(0, 100\)/,
  );
  const state = { doing: 'run', shown: undefined, engine: { state: 'ready' } } as const;
  expect(toRunAnnouncement({ ...state, language: 'javascript' })).toBe('Running your pipeline.');
});

const idle: EngineStatus = { state: 'idle' };
const ready: EngineStatus = { state: 'ready' };

test('announces what is under way, and the download once and not for every megabyte', () => {
  const starting = (loadedBytes: number): EngineStatus => ({
    state: 'starting',
    loadedBytes,
    totalBytes: 10,
  });
  const words = [1, 5, 9].map((bytes) =>
    toRunAnnouncement({ doing: 'run', shown: undefined, engine: starting(bytes) }),
  );
  expect(new Set(words)).toEqual(new Set(['Getting the query engine ready.']));
  expect(toRunAnnouncement({ doing: 'check', shown: undefined, engine: ready })).toBe(
    'Checking your answer.',
  );
  expect(toRunAnnouncement({ doing: 'nothing', shown: undefined, engine: idle })).toBe('');
});

test('announces our own failure before anything else', () => {
  const shown = {
    text: '',
    attempted: 'run' as const,
    failure: 'The data could not be downloaded.',
    outcome: { status: 'cancelled' } as const,
  };
  expect(toRunAnnouncement({ doing: 'nothing', shown, engine: ready })).toBe(
    'The data could not be downloaded.',
  );
});
