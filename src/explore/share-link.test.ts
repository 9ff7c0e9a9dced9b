import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseShareLink, toShareLink } from './share-link.ts';

const page = 'https://example.org/explore/';

function hashOf(value: unknown): string {
  return `#query=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
}

test('a query comes back from its link as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.uniqueArray(fc.constantFrom('nhs-ae', 'cpi', 'weather')),
      (text, datasets) => {
        const link = toShareLink({ text, datasets }, page);
        if (!link.ok) throw new Error(link.message);
        expect(link.url).toMatch(/^https:\/\/example\.org\/explore\/#query=[\w-]+$/);
        expect(parseShareLink(new URL(link.url).hash)).toEqual({ kind: 'query', work: { text, datasets } });
      },
    ),
  );
});

test('the address’s own part after # is left out', () => {
  expect(toShareLink({ text: 'SELECT 1', datasets: [] }, `${page}#main-content`)).toMatchObject({
    url: expect.stringMatching(/^[^#]*#query=[^#]*$/),
  });
});

test('a query that is too long for a link is refused with its length', () => {
  const link = toShareLink({ text: 'x'.repeat(10_000), datasets: [] }, page);
  expect(link).toMatchObject({
    ok: false,
    message: expect.stringMatching(/would have 13,\d{3} characters, and 6,000/),
  });
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '${alert(1)}',
  '\u202e\u0000]]>"\'`',
])('hostile text is text and nothing else: %s', (text) => {
  expect(parseShareLink(hashOf({ v: 1, d: [], q: text }))).toEqual({
    kind: 'query',
    work: { text, datasets: [] },
  });
});

test.each([
  ['no link', '', 'none'],
  ['an anchor', '#main-content', 'none'],
  ['nothing', '#query=', 'broken'],
  ['no base64', '#query=%%%', 'broken'],
  ['a link that was cut', hashOf({ v: 1, d: [], q: 'SELECT 1' }).slice(0, -6), 'broken'],
  ['another version', hashOf({ v: 2, d: [], q: 'SELECT 1' }), 'broken'],
  ['a query that is no text', hashOf({ v: 1, d: [], q: { text: 'x' } }), 'broken'],
  ['a dataset that is a path', hashOf({ v: 1, d: ['../secret'], q: 'x' }), 'broken'],
  ['a dataset that is an address', hashOf({ v: 1, d: ['https://example.org'], q: 'x' }), 'broken'],
  ['too many datasets', hashOf({ v: 1, d: Array(101).fill('a'), q: 'x' }), 'broken'],
  ['megabytes', `#query=${'A'.repeat(1_000_000)}`, 'broken'],
  ['bytes that are no text', `#query=${Buffer.from([0xff, 0xfe]).toString('base64url')}`, 'broken'],
  ['a prototype', '#query=' + Buffer.from('{"__proto__": {"v": 1}}').toString('base64url'), 'broken'],
])('%s is read as such', (_case, hash, kind) => {
  expect(parseShareLink(hash).kind).toBe(kind);
});
