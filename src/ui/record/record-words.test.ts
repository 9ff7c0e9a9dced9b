import { expect, test } from 'vitest';
import type { LearningRecord } from '#src/progress/learning-record.ts';
import { recordCaveat, toHelpWords, toRecordText, toShownWords } from './record-words.ts';

test.each([
  [{ help: 'none', hints: 0 }, 'Unaided'],
  [{ help: 'hints', hints: 1 }, 'With 1 hint'],
  [{ help: 'hints', hints: 2 }, 'With 2 hints'],
  [{ help: 'solution', hints: 2 }, 'After seeing a solution'],
] as const)('says with what help: %j', (shown, words) => {
  expect(toHelpWords(shown)).toBe(words);
});

test.each([
  [{ solved: 0, unaided: 0 }, '–'],
  [{ solved: 2, unaided: 2 }, '2, unaided'],
  [{ solved: 3, unaided: 1 }, '3, of them 1 unaided'],
])('says how many were solved: %j', (shown, words) => {
  expect(toShownWords(shown)).toBe(words);
});

test('the text to keep names each skill and each exercise, and says what it is worth', () => {
  const exercise = { id: 'a/1/one', title: 'The busiest', skills: ['select'], level: 'awareness' } as const;
  const record: LearningRecord = {
    lessons: [
      {
        lesson: { id: 'a/1', title: 'Ask', exercises: [exercise] },
        shown: [{ exercise, at: '2026-05-03T12:00:00.000Z', help: 'hints', hints: 2 }],
      },
    ],
    skills: new Map([
      [
        'select',
        {
          awareness: { solved: 1, unaided: 0 },
          working: { solved: 0, unaided: 0 },
          practitioner: { solved: 0, unaided: 0 },
        },
      ],
    ]),
  };
  const skills = [
    { id: 'ask', title: 'Ask' },
    { id: 'select', title: 'Choose, filter and sort' },
  ];
  const text = toRecordText(record, skills, '2026-05-04T12:00:00.000Z');
  expect(text).toContain('Made on 4 May 2026');
  expect(text).toContain(recordCaveat);
  expect(text).toContain('| Choose, filter and sort | 1, of them 0 unaided | – | – |');
  expect(text).toContain('- The busiest: with 2 hints, 3 May 2026');
  expect(text).not.toContain('| Ask |');
});
