import type { Problem } from '#src/authored/parse-authored.ts';
import { lineInText } from '#src/authored/line-of-path.ts';
import type { Lesson } from '../lesson.ts';
import { readLessonWords } from '../lesson-words.ts';
import { findWording } from './find-wording.ts';
import { toReadingGrade, toSentences, type Sentence } from './measure-reading.ts';
import { toParagraphs } from './to-paragraphs.ts';

/** What a lesson asks of its readers. */
export interface ProseReport {
  /** Id of the lesson. */
  readonly lesson: string;
  /** By Flesch and Kincaid, over all that learners read. */
  readonly grade: number;
  readonly sentences: number;
  /** What a second look may better, each with its place; nothing here fails. */
  readonly remarks: readonly string[];
}

/** A spelling that no dictionary knows, and where it begins in the text. */
export interface Misspelling {
  readonly word: string;
  readonly start: number;
}

/** Read at about 14 years. */
const mostGrade = 9;
const mostWords = 30;
const manyWords = 25;

/**
 * Reads the words of a lesson as an editor does. A problem is what GOV.UK style forbids: a text that asks for too much, a
 * sentence of more than 30 words, a word that is not British English.
 *
 * @param files - The text of the lesson's files, by their path from the project's root.
 * @param findMisspellings - The words of a text that a dictionary does not know.
 */
export async function readProse(
  lesson: Lesson,
  files: Readonly<Record<string, string>>,
  findMisspellings: (text: string) => Promise<readonly Misspelling[]>,
): Promise<{ readonly report: ProseReport; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const remarks: string[] = [];
  const forLearners: Sentence[] = [];
  for (const { file, path, text } of readLessonWords(lesson, files)) {
    const paragraphs = toParagraphs(text);
    const sentences = toSentences(paragraphs);
    if (!file.endsWith('facilitator.md')) forLearners.push(...sentences);
    const lineOf = (line: number) => (path === '' ? line : lineInText(files[file] ?? '', path));
    const place = (line: number) => `${file}:${lineOf(line)}`;
    const refuse = (line: number, words: Pick<Problem, 'expected' | 'found' | 'remedy'>) =>
      problems.push({ file, path, line: lineOf(line), ...words });

    for (const sentence of sentences.filter(({ wordCount }) => wordCount > manyWords)) {
      const found = `${sentence.wordCount} words: "${sentence.text}"`;
      if (sentence.wordCount <= mostWords) remarks.push(`${place(sentence.line)} ${found}`);
      else
        refuse(sentence.line, {
          expected: `sentences of at most ${mostWords} words`,
          found,
          remedy: 'Make two of it.',
        });
    }
    for (const { text: words, line } of paragraphs) {
      for (const { word } of await findMisspellings(words))
        refuse(line, {
          expected: 'British spelling',
          found: `"${word}"`,
          remedy: 'Mend it, or add a name or a term to lessons/words.txt.',
        });
      for (const { word, instead } of await findWording(words))
        remarks.push(
          `${place(line)} "${word}" may shut somebody out${instead.length > 0 ? `: ${instead.slice(0, 3).join(', ')}` : ''}`,
        );
    }
  }
  const grade = toReadingGrade(forLearners);
  if (grade > mostGrade)
    problems.push({
      file: `lessons/${lesson.id}/lesson.md`,
      line: 1,
      path: '',
      expected: `a reading grade of at most ${mostGrade}`,
      found: grade.toFixed(1),
      remedy: 'Write shorter sentences, and shorter words.',
    });
  return { report: { lesson: lesson.id, grade, sentences: forLearners.length, remarks }, problems };
}
