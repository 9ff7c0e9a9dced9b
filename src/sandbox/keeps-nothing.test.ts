import { expect, test } from 'vitest';
import { keepsNothing } from './keeps-nothing.ts';
import { readPipeline } from './read-pipeline.ts';

function keepsNothingOf(text: string): boolean {
  const read = readPipeline(text);
  if (!read.ok) throw new Error(read.error.message);
  return keepsNothing(read.pipeline, ['trees', 'banks']);
}

test.each([
  "trees.filter(d => d.height > 20 && op.lower(d.name) !== 'elm').select('name')",
  "const tall = trees.filter(d => d['height'] > 20); tall.join(banks, ['side', 'name']).groupby('side').count()",
  "trees.params({ limit: 20 }).filter((d, $) => d.height > $.limit).orderby(aq.desc('height')).slice(0, 5)",
  'let n = 0; for (const name of trees.columnNames()) n += name.length; trees.derive({ n: aq.escape(() => Math.max(n, 1)) })',
  'trees.derive({ year: ({ felled }) => Number(felled) })',
])('nothing outlives a run of %s', (text) => {
  expect(keepsNothingOf(text)).toBe(true);
});

test.each([
  [
    'a function of its own for Arquero',
    "aq.addFunction('twice', x => 2 * x); trees.derive({ a: d => op.twice(d.height) })",
  ],
  ['the same by a name that is put together', "aq['add' + 'Function']('twice', x => 2 * x); trees"],
  ['a function taken out of Arquero', "const { addFunction } = aq; addFunction('twice', x => 2 * x); trees"],
  ['a seed', 'aq.seed(1); trees.sample(2)'],
  ['a global', 'globalThis.runs = (globalThis.runs ?? 0) + 1; trees'],
  ['a global by its plain name', 'self.name = "x"; trees'],
  ['a member of Arquero', 'op.mean = op.max; trees'],
  ['a counter in a member', 'op.runs++; trees'],
  ['a prototype', 'Array.prototype.last = 1; trees'],
  ['a constructor', "trees.constructor['x'] = 1; trees"],
  ['a function made of text', 'new Function("return this")(); trees'],
  ['an object that is changed by a function', 'Object.assign(op, { mean: op.max }); trees'],
  ['something to come', 'setTimeout(() => 1, 0); trees'],
  ['an async function', 'const later = async () => 1; later(); trees'],
  ['a table under another meaning', 'const aq = { x: 1 }; trees'],
  ['a member that is taken away', 'delete op.mean; trees'],
  ['a member as what a loop counts with', "for (op.mean of ['a']) ; trees"],
  ['a member among what is taken apart', '[op.mean] = [op.max]; trees'],
])('%s may outlive a run', (_case, text) => {
  expect(keepsNothingOf(text)).toBe(false);
});
