import { expect, test } from 'vitest';
import { toFrequency, toIssued, toPeriod, toThemes } from './dcat-words.ts';

test.each([
  ['25 March 2026', { type: 'xsd:date', value: '2026-03-25' }],
  ['5 March 2026', { type: 'xsd:date', value: '2026-03-05' }],
  ['August 2013', { type: 'xsd:gYearMonth', value: '2013-08' }],
  ['July 2025 (version 1.6.1)', { type: 'xsd:gYearMonth', value: '2025-07' }],
  ['2020', { type: 'xsd:gYear', value: '2020' }],
  ['2020 to 2021', undefined],
  ['Monthly, some weeks after the month', undefined],
  ['The day is not recorded. Figures for 2020 first came out in June 2022.', undefined],
])('reads "%s" as a day of release, or leaves it', (published, expected) => {
  expect(toIssued(published)).toEqual(expected);
});

test.each([
  ['April 2025 to March 2026, by month', '2025-04', '2026-03'],
  ['April to June 2016, by month', '2016-04', '2016-06'],
  ['14 December 1918 to 4 July 2024', '1918-12-14', '2024-07-04'],
  ['2005 to 2020, by calendar year', '2005', '2020'],
])('reads the two ends of "%s"', (period, start, end) => {
  const found = toPeriod(period);
  expect([found?.start.value, found?.end.value]).toEqual([start, end]);
});

test.each([
  'The years to the end of December 2012, March 2013 and June 2013',
  'Years that end from December 1995 to September 2024, four a year',
  'Councils as they stood in July 2025; population in the middle of 2020',
  '2019 to 2020 and 2022 to 2023 in some places only to 1999x',
])('does not guess at "%s"', (period) => {
  expect(toPeriod(period)).toBeUndefined();
});

test.each([
  ['Monthly', 'MONTHLY'],
  ['Was updated each quarter; it is no longer updated', 'NEVER'],
  ['Quarterly; later quarters are on the publisher’s page', 'QUARTERLY'],
  ['Four times a year', 'QUARTERLY'],
  ['Yearly, about eighteen months after the year', 'ANNUAL'],
  ['Once a year, when the census is done', 'ANNUAL'],
  ['About every four to six years', 'IRREG'],
  ['After each general election', 'IRREG'],
  ['Nobody knows', 'UNKNOWN'],
])('finds the frequency in "%s"', (frequency, expected) => {
  expect(toFrequency(frequency)).toBe(expected);
});

test('gives each theme of the EU’s list once', () => {
  expect(toThemes(['Local government', 'Public spending', 'Transparency returns'])).toEqual(['ECON', 'GOVE']);
  expect(toThemes(['Transport', 'Places and codes'])).toEqual(['REGI', 'TRAN']);
  expect(toThemes(['Something else'])).toEqual([]);
});
