import { expect, test } from 'vitest';
import { changeAnswerText, createAnswerText } from './answer-text.ts';
import type { AnswerText, AnswerTextEvent } from './answer-text.ts';

const after = (...events: AnswerTextEvent[]): AnswerText =>
  events.reduce(changeAnswerText, createAnswerText('SELECT 1'));
const typed = (text: string): AnswerTextEvent => ({ type: 'typed', text });
const reset: AnswerTextEvent = { type: 'reset', starter: 'SELECT 1' };
const shown: AnswerTextEvent = { type: 'solution-shown', solution: 'SELECT 42' };

test('starts from the starter', () => {
  expect(createAnswerText('SELECT 1')).toMatchObject({ text: 'SELECT 1', restored: false });
});

test('typing leaves the revision alone, so the editor is not overwritten', () => {
  expect(after(typed('SELECT 2'))).toMatchObject({ text: 'SELECT 2', revision: 0 });
});

test('the text of the last visit comes back and says so', () => {
  expect(after({ type: 'restored', text: 'mine' })).toMatchObject({
    text: 'mine',
    restored: true,
    revision: 1,
  });
});

test('a stored text that is the starter needs no note', () => {
  expect(after({ type: 'restored', text: 'SELECT 1' }).restored).toBe(false);
});

test('the solution replaces the text, and one step brings the text back', () => {
  const seen = after(typed('mine'), shown);
  expect(seen).toMatchObject({ text: 'SELECT 42', ownText: 'mine' });
  expect(changeAnswerText(seen, { type: 'own-text-back' })).toMatchObject({ text: 'mine', ownText: null });
});

test('showing the solution twice keeps the learner’s own text', () => {
  expect(after(typed('mine'), shown, typed('SELECT 42 + 1'), shown).ownText).toBe('mine');
});

test('reset brings the starter, and undo the text', () => {
  const back = after(typed('mine'), reset);
  expect(back).toMatchObject({ text: 'SELECT 1', beforeReset: 'mine' });
  expect(changeAnswerText(back, { type: 'reset-undone' })).toMatchObject({ text: 'mine', beforeReset: null });
});

test('reset while the solution is shown remembers the learner’s own text, not the solution', () => {
  expect(after(typed('mine'), shown, reset)).toMatchObject({
    text: 'SELECT 1',
    beforeReset: 'mine',
    ownText: null,
  });
});

test('reset a second time does not forget what the first took out', () => {
  expect(after(typed('mine'), reset, reset).beforeReset).toBe('mine');
});

test('typing after a reset makes that reset final', () => {
  expect(after(typed('mine'), reset, typed('new')).beforeReset).toBeNull();
});

test.each<AnswerTextEvent>([{ type: 'own-text-back' }, { type: 'reset-undone' }])(
  '%o does nothing on its own',
  (event) => {
    expect(after(typed('mine'), event).text).toBe('mine');
  },
);
