import { fleschKincaid } from 'flesch-kincaid';
import { toString } from 'nlcst-to-string';
import retextEnglish from 'retext-english';
import { syllable } from 'syllable';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Paragraph } from './to-paragraphs.ts';

export interface Sentence {
  readonly text: string;
  readonly wordCount: number;
  readonly syllableCount: number;
  /** Of its paragraph. */
  readonly line: number;
}

const english = unified().use(retextEnglish).freeze();

// The parser takes a full stop after a number, or after one letter, for a part of the word.
const afterNumber = /(?<=(?:\d|\b\p{Lu})\.)\s+(?=\p{Lu})/u;

/** The sentences of paragraphs. What holds no letter is no word. */
export function toSentences(paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { text, line } of paragraphs.filter(({ isSentences }) => isSentences)) {
    for (const part of text.split(afterNumber)) {
      visit(english.parse(part), 'SentenceNode', (sentence) => {
        const words: string[] = [];
        visit(sentence, 'WordNode', (word) => {
          const written = toString(word);
          if (/\p{L}/u.test(written)) words.push(written);
        });
        if (words.length === 0) return;
        const syllableCount = words.reduce((sum, word) => sum + syllable(word), 0);
        sentences.push({ text: toString(sentence), wordCount: words.length, syllableCount, line });
      });
    }
  }
  return sentences;
}

/**
 * The school grade that a text asks for, by Flesch and Kincaid (Kincaid and others, 1975): from the words in a sentence and
 * the syllables in a word. 9 is read at about 14 years. 0 for no sentence.
 */
export function toReadingGrade(sentences: readonly Sentence[]): number {
  if (sentences.length === 0) return 0;
  const sum = (count: (sentence: Sentence) => number) =>
    sentences.reduce((total, sentence) => total + count(sentence), 0);
  return fleschKincaid({
    sentence: sentences.length,
    word: sum(({ wordCount }) => wordCount),
    syllable: sum(({ syllableCount }) => syllableCount),
  });
}
