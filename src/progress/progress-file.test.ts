import { expect, test } from 'vitest';
import { withDraft, withKeptText } from './edit-record.ts';
import { createRecord, parseRecord, toDrafts } from './exercise-record.ts';
import { earliestMoment } from './moment.ts';
import {
  createProgressFile,
  findSizeProblem,
  mergeImported,
  mergePlaces,
  parseProgressFile as parseFile,
  progressFileLimitBytes,
  toProgressFileName,
} from './progress-file.ts';

const now = new Date('2026-06-01T12:00:00.000Z');
const parseProgressFile = (text: string) => parseFile(text, now);
const exportedAt = '2026-05-03T12:30:00.000Z';
const typed = withDraft(createRecord('a/b/c'), { text: 'SELECT 1', at: exportedAt, replaces: null });
const lastPlace = { lessonId: 'a/b', exerciseId: 'a/b/c', at: exportedAt };
const file = createProgressFile({
  exportedAt,
  records: [typed, createRecord('a/b/a')],
  lastPlace,
  setAside: [],
});
const json = (change: object) => JSON.stringify({ ...file, ...change });

test('what was exported reads back the same', () => {
  expect(parseProgressFile(JSON.stringify(file))).toEqual({
    status: 'ok',
    file,
    unreadable: 0,
    replacedDates: { count: 0, instead: exportedAt },
  });
});

test('a mark that a text editor put in front does no harm', () => {
  expect(parseProgressFile('\uFEFF' + JSON.stringify(file)).status).toBe('ok');
});

test.each([
  ['text that is not JSON', 'service,transactions', 'damaged or cut short'],
  ['a file cut short', JSON.stringify(file).slice(0, 80), 'damaged or cut short'],
  ['JSON of another kind', '[1, 2]', 'not a progress file'],
  ['nothing but null', 'null', 'not a progress file'],
  ['another format', json({ format: 'something-else' }), 'not a progress file'],
  ['a newer version', json({ formatVersion: 2 }), 'newer version of this site'],
  ['a version that never was', json({ formatVersion: 0.5 }), 'missing or changed'],
  ['a file without records', json({ records: undefined }), 'missing or changed'],
  [
    'records of which none can be read',
    json({ records: [{ exerciseId: 'a/b/c' }, 7] }),
    'None of the records',
  ],
])('refuses %s', (_case, text, words) => {
  expect(parseProgressFile(text)).toMatchObject({
    status: 'error',
    message: expect.stringContaining(words) as string,
  });
});

test('leaves out the records it cannot read and counts them', () => {
  const outcome = parseProgressFile(json({ records: [typed, { ...typed, attempts: 3 }, null] }));
  expect(outcome).toMatchObject({ status: 'ok', unreadable: 2, file: { records: [typed] } });
});

test('two records of one exercise in a file are merged', () => {
  const other = withDraft(createRecord('a/b/c'), {
    text: 'SELECT 2',
    at: '2026-05-04T00:00:00.000Z',
    replaces: null,
  });
  const outcome = parseProgressFile(json({ records: [typed, other] }));
  expect(outcome).toMatchObject({
    file: { records: [{ draft: 'SELECT 2', otherDrafts: [{ text: 'SELECT 1' }] }] },
  });
});

test('keys that would reach into objects are plain data', () => {
  const outcome = parseProgressFile(`{"__proto__": {"polluted": true}, ${JSON.stringify(file).slice(1)}`);
  expect(outcome.status).toBe('ok');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  [0, 'empty'],
  [progressFileLimitBytes + 1, 'smaller than 20 MB'],
])('refuses a file of %d bytes before reading it', (bytes, words) => {
  expect(findSizeProblem(bytes)).toContain(words);
});

test('reads a file of ordinary size', () => {
  expect(findSizeProblem(progressFileLimitBytes)).toBeUndefined();
});

test('the file name carries the date', () => {
  expect(toProgressFileName(exportedAt)).toBe('lunchtime-code-club-progress-2026-05-03.json');
});

test('an imported record is new, changes ours, or was here already', () => {
  const newer = withDraft(typed, { text: 'SELECT 2', at: '2026-05-04T00:00:00.000Z', replaces: null });
  expect(mergeImported(undefined, typed)).toEqual({
    record: typed,
    effect: 'added',
    attemptsLeftOut: 0,
  });
  expect(mergeImported(typed, newer).effect).toBe('updated');
  expect(mergeImported(newer, typed)).toMatchObject({ record: newer, effect: 'unchanged' });
});

