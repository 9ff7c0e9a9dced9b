import { expect, test } from 'vitest';
import { parseGlossary } from './glossary.ts';
import { linkTerms } from './link-terms.ts';

const glossary = parseGlossary(
  `- { term: key, forms: [keys], means: What says which row you mean. }
- { term: primary key, means: The key that a publisher chose for a table. }
- { term: missing value, forms: ["NULL", NIL], means: A cell that holds no value at all. }
`,
  'glossary.yaml',
);
const terms = glossary.ok ? glossary.value : [];

test('the glossary of these tests can be read', () => expect(glossary).toMatchObject({ ok: true }));
const lesson = (...html: string[]) => ({
  sections: html.map((text) => ({ kind: 'prose' as const, html: text })),
});
const linksIn = (lessons: ReturnType<typeof linkTerms>) =>
  lessons.map(({ sections }) =>
    sections.flatMap((section) =>
      section.kind === 'prose'
        ? [...section.html.matchAll(/href="\/glossary\/#([^"]+)">([^<]+)</g)].map(
            ([, id, word]) => `${id}: ${word}`,
          )
        : [],
    ),
  );

test('a word is linked where the track uses it first, as it is written there', () => {
  const linked = linkTerms(
    [
      lesson(
        '<p>Keys are not numbers, and a <strong>primary key</strong> is a key.</p>',
        '<p>One key more.</p>',
      ),
      lesson('<p>A key again, and a null is none.</p>', '<p>NULL, not NIL.</p>'),
    ],
    terms,
  );
  expect(linksIn(linked)).toEqual([['key: Keys', 'primary-key: primary key'], ['missing-value: NULL']]);
  expect(linked.map((each) => each.terms.map(({ term }) => term))).toEqual([
    ['key', 'primary key'],
    ['missing value'],
  ]);
});

test('headings, code and links stay as they are, and parts of other words too', () => {
  const html =
    '<h2 id="key">The key</h2><p><code>key</code> <a href="/x/">a key</a> keyboard, turn-key</p><pre><code>key</code></pre>';
  const [linked] = linkTerms([lesson(html)], terms);
  expect(linked?.sections[0]).toEqual({ kind: 'prose', html });
  expect(linked?.terms).toEqual([]);
});

test('a word that is explained twice is a mistake', () => {
  const text = `- { term: key, means: What says which row you mean. }
- { term: index, forms: [Key], means: A series of figures that is scaled. }
`;
  expect(parseGlossary(text, 'g.yaml')).toMatchObject({ ok: false, problems: [{ found: '"key" twice' }] });
});
