import { expect, test } from 'vitest';
import { toHtml } from './to-html.ts';

const render = (text: string, lineOffset = 0) => toHtml(text, { file: 'lesson.md', lineOffset });
const html = (text: string) => {
  const { sections, problems } = render(text);
  expect(problems).toEqual([]);
  return sections
    .map((section) => (section.kind === 'exercise' ? `{${section.name}}` : section.html))
    .join('\n');
};

test.each([
  ['a paragraph', 'Ask **one** thing.', '<p class="govuk-body">Ask <strong>one</strong> thing.</p>'],
  ['a heading', '## Ask a question!', '<h2 class="govuk-heading-m" id="ask-a-question">Ask a question!</h2>'],
  ['a lower heading', '### Sort', '<h3 class="govuk-heading-s" id="sort">Sort</h3>'],
  [
    'a heading with code',
    '## What `WHERE` does',
    '<h2 class="govuk-heading-m" id="what-where-does">What <code>WHERE</code> does</h2>',
  ],
  [
    'bullets',
    '- one\n- two',
    '<ul class="govuk-list govuk-list--bullet">\n<li>one</li>\n<li>two</li>\n</ul>',
  ],
  [
    'numbers',
    '1. one\n2. two',
    '<ol class="govuk-list govuk-list--number">\n<li>one</li>\n<li>two</li>\n</ol>',
  ],
  [
    'a link elsewhere',
    '[Source](https://example.org/a?b&c)',
    '<p class="govuk-body"><a class="govuk-link" href="https://example.org/a?b&amp;c" rel="noreferrer">Source</a></p>',
  ],
  [
    'a link inside the site',
    '[Next](/lessons/)',
    '<p class="govuk-body"><a class="govuk-link" href="/lessons/">Next</a></p>',
  ],
  [
    'code',
    '```sql\nSELECT a < 1\n```',
    '<pre class="app-code" tabindex="0"><code>SELECT a &lt; 1</code></pre>',
  ],
  ['a quote', '> Note', '<div class="govuk-inset-text"><p class="govuk-body">Note</p>\n</div>'],
])('%s gets its classes', (_case, text, expected) => {
  expect(html(text)).toBe(expected);
});

test('a table scrolls in a named region and sets numbers right', () => {
  const table = html('| Service | Transactions |\n|---|--:|\n| Tax | 5 |');
  expect(table).toContain(
    '<div class="app-scroll" role="group" tabindex="0" aria-label="Table: Service, Transactions">',
  );
  expect(table).toContain(
    '<th scope="col" class="govuk-table__header govuk-table__header--numeric">Transactions</th>',
  );
  expect(table).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">5</td>');
});

test('two headings with the same words get ids of their own', () => {
  expect(html('## Try it\n\n## Try it')).toMatch(/id="try-it"[\s\S]*id="try-it-2"/);
});

test('an exercise stands between the stretches of prose, even straight after a line of text', () => {
  const { sections, problems } = render('One.\n::exercise{busiest}\nTwo.\n\n::exercise{quiet}', 10);
  expect(problems).toEqual([]);
  expect(sections).toEqual([
    { kind: 'prose', html: '<p class="govuk-body">One.</p>' },
    { kind: 'exercise', name: 'busiest', line: 12 },
    { kind: 'prose', html: '<p class="govuk-body">Two.</p>' },
    { kind: 'exercise', name: 'quiet', line: 15 },
  ]);
});

test('an exercise inside a code fence is only text', () => {
  expect(html('```\n::exercise{busiest}\n```')).toContain('<code>::exercise{busiest}</code>');
});

test.each([
  ['HTML on its own', 'Text.\n\n<script>alert(1)</script>', 3, 'Markdown'],
  ['HTML in a sentence', 'One\ntwo <b>bold</b>', 2, 'Markdown'],
  ['a comment', '<!-- later -->', 1, 'Markdown'],
  ['a picture', 'See ![a](b.png)', 1, 'words'],
  ['a first-level heading', '# Title', 1, 'headings that start at ##'],
  ['a link that runs a script', '[x](javascript:alert(1))', 1, 'a link that starts with https://, / or #'],
  [
    'an exercise in a list',
    '- one\n- ::exercise{busiest}',
    2,
    'an exercise on a line of its own, outside lists and quotes',
  ],
  ['a misspelt exercise', 'One.\n\nText\n::exercice{busiest}', 4, '::exercise{name} on a line of its own'],
])('%s is refused, with its line', (_case, text, line, expected) => {
  const { problems } = render(text);
  expect(problems[0]).toMatchObject({ file: 'lesson.md', line, expected });
});

test('markup in attributes cannot break out', () => {
  expect(html('[a](https://e.org "x\\" onload=")')).toContain('title="x&quot; onload="');
});

test('a heading never has the id of an exercise of the same name', () => {
  const { sections } = toHtml('## None or not known\n\n::exercise{none-or-not-known}\n', {
    file: 'lesson.md',
  });
  expect(sections[0]).toMatchObject({ html: expect.stringContaining('id="none-or-not-known-2"') });
});

test('a query on its own is an example to run, and knows whether a table says its answer', () => {
  const query = {
    kind: 'example',
    language: 'sql',
    text: 'SELECT 1',
    html: expect.stringContaining('SELECT 1'),
  };
  const { sections } = render(
    'Look:\n\n```sql\nSELECT 1\n```\n\n| a |\n| --- |\n| 1 |\n\n```sql\nSELECT 1\n```',
  );
  expect(sections.filter(({ kind }) => kind === 'example')).toEqual([
    { ...query, answered: true },
    { ...query, answered: false },
  ]);
  expect(render('```\nFROM services\n```').sections).toMatchObject([{ kind: 'prose' }]);
});
