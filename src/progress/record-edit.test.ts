import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecord, toDrafts } from './exercise-record.ts';
import { applyEdit, applyEdits, joinEdits, parseEdit } from './record-edit.ts';
import type { RecordEdit } from './record-edit.ts';

const exerciseId = 'a/b/c';
const at = fc.integer({ min: 1, max: 28 }).map((day) => new Date(Date.UTC(2026, 4, day)).toISOString());
const text = fc.constantFrom('SELECT', 'SELECT 1', 'SELECT 12', 'FROM t');
const attempt = fc.record({
  exerciseId: fc.constant(exerciseId),
  exerciseVersion: fc.constant('v1'),
  lessonVersion: fc.constant('v1'),
  at,
  answer: text,
  verdict: fc.constantFrom('correct', 'wrong-rows'),
  passed: fc.boolean(),
  hintsUsed: fc.nat(2),
  solutionSeen: fc.boolean(),
});
const edit: fc.Arbitrary<RecordEdit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('draft', 'late-draft'),
    text,
    at,
    replaces: fc.option(text),
  }),
  fc.record({ kind: fc.constant('kept'), text, at }),
  fc.record({ kind: fc.constant('attempt'), attempt }),
  fc.record({ kind: fc.constant('hints'), shown: fc.nat(3) }),
  fc.record({ kind: fc.constant('solution-seen') }),
);
const edits = fc.array(edit, { maxLength: 6 });
const after = (all: readonly RecordEdit[]) =>
  applyEdits(exerciseId, undefined, all) ?? createRecord(exerciseId);

test('an edit that is done once more, since nobody knew that it was stored, changes nothing', () => {
  fc.assert(
    fc.property(edits, edit, (before, last) => {
      const once = applyEdit(after(before), last);
      expect(applyEdit(once, last)).toEqual(once);
    }),
  );
});

test('an edit kept as text reads back and comes to the same, a draft as one that comes late', () => {
  fc.assert(
    fc.property(edits, edit, (before, last) => {
      const read = parseEdit(JSON.parse(JSON.stringify({ exerciseId, ...last })));
      const late = last.kind === 'draft' ? ({ ...last, kind: 'late-draft' } as const) : last;
      expect(read && applyEdit(after(before), read.edit)).toEqual(applyEdit(after(before), late));
    }),
  );
});

test('typing on joins into one edit that leaves the same texts', () => {
  const typed = (text: string, replaces: string | null, minute: number) =>
    ({
      kind: 'draft',
      text,
      replaces,
      at: new Date(Date.UTC(2026, 4, 3, 12, minute)).toISOString(),
    }) as const;
  const first = typed('SELECT 1', 'SELECT', 1);
  const second = typed('SELECT 12', 'SELECT 1', 2);
  const joined = joinEdits(first, second);
  const before = applyEdit(createRecord(exerciseId), typed('SELECT', null, 0));
  const apart = [first, second].reduce(applyEdit, before);
  expect(joined && toDrafts(applyEdit(before, joined))).toEqual(toDrafts(apart));
  expect(joinEdits(first, { ...second, replaces: null })).toBeUndefined();
  expect(joinEdits({ kind: 'solution-seen' }, second)).toBeUndefined();
});

test('what an earlier version of the site left is read as a draft', () => {
  const left = { exerciseId, text: 'SELECT 1', at: '2026-05-03T12:00:00.000Z', replaces: null };
  expect(parseEdit(left)).toMatchObject({ exerciseId, edit: { kind: 'late-draft', text: 'SELECT 1' } });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'SELECT 1'],
  ['a draft of no exercise', { kind: 'draft', text: 'x', at: '', replaces: null }],
  ['a draft without text', { exerciseId, kind: 'draft', replaces: null }],
  ['an attempt that is none', { exerciseId, kind: 'attempt', attempt: {} }],
  ['a record that is none', { exerciseId, kind: 'merge', record: { exerciseId } }],
  ['the record of another exercise', { exerciseId, kind: 'merge', record: createRecord('a/b/d') }],
  ['what a later version may leave', { exerciseId, kind: 'of-tomorrow' }],
])('reads %s as no edit', (_case, value) => {
  expect(parseEdit(value)).toBeUndefined();
});
