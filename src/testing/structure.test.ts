import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
/** More than this nobody takes in at a glance: find the second subject and give it a folder. */
const maxFiles = 25;

test.each(['src', 'e2e', 'lessons'])('no folder of %s holds more files than a person takes in', (top) => {
  const counts = new Map<string, number>();
  for (const { name, parentPath } of readdirSync(join(root, top), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile())) {
    // Answers that people may send: one file each, by exercise.
    if (join(parentPath, name).startsWith(join(root, 'e2e', 'answers'))) continue;
    counts.set(parentPath, (counts.get(parentPath) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(0);
  expect([...counts].filter(([, count]) => count > maxFiles)).toEqual([]);
});

test('the picture in CONTRIBUTING.md names every part of src, and no other', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const picture = /^src\/ {2}│[^]*?^```/m.exec(text)?.[0] ?? '';
  const parts = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  // The names stand before the words that explain them, two spaces or more away.
  const named = picture
    .split('\n')
    .flatMap((line) => /(?:│|─▶) +((?:[a-z]+ {1,2})+)/.exec(line)?.[1]?.trim().split(/ +/) ?? [])
    .filter((name) => name !== '');
  expect(named.toSorted()).toEqual(parts.toSorted());
});

test.each(
  [...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/`(src\/[\w./-]+)`/g)].map(
    ([, path]) => path,
  ),
)('CONTRIBUTING.md speaks of %s, which is there', (path = '') => {
  expect(existsSync(join(root, path))).toBe(true);
});

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(tsx?|astro)$/.test(path) && !/\.test\.tsx?$/.test(path),
);

test('numbers and dates are put into words in one place', () => {
  const elsewhere = sources.filter(
    (path) =>
      !path.startsWith('words/') &&
      /\.toLocale(Date|Time)?String\(|\bIntl\.(?!Collator|Segmenter)/.test(
        readFileSync(join(root, 'src', path), 'utf8'),
      ),
  );
  expect(sources.length).toBeGreaterThan(0);
  // `numberWords`, `countWords`, `shareWords`, `periodWords` and others say it for the whole site.
  expect(elsewhere).toEqual([]);
});

test('an exported name is declared in one file', () => {
  const files = new Map<string, string[]>();
  for (const path of sources) {
    const text = readFileSync(join(root, 'src', path), 'utf8');
    const exported =
      /^export (?:default )?(?:abstract |async )*(?:function\*?|const|let|class|enum|interface|type) (\w+)/gm;
    // An overloaded function is declared more than once in its file.
    for (const name of new Set([...text.matchAll(exported)].flatMap(([, found]) => found ?? [])))
      files.set(name, [...(files.get(name) ?? []), path]);
  }
  // Astro calls what a page gives it by these names.
  const givenToAstro = ['GET', 'getStaticPaths'];
  const repeated = [...files].filter(([name, paths]) => paths.length > 1 && !givenToAstro.includes(name));
  expect(files.size).toBeGreaterThan(0);
  // Make one of them where they are the same thing; otherwise say in each name what it is.
  expect(Object.fromEntries(repeated)).toEqual({});
});
