import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spellCheckDocument, type CSpellUserSettings } from 'cspell-lib';
import type { Problem } from '#src/authored/parse-authored.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import type { Lesson } from '../lesson.ts';
import { readProse, type Misspelling, type ProseReport } from '../prose/read-prose.ts';

// The dictionary takes Oxford's spelling too; GOV.UK writes -ise.
const stems =
  'anonym author categor emphas general maxim minim normal organ priorit random real recogn special standard summar util visual';
const endings = ['ize', 'izes', 'ized', 'izing', 'ization', 'izations'];
const notOurs = stems.split(' ').flatMap((stem) => endings.map((ending) => stem + ending));

/** Where names and terms stand that no dictionary knows, one a line. */
const knownWordsFile = 'lessons/words.txt';

/**
 * Reads the words of each lesson as an editor does, against an English dictionary and `lessons/words.txt`. A lesson whose files
 * have not changed comes from the cache.
 */
export async function checkProse(
  lessons: readonly Lesson[],
  options: {
    readonly root: string;
    readonly files: Readonly<Record<string, string>>;
    readonly cacheDir: string;
  },
): Promise<{ readonly reports: readonly ProseReport[]; readonly problems: readonly Problem[] }> {
  const { root, files, cacheDir } = options;
  const cache = await openContentCache({ cacheDir, kind: 'prose', code: import.meta.filename });
  const knownWords = (await readFile(join(root, knownWordsFile), 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const readings = [];
  for (const lesson of lessons) {
    const own = Object.entries(files).filter(([path]) => path.startsWith(`lessons/${lesson.id}/`));
    readings.push(
      await cache.get({ name: lesson.id, texts: [JSON.stringify(own), knownWords.join('\n')] }, () =>
        readProse(lesson, files, (text) => findMisspellings(text, knownWords)),
      ),
    );
  }
  return {
    reports: readings.map(({ report }) => report),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

async function findMisspellings(text: string, knownWords: readonly string[]): Promise<Misspelling[]> {
  const settings: CSpellUserSettings = {
    language: 'en-GB',
    import: [fileURLToPath(import.meta.resolve('@cspell/dict-en-gb-mit/cspell-ext.json'))],
    words: [...knownWords],
    flagWords: notOurs,
    minWordLength: 3,
  };
  const { issues } = await spellCheckDocument(
    { uri: 'lesson.txt', text, languageId: 'plaintext', locale: 'en-GB' },
    { noConfigSearch: true },
    settings,
  );
  return issues.map(({ text: word, offset }) => ({ word, start: offset }));
}
