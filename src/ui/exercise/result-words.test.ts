import { expect, test } from 'vitest';
import type { EngineStatus } from '#src/engine/engine.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { isNumeric, toCellText } from '../query/format-cell.ts';
import {
  countWords,
  durationWords,
  engineWords,
  outcomeWords,
  rowCountWords,
  toAnnouncement,
} from './result-words.ts';

const columns = [{ name: 'n', type: 'BIGINT' }];
const toTable = (shown: number, rowCount: number) => ({
  columns,
  rows: Array.from({ length: shown }, () => [1]),
  rowCount,
});

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [12345, '12,345 rows'],
])('counts %i in words', (count, words) => {
  expect(countWords(count, 'row')).toBe(words);
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
});

test.each([
  ['TINYINT', true],
  ['UBIGINT', true],
  ['HUGEINT', true],
  ['INTEGER', true],
  ['DECIMAL(12,2)', true],
  ['DOUBLE', true],
  ['INTERVAL', false],
  ['INTEGER[]', false],
  ['VARCHAR', false],
  ['DATE', false],
])('a column of type %s is numeric: %s', (type, numeric) => {
  expect(isNumeric({ name: 'x', type })).toBe(numeric);
});

test('NULL and empty text have a mark in words', () => {
  expect([null, '', 0, false, 'NULL'].map(toCellText)).toEqual([
    { text: 'NULL', mark: 'null' },
    { text: '(empty text)', mark: 'empty' },
    { text: '0', mark: null },
    { text: 'false', mark: null },
    { text: 'NULL', mark: null },
  ]);
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
    toAnnouncement({ doing: 'run', shown: undefined, engine: starting(bytes) }),
  );
  expect(new Set(words)).toEqual(new Set(['Getting the query engine ready.']));
  expect(toAnnouncement({ doing: 'check', shown: undefined, engine: ready })).toBe('Checking your answer.');
  expect(toAnnouncement({ doing: 'nothing', shown: undefined, engine: idle })).toBe('');
});

test('announces a verdict without its marks', () => {
  const words = { headline: 'There is no `agency`.', body: 'Look **after** `SELECT`.' };
  const judged = {
    verdict: { kind: 'correct' } as const,
    words,
    explain: '',
    makeReport: () => Promise.resolve(''),
  };
  expect(toAnnouncement({ doing: 'nothing', shown: { text: '', judged }, engine: ready })).toBe(
    'There is no agency. Look after SELECT.',
  );
});

test('announces our own failure before anything else', () => {
  const shown = {
    text: '',
    failure: 'The data could not be downloaded.',
    outcome: { status: 'cancelled' } as const,
  };
  expect(toAnnouncement({ doing: 'nothing', shown, engine: ready })).toBe(
    'The data could not be downloaded.',
  );
});
