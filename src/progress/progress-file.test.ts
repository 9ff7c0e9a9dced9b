import { expect, test } from 'vitest';
import { withDraft } from './edit-record.ts';
import { createRecord } from './exercise-record.ts';
import {
  createProgressFile,
  findSizeProblem,
  mergeImported,
  mergePlaces,
  parseProgressFile,
  progressFileLimitBytes,
  toProgressFileName,
} from './progress-file.ts';

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
  expect(parseProgressFile(JSON.stringify(file))).toEqual({ status: 'ok', file, unreadable: 0 });
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
  const outcome = parseProgressFile(json({ records: [typed, { ...typed, draftAt: 3 }, null] }));
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
  expect(mergeImported(undefined, typed)).toEqual({ record: typed, effect: 'added' });
  expect(mergeImported(typed, newer).effect).toBe('updated');
  expect(mergeImported(newer, typed)).toEqual({ record: newer, effect: 'unchanged' });
});

test('the later place wins, in either order', () => {
  const earlier = { ...lastPlace, lessonId: 'a/a', at: '2026-01-01T00:00:00.000Z' };
  expect(mergePlaces(earlier, lastPlace)).toBe(lastPlace);
  expect(mergePlaces(lastPlace, earlier)).toBe(lastPlace);
  expect(mergePlaces(undefined, earlier)).toBe(earlier);
});
