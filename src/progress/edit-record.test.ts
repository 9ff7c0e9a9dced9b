import { expect, test } from 'vitest';
import { withAttempt, withDraft, withKeptText, withLateDraft } from './edit-record.ts';
import { createRecord } from './exercise-record.ts';

const empty = createRecord('a/b/c');
const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 12, minute)).toISOString();
const typed = withDraft(empty, { text: 'SELECT', at: at(1), replaces: null });

test('typing on replaces the text this tab stored before', () => {
  const next = withDraft(typed, { text: 'SELECT 1', at: at(2), replaces: 'SELECT' });
  expect(next).toMatchObject({ draft: 'SELECT 1', draftAt: at(2), otherDrafts: [] });
});

test('a text that another tab stored is kept beside the new one', () => {
  const next = withDraft(typed, { text: 'FROM', at: at(2), replaces: null });
  expect(next).toMatchObject({ draft: 'FROM', otherDrafts: [{ text: 'SELECT', at: at(1) }] });
});

test('two tabs typing in turn keep one text each, not one for every pause', () => {
  const second = withDraft(typed, { text: 'other', at: at(2), replaces: null });
  const third = withDraft(second, { text: 'SELECT 1', at: at(3), replaces: 'SELECT' });
  const fourth = withDraft(third, { text: 'other one', at: at(4), replaces: 'other' });
  expect([fourth.draft, ...fourth.otherDrafts.map(({ text }) => text)]).toEqual(['other one', 'SELECT 1']);
});

test('what was just typed stands in front, even when an imported text claims a later time', () => {
  const ahead = withDraft(empty, { text: 'from the future', at: at(50), replaces: null });
  const next = withDraft(ahead, { text: 'mine', at: at(2), replaces: null });
  expect(next.draft).toBe('mine');
  expect(next.otherDrafts.map(({ text }) => text)).toEqual(['from the future']);
});

test('a text set aside for Reset stays below the one in the editor', () => {
  const reset = withDraft(typed, { text: 'starter', at: at(2), replaces: 'SELECT' });
  const next = withKeptText(reset, { text: 'my long work', at: at(3) });
  expect(next).toMatchObject({ draft: 'starter', otherDrafts: [{ text: 'my long work' }] });
});

test('a text set aside with the same date stays below the one in the editor too', () => {
  const next = withKeptText(typed, { text: 'TABLE agencies', at: at(1) });
  expect(next).toMatchObject({ draft: 'SELECT', otherDrafts: [{ text: 'TABLE agencies', at: at(1) }] });
});

test('a text left by a page whose clock had been put back still follows the one it replaced', () => {
  const next = withLateDraft(typed, { text: 'SELECT 1', at: at(0), replaces: 'SELECT' });
  expect(next).toMatchObject({ draft: 'SELECT 1', otherDrafts: [] });
});

test('blank and repeated texts are not set aside', () => {
  expect(withKeptText(typed, { text: ' \n', at: at(3) })).toBe(typed);
  expect(withKeptText(typed, { text: 'SELECT', at: at(3) })).toBe(typed);
});

test('a text left by a closed page comes in front unless something newer is stored', () => {
  const newer = withLateDraft(typed, { text: 'SELECT 1', at: at(2), replaces: 'SELECT' });
  expect(newer).toMatchObject({ draft: 'SELECT 1', otherDrafts: [] });
  const older = withLateDraft(typed, { text: 'SEL', at: at(0), replaces: null });
  expect(older).toMatchObject({ draft: 'SELECT', otherDrafts: [{ text: 'SEL' }] });
});

test('a passed attempt completes the exercise and a later failed one does not undo it', () => {
  const made = {
    exerciseId: 'a/b/c',
    exerciseVersion: 'v2',
    lessonVersion: 'v1',
    at: at(5),
    answer: 'SELECT 1',
    verdict: 'correct',
    passed: true,
    hintsUsed: 0,
    solutionSeen: false,
  } as const;
  const done = withAttempt(typed, made);
  expect(done).toMatchObject({ completedAt: at(5), completedVersion: 'v2', draft: 'SELECT' });
  const after = withAttempt(done, { ...made, at: at(6), verdict: 'wrong-rows', passed: false });
  expect(after).toMatchObject({ completedAt: at(5), completedVersion: 'v2' });
  expect(after.attempts).toHaveLength(2);
});
