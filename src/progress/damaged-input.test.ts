import fc from 'fast-check';
import { expect, test } from 'vitest';
import { savedQuerySchema, workspaceSchema } from '#src/explore/stored-schemas.ts';
import { damaged, damagedText } from '../testing/damage.ts';
import { compareByMerit } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import { withAttempt, withDraft, withKeptText } from './edit-record.ts';
import { createRecord, findBestAttempt, parseRecord, toDrafts } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { createProgressFile, mergeImported, parsePlace, parseProgressFile } from './progress-file.ts';
import { applyEdit, parseEdit } from './record-edit.ts';
import type { RecordEdit } from './record-edit.ts';
import { parseSettings } from './settings.ts';

const seed = 20_261_127;
const now = new Date('2026-06-01T12:00:00.000Z');
const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 12, minute)).toISOString();
const exerciseId = 'a/b/c';
const attempt: Attempt = {
  exerciseId,
  exerciseVersion: 'v1',
  lessonVersion: 'v1',
  at: at(1),
  answer: 'SELECT 1 -- checked',
  verdict: 'correct',
  passed: true,
  hintsUsed: 1,
  solutionSeen: false,
};
const typed = withDraft(createRecord(exerciseId), { text: 'SELECT 1 -- typed', at: at(2), replaces: null });
const mine = withAttempt(withKeptText(typed, { text: 'SELECT 2 -- kept', at: at(1) }), attempt);
const theirs = withAttempt(
  withDraft(createRecord(exerciseId), { text: 'SELECT 3 -- elsewhere', at: at(4), replaces: null }),
  { ...attempt, at: at(5), answer: 'SELECT 4 -- checked elsewhere', verdict: 'wrong-rows', passed: false },
);
const place = { lessonId: 'a/b', exerciseId, at: at(3) };
const file = createProgressFile({ exportedAt: at(6), lastPlace: place, setAside: [], records: [theirs] });
const edits: readonly RecordEdit[] = [
  { kind: 'draft', text: 'SELECT 5 -- left', at: at(7), replaces: 'SELECT 1 -- typed' },
  { kind: 'kept', text: 'SELECT 6 -- set aside', at: at(7) },
  { kind: 'attempt', attempt: { ...attempt, at: at(8) } },
  { kind: 'hints', shown: 2 },
  { kind: 'merge', record: theirs },
];
const query = { id: 'q', name: 'Mine', text: 'SELECT 7', datasets: ['services'], savedAt: at(9) };

/** Every input is read within 5 s, nothing throws, and what `holds` says is true. */
function holdsFor<T>(inputs: fc.Arbitrary<T>, numRuns: number, holds: (input: T) => void): void {
  fc.assert(
    fc.property(inputs, (input) => {
      const begun = performance.now();
      holds(input);
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }),
    { seed, numRuns },
  );
}

/** Nothing of `before` is lost in `after`: no text but those in `replaced`, no better attempt, no completion. */
function expectKept(before: ExerciseRecord, after: ExerciseRecord, replaced: readonly string[] = []): void {
  const texts = toDrafts(after).map(({ text }) => text);
  for (const { text } of toDrafts(before)) if (!replaced.includes(text)) expect(texts).toContain(text);
  const [best, wasBest] = [after, before].map(({ attempts }) => findBestAttempt(attempts));
  expect(wasBest === undefined || (best !== undefined && compareByMerit(best, wasBest) >= 0)).toBe(true);
  expect(before.completedAt === null || after.completedAt !== null).toBe(true);
  expect(parseRecord(JSON.parse(JSON.stringify(after)))).toEqual(after);
}

test('a damaged stored record is read with every text in it, or set aside whole', () => {
  holdsFor(damaged(mine), 1_000, (value) => {
    const record = parseRecord(value);
    if (record === undefined) return;
    const found = value as ExerciseRecord;
    const texts = toDrafts(record).map(({ text }) => text);
    for (const text of [found.draft, ...found.otherDrafts.map((each) => each.text)])
      expect(text === null || texts.includes(text)).toBe(true);
    for (const { answer } of found.attempts)
      expect(record.attempts.map((each) => each.answer)).toContain(answer);
    expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });
});

test('a damaged progress file costs nothing that is here', () => {
  const text = JSON.stringify(file);
  const inputs = fc.oneof(
    damaged(file).map((value) => JSON.stringify(value) ?? ''),
    damagedText(text),
  );
  holdsFor(inputs, 1_000, (input) => {
    const outcome = parseProgressFile(input, now);
    if (outcome.status === 'error') return expect(outcome.message).toMatch(/\.$/);
    for (const record of outcome.file.records)
      if (record.exerciseId === exerciseId) expectKept(mine, mergeImported(mine, record).record);
  });
});

test('a damaged edit that an earlier page left costs nothing that is here', () => {
  const inputs = fc.oneof(...edits.map((edit) => damaged({ exerciseId, ...edit })));
  holdsFor(inputs, 1_000, (input) => {
    const left = parseEdit(input);
    if (left?.exerciseId !== exerciseId) return;
    const { edit } = left;
    const replaced = 'replaces' in edit && edit.replaces !== null ? [edit.replaces] : [];
    expectKept(mine, applyEdit(mine, edit), replaced);
  });
});

test('damaged settings and places are read as far as they can be', () => {
  holdsFor(damaged({ editor: 'code', theme: 'dark' }), 300, (input) => {
    const { editor, theme } = parseSettings(input);
    expect(['auto', 'code', 'plain']).toContain(editor);
    expect(['system', 'light', 'dark']).toContain(theme);
  });
  holdsFor(damaged(place), 200, (input) => {
    const read = parsePlace(input);
    if (read !== undefined) expect(read.at < '2100').toBe(true);
  });
});

test('a damaged query of the Explore page keeps its text where there is one', () => {
  holdsFor(damaged(query), 300, (input) => {
    const read = savedQuerySchema.safeParse(input).data;
    if (read !== undefined) expect(read.text).toBe((input as typeof query).text);
  });
  const workspace = { current: { text: 'SELECT 8', datasets: ['services'] }, aside: query };
  holdsFor(damaged(workspace), 300, (input) => {
    const text = (input as Partial<typeof workspace> | null)?.current?.text;
    expect(workspaceSchema.safeParse(input).data?.current.text).toBe(
      typeof text === 'string' ? text : undefined,
    );
  });
});
