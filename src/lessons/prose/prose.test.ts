import { expect, test } from 'vitest';
import { findWording } from './find-wording.ts';
import { toReadingGrade, toSentences } from './measure-reading.ts';
import { toParagraphs } from './to-paragraphs.ts';

const sentencesOf = (markdown: string) => toSentences(toParagraphs(markdown)).map(({ text }) => text);

test('words of Markdown come without signs, code and blocks of code, with their lines', () => {
  const markdown = [
    '---\ntitle: A\n---',
    '## A heading',
    'Some **bold** words and `a_column`.',
    '```sql\nSELECT 1\n```',
    '- First [link](/x/).\n- Second.',
    '| One | Two |\n| --- | --- |\n| a | b |',
    '::exercise{busiest}',
  ].join('\n\n');
  expect(toParagraphs(markdown)).toEqual([
    { text: 'A heading', line: 5, isSentences: false },
    { text: 'Some bold words and Code.', line: 7, isSentences: true },
    { text: 'First link.', line: 13, isSentences: true },
    { text: 'Second.', line: 14, isSentences: true },
    { text: 'One', line: 16, isSentences: false },
    { text: 'Two', line: 16, isSentences: false },
    { text: 'a', line: 16, isSentences: false },
    { text: 'b', line: 16, isSentences: false },
  ]);
});

test.each([
  ['It fell to 61,383. London rose.', ['It fell to 61,383.', 'London rose.']],
  ['Sorted from A to Z. Show two.', ['Sorted from A to Z.', 'Show two.']],
  ['A rate of 12.5% is high, e.g. here. It fell.', ['A rate of 12.5% is high, e.g. here.', 'It fell.']],
  ['`count` counts. `valid` counts too.', ['Code counts.', 'Code counts too.']],
])('the sentences of "%s"', (markdown, sentences) => {
  expect(sentencesOf(markdown)).toEqual(sentences);
});

test('the grade follows the formula of Flesch and Kincaid', () => {
  // 13 words, 2 sentences and 20 syllables, counted by hand.
  const sentences = toSentences(
    toParagraphs('The cat sat on the mat. Every department publishes its own list today.'),
  );
  const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const syllables = sentences.reduce((sum, { syllableCount }) => sum + syllableCount, 0);
  expect([sentences.length, words, syllables]).toEqual([2, 13, 20]);
  expect(toReadingGrade(sentences)).toBeCloseTo(0.39 * (13 / 2) + 11.8 * (20 / 13) - 15.59, 6);
  expect(toReadingGrade([])).toBe(0);
});

test('patronising and excluding words are named, and words of our trade are not', async () => {
  expect(
    (await findWording('Simply ask the chairman for the mean of the NUTS areas.')).map(({ word }) => word),
  ).toEqual(['Simply', 'chairman']);
});
