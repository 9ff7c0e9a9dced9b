import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseAuthored, toProblemText } from './parse-authored.ts';

const schema = z.strictObject({
  title: z.string().min(3).describe('A short name.'),
  minutes: z.int().min(5),
  order: z
    .enum(['required', 'ignored'])
    .default('ignored')
    .describe('Use "required" only when the task asks for an order.'),
  website: z.url().optional(),
  day: z.iso.date().optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/, 'small letters only')
    .optional(),
  steps: z
    .array(z.strictObject({ text: z.string(), weight: z.union([z.string(), z.number()]).optional() }))
    .min(1),
  even: z
    .int()
    .refine((n) => n % 2 === 0, { error: 'an even number', params: { remedy: 'Add one.' } })
    .optional(),
});
const good = ['title: Counting', 'minutes: 20', 'steps:', '  - text: one'].join('\n');

function problemsOf(text: string, lineOffset = 0): string[] {
  const parsed = parseAuthored(schema, text, 'a.yaml', { lineOffset });
  return parsed.ok ? [] : parsed.problems.map(toProblemText);
}

test('gives the value, with defaults filled in', () => {
  const parsed = parseAuthored(schema, good, 'a.yaml');
  expect(parsed).toEqual({
    ok: true,
    value: { title: 'Counting', minutes: 20, order: 'ignored', steps: [{ text: 'one' }] },
  });
});

test.each([
  [
    'a missing field',
    'minutes: 20\nsteps: [{ text: a }]',
    'a.yaml:1\n  title: expected text, found nothing.\n  A short name.',
  ],
  ['a wrong kind', good.replace('20', 'long'), 'a.yaml:2\n  minutes: expected a number, found "long".'],
  ['a fraction', good.replace('20', '7.5'), 'a.yaml:2\n  minutes: expected a whole number, found 7.5.'],
  [
    'a number too small',
    good.replace('20', '2'),
    'a.yaml:2\n  minutes: expected a number of at least 5, found 2.',
  ],
  [
    'a text too short',
    good.replace('Counting', 'C'),
    'a.yaml:1\n  title: expected at least 3 characters, found 1 character.\n  A short name.',
  ],
  [
    'an empty list',
    'title: Counting\nminutes: 20\nsteps: []',
    'a.yaml:3\n  steps: expected at least 1 item, found 0 items.',
  ],
  [
    'a value that is no choice',
    `${good}\norder: none`,
    'a.yaml:5\n  order: expected "required" or "ignored", found "none".\n  Use "required" only when the task asks for an order.',
  ],
  ['a field inside a list', `${good}\n  - text: 4`, 'a.yaml:5\n  steps.1.text: expected text, found 4.'],
  [
    'a choice of kinds',
    `${good}\n    weight: true`,
    'a.yaml:5\n  steps.0.weight: expected text or a number, found true.',
  ],
  [
    'a bad date',
    `${good}\nday: 2025-13-01`,
    'a.yaml:5\n  day: expected a date such as 2025-12-31, found "2025-13-01".',
  ],
  [
    'a bad address',
    `${good}\nwebsite: here`,
    'a.yaml:5\n  website: expected a web address that begins with https://, found "here".',
  ],
  ['a broken pattern', `${good}\ncode: A1`, 'a.yaml:5\n  code: expected small letters only, found "A1".'],
  [
    'a rule of its own',
    `${good}\neven: 3`,
    'a.yaml:5\n  even: expected an even number, found 3.\n  Add one.',
  ],
  [
    'an unknown field',
    `${good}\n    txt: two`,
    'a.yaml:5\n  steps.0.txt: expected one of the fields text, weight, found "txt".\n  Check the spelling and the indent, or remove the field.',
  ],
  ['an empty file', '', 'a.yaml:1\n  expected a group of fields, found nothing.'],
])('explains %s', (_case, text, expected) => {
  expect(problemsOf(text)).toEqual([expected]);
});

test('gives every problem at once, in the order of the file', () => {
  expect(problemsOf('title: C\nminutes: 1\nsteps: []').map((text) => text.split('\n')[0])).toEqual([
    'a.yaml:1',
    'a.yaml:2',
    'a.yaml:3',
  ]);
});

test('explains YAML that cannot be read, with its line', () => {
  const problems = problemsOf('title: "Counting\nminutes: 20', 10);
  expect(problems[0]).toMatch(
    /^a\.yaml:1\d\n {2}expected YAML that can be read, found Missing closing "quote\.\n/,
  );
});

test('refuses a field given twice', () => {
  expect(problemsOf(`${good}\ntitle: Again`)[0]).toContain(
    'a.yaml:5\n  expected YAML that can be read, found Map keys must be unique.',
  );
});

test('counts lines from the start of the file when the text stands inside one', () => {
  expect(problemsOf(good.replace('20', '2'), 7)[0]).toMatch(/^a\.yaml:9\n/);
});
