import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { parseReport } from './parse-report.ts';
import { toReport, toReportTable, toReportWords, type Report } from './report.ts';

const report: Report = {
  exercise: 'asking-questions/01-first-question/busiest',
  version: '0123456789abcdef',
  data: { services: 'a1b2', 'odd table': '77' },
  verdict: 'wrong-rows',
  words: 'Your result has 3 rows more than expected. Look at: "WHERE".',
  answer: 'SELECT service\n\nFROM services  -- all: of them\n\tWHERE true',
  found: {
    columns: ['service', 'n'],
    rowCount: 8,
    rows: [
      ['Car tax', 1.5],
      ['# no', null],
    ],
  },
  expected: { columns: ['service', 'n'], rowCount: 0, rows: [] },
};

test('a report reads as it was written, and ends with what a trainer pastes', () => {
  const text = toReport(report);
  expect(parseReport(text, 'report.yaml')).toEqual({ ok: true, value: report });
  const { alternatives, wrong } = parse(text) as { alternatives: string[]; wrong: { answer: string }[] };
  expect(alternatives).toEqual([report.answer]);
  expect(wrong[0]?.answer).toBe(report.answer);
  expect(text).toContain('lessons/asking-questions/01-first-question/busiest.yaml');
});

test('any text comes back as it was', () => {
  const query = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ' ',
          '\n',
          '\t',
          '#',
          ': ',
          '- ',
          "'",
          '"',
          'a',
          '|',
          '\r',
          '\u2028',
          '\u0085',
          '\ufeff',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(query, fc.string(), (text, words) => {
      const written = toReport({ ...report, answer: text, words });
      expect(parseReport(written, 'report.yaml')).toMatchObject({ ok: true, value: { answer: text, words } });
    }),
    { numRuns: 300 },
  );
});

test('a saved file may begin with the mark that Excel wants', () => {
  expect(parseReport(`\ufeff${toReport(report)}`, 'report.yaml')).toMatchObject({ ok: true });
});

test.each([
  ['', /expected/],
  ['exercise: [', /YAML that can be read/],
  ['exercise: a\nversion: b', /data/],
])('says what is wrong with %j', (text, message) => {
  const parsed = parseReport(text, 'report.yaml');
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).toMatch(message);
});

test('at most twenty rows are handed over, and the words without their marks', () => {
  const rows = Array.from({ length: 30 }, (_row, index) => [index]);
  const table = toReportTable({ columns: [{ name: 'i', type: 'BIGINT' }], rows, rowCount: 300 });
  expect(table).toMatchObject({ columns: ['i'], rowCount: 300 });
  expect(table.rows).toHaveLength(20);
  expect(toReportWords({ headline: 'Not **yet**.', body: 'Look at\n`WHERE`.' })).toBe(
    'Not yet. Look at WHERE.',
  );
});

test.each(['? ', '? \n', '- ', '[', '{'])(
  '100 kB of “%s” in a report, or as one, are read in a moment',
  (piece) => {
    const long = piece.repeat(100_000 / piece.length);
    const started = performance.now();
    const answered = parseReport(toReport({ ...report, answer: long }), 'report.yaml');
    expect(answered).toMatchObject({ ok: true, value: { answer: long } });
    expect(parseReport(long, 'report.yaml').ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  },
);
