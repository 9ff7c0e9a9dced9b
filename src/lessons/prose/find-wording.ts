import { VFile } from 'vfile';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import { unified } from 'unified';

export interface Wording {
  /** The word as it stands in the text. */
  readonly word: string;
  /** What may be said instead; none for a word that is better left out. */
  readonly instead: readonly string[];
}

const english = unified().use(retextEnglish).use(retextEquality).freeze();
// Words that stand for something else in a lesson about data: codes of regions, an average.
const ours = new Set(['nuts', 'mean']);

/** Words that may shut a reader out: not inclusive, or patronising ("simply", "just"). Some are right where they stand. */
export async function findWording(text: string): Promise<Wording[]> {
  const file = new VFile(text);
  await english.run(english.parse(file), file);
  return file.messages.flatMap(({ actual, expected }) => {
    const word = actual ?? '';
    return word === '' || ours.has(word.toLowerCase()) ? [] : [{ word, instead: expected ?? [] }];
  });
}
