import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareByMerit } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import {
  attemptsKept,
  createRecord,
  findBestAttempt,
  mergeRecords,
  parseRecord,
  toDrafts,
} from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { earliestMoment } from './moment.ts';

const exerciseId = 'asking-questions/01-first-question/busiest';

const moment = fc
  .integer({ min: 0, max: 20 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
const shortText = fc.constantFrom(
  '',
  ' ',
  'SELECT 1',
  'SELECT 2',
  'SELECT service FROM services',
  'select',
  'é\u0000',
);
const version = fc.constantFrom('v1', 'v2', 'v3');

const attempt: fc.Arbitrary<Attempt> = fc.record({
  exerciseId: fc.constant(exerciseId),
  exerciseVersion: version,
  lessonVersion: version,
  at: moment,
  answer: shortText,
  verdict: fc.constantFrom('correct', 'wrong-rows', 'wrong-order', 'does-not-run', 'undecided'),
  passed: fc.boolean(),
  hintsUsed: fc.nat(3),
  solutionSeen: fc.boolean(),
});

// More attempts than are kept, so that the limit is crossed too.
const record: fc.Arbitrary<ExerciseRecord> = fc
  .record({
    drafts: fc.array(fc.record({ text: shortText, at: moment }), { maxLength: 5 }),
    attempts: fc.array(attempt, { maxLength: attemptsKept + 10, size: 'max' }),
    completed: fc.option(fc.tuple(moment, version)),
    hintsShown: fc.nat(4),
    solutionSeen: fc.boolean(),
  })
  .map(({ drafts, attempts, completed, hintsShown, solutionSeen }) => {
    const raw = {
      ...createRecord(exerciseId),
      otherDrafts: drafts,
      attempts,
      completedAt: completed?.[0] ?? null,
      completedVersion: completed?.[1] ?? null,
      hintsShown,
      solutionSeen,
    };
    return mergeRecords(raw, raw);
  });

test('merging a record with itself changes nothing', () => {
  fc.assert(
    fc.property(record, (a) => {
      expect(mergeRecords(a, a)).toEqual(a);
    }),
  );
});

test('the order of two records makes no difference', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
    }),
  );
});

test('three records merge to the same in every grouping', () => {
  fc.assert(
    fc.property(record, record, record, (a, b, c) => {
      expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
    }),
  );
});

test('a merge never loses the better attempt, and never makes one up', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      const all = [...a.attempts, ...b.attempts];
      const merged = mergeRecords(a, b);
      expect(findBestAttempt(merged.attempts)).toEqual(findBestAttempt(all));
      for (const kept of merged.attempts) expect(all).toContainEqual(kept);
    }),
  );
});

test('a merge keeps every text that was typed, the newest in the editor', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      const before = [...toDrafts(a), ...toDrafts(b)];
      const merged = mergeRecords(a, b);
      expect(new Set(toDrafts(merged).map(({ text }) => text))).toEqual(
        new Set(before.map(({ text }) => text)),
      );
      for (const draft of before) expect((merged.draftAt ?? '') >= draft.at).toBe(true);
    }),
  );
});

test('a completed exercise stays completed through any merge', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      const done = a.completedAt !== null || b.completedAt !== null;
      expect(mergeRecords(a, b).completedAt !== null).toBe(done);
    }),
  );
});

test('a record survives storing as JSON and reading back', () => {
  fc.assert(
    fc.property(record, (a) => {
      expect(parseRecord(JSON.parse(JSON.stringify(a)))).toEqual(a);
    }),
  );
});

test('two exercises are never merged into one', () => {
  expect(() => mergeRecords(createRecord('a/b/c'), createRecord('a/b/d'))).toThrow('a/b/c, a/b/d');
});

const plain: Attempt = {
  exerciseId,
  exerciseVersion: 'v1',
  lessonVersion: 'v1',
  at: '2026-01-01T12:00:00.000Z',
  answer: 'SELECT 1',
  verdict: 'correct',
  passed: true,
  hintsUsed: 0,
  solutionSeen: false,
};

test.each<[string, Partial<Attempt>, Partial<Attempt>]>([
  ['a passed attempt is better than a failed one', {}, { passed: false, verdict: 'wrong-order' }],
  ['passing without the solution is better', { hintsUsed: 3 }, { solutionSeen: true }],
  ['passing with fewer hints is better', { hintsUsed: 1 }, { hintsUsed: 2 }],
  [
    'a near miss is better than a text that does not run',
    { passed: false, verdict: 'wrong-order' },
    { passed: false, verdict: 'does-not-run' },
  ],
  ['of two alike the earlier is better', {}, { at: '2026-01-02T12:00:00.000Z' }],
])('%s', (_case, better, worse) => {
  expect(compareByMerit({ ...plain, ...better }, { ...plain, ...worse })).toBeGreaterThan(0);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'busiest'],
  ['a record without attempts', { ...createRecord(exerciseId), attempts: undefined }],
  [
    'an attempt at another exercise',
    { ...createRecord(exerciseId), attempts: [{ ...plain, exerciseId: 'a/b/c' }] },
  ],
])('reads %s as no record', (_case, value) => {
  expect(parseRecord(value)).toBeUndefined();
});

test.each(['yesterday', null, 7, '0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  'a text of the time %j keeps its place in the editor and can be worked on',
  (draftAt) => {
    const record = parseRecord({ ...createRecord(exerciseId), draft: 'x', draftAt });
    expect(record).toMatchObject({ draft: 'x', draftAt: earliestMoment });
    expect(parseRecord(record)).toEqual(record);
  },
);

test('a verdict of another version of the site does not cost the person their answer', () => {
  const stored = {
    ...createRecord(exerciseId),
    attempts: [{ ...plain, verdict: 'a-kind-of-tomorrow', passed: false }],
  };
  expect(parseRecord(stored)?.attempts[0]).toMatchObject({ answer: 'SELECT 1', verdict: 'undecided' });
});