const attempt = {
  exerciseId: 'a/b/c',
  exerciseVersion: 'v1',
  lessonVersion: 'v1',
  at: exportedAt,
  answer: 'SELECT 1',
  verdict: 'wrong-rows',
  passed: false,
  hintsUsed: 0,
  solutionSeen: false,
};
const everyDate = (at: unknown) => ({
  ...typed,
  draft: 'a text',
  draftAt: at,
  otherDrafts: [{ text: 'another text', at }],
  attempts: [{ ...attempt, at, answer: 'an answer' }],
});

test.each([
  ['the year 0', '0000-01-01T00:00:00.000Z'],
  ['the year 9999', '9999-12-31T23:59:59.999Z'],
  ['a year with six figures', '+275760-09-13T00:00:00.000Z'],
  ['a day before the site', '1970-01-01T00:00:00.000Z'],
  ['a day after tomorrow', '2026-06-03T12:00:00.000Z'],
  ['a day that no month has', '2026-02-30T12:00:00.000Z'],
  ['a word', 'yesterday'],
  ['a number', 1_780_000_000_000],
])('%s in a file is changed and counted, and costs nobody a text', (_case, at) => {
  const outcome = parseProgressFile(json({ records: [everyDate(at)] }));
  expect(outcome).toMatchObject({
    status: 'ok',
    unreadable: 0,
    replacedDates: { count: 3, instead: exportedAt },
  });
  const record = outcome.status === 'ok' ? outcome.file.records[0] : undefined;
  expect(record?.draftAt).toBe(exportedAt);
  expect(record && toDrafts(record).map(({ text }) => text)).toEqual(['another text', 'a text']);
  expect(record?.attempts).toEqual([{ ...attempt, answer: 'an answer' }]);
  // Typing and setting aside go on from there, and what they store reads back.
  const edited = withKeptText(
    withDraft(record ?? createRecord(''), { text: 'typed on', at: now.toISOString(), replaces: null }),
    { text: 'set aside', at: '2026-01-02T00:00:00.000Z' },
  );
  expect(parseRecord(edited)).toEqual(edited);
  expect(edited.draft).toBe('typed on');
});

test('a file whose own date cannot be right still holds its records', () => {
  const outcome = parseProgressFile(
    json({ exportedAt: '9999-01-01T00:00:00.000Z', records: [everyDate('x')] }),
  );
  expect(outcome).toMatchObject({ status: 'ok', replacedDates: { count: 3, instead: earliestMoment } });
});

test('a place with a date that cannot be right does not win over ours', () => {
  const outcome = parseProgressFile(json({ lastPlace: { ...lastPlace, at: '2099-01-01T00:00:00.000Z' } }));
  expect(outcome).toMatchObject({ file: { lastPlace: null } });
});

test('three hundred texts of one exercise are all kept, and attempts that find no room are counted', () => {
  const otherDrafts = Array.from({ length: 300 }, (_, n) => ({ text: `text ${n}`, at: exportedAt }));
  const attempts = Array.from({ length: 80 }, (_, n) => ({ ...attempt, answer: `answer ${n}` }));
  const outcome = parseProgressFile(json({ records: [{ ...typed, otherDrafts, attempts }] }));
  const theirs = outcome.status === 'ok' ? outcome.file.records[0] : undefined;
  const { record, attemptsLeftOut } = mergeImported(typed, theirs ?? createRecord('a/b/c'));
  expect(toDrafts(record)).toHaveLength(301);
  expect(record.attempts.length + attemptsLeftOut).toBe(80);
  expect(attemptsLeftOut).toBeGreaterThan(0);
});

test('the later place wins, in either order', () => {
  const earlier = { ...lastPlace, lessonId: 'a/a', at: '2026-01-01T00:00:00.000Z' };
  expect(mergePlaces(earlier, lastPlace)).toBe(lastPlace);
  expect(mergePlaces(lastPlace, earlier)).toBe(lastPlace);
  expect(mergePlaces(undefined, earlier)).toBe(earlier);
});
