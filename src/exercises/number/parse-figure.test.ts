import { expect, test } from 'vitest';
import { parseFigure } from './parse-figure.ts';

test.each([
  ['1,234', '', 1234, 1],
  ['1 234 567', '', 1_234_567, 1],
  ['£1.2m', '£', 1_200_000, 100_000],
  ['£ 3bn', '£', 3_000_000_000, 1e9],
  ['5 million', '', 5_000_000, 1e6],
  ['12k', '', 12_000, 1000],
  ['12%', '%', 12, 1],
  ['77.3 per cent', '%', 77.3, 0.1],
  ['77.3', '%', 77.3, 0.1],
  ['−3.5', '', -3.5, 0.1],
  ['-£2', '£', -2, 1],
  ['.5', '', 0.5, 0.1],
  ['250 transactions', 'transactions', 250, 1],
  ['about 40', '', 40, 1],
  ['1.6', '£ million', 1.6, 0.1],
  ['£1.6', '£ million', 1.6, 0.1],
  ['£1.6m', '£ million', 1.6, 0.1],
  ['1.6 million', 'million pounds', 1.6, 0.1],
  ['£1,209 million', 'million pounds', 1209, 1],
  ['1,209 million pounds', 'million pounds', 1209, 1],
  ['1.2bn', 'million pounds', 1200, 100],
  ['1600k', '£ million', 1.6, 0.001],
  ['１２', '', 12, 1],
])('reads %j in the unit %j', (text, unit, value, step) => {
  const read = parseFigure(text, unit);
  expect(read).toMatchObject({ ok: true, value });
  expect(read.ok && read.step).toBeCloseTo(step, 10);
});

test.each([
  ['', '', /Write a figure/],
  ['lots', '', /"lots" is not a figure/],
  ['1,5', '', /two ways/],
  ['12,34,567', '', /two ways/],
  ['12%', 'services', /not a percentage. Give it as a number of services/],
  ['£12', '%', /not in pounds. Give it as a percentage/],
  ['12%', 'million pounds', /not a percentage. Give it in millions of pounds/],
  ['12 apples', '', /"apples" could not be read/],
  ['1.2.3', '', /could not be read/],
  [`${'9'.repeat(60)} x`, '', /could not be read/],
])('does not read %j in the unit %j', (text, unit, reason) => {
  const read = parseFigure(text, unit);
  expect(read.ok).toBe(false);
  expect(!read.ok && read.reason).toMatch(reason);
});

test.each(['-' + ' '.repeat(100_000) + 'x', '1 '.repeat(50_000) + '\nx'])(
  'a long text is refused at once',
  (text) => {
    const started = performance.now();
    expect(parseFigure(text).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  },
);
