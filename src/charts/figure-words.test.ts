import { expect, test } from 'vitest';
import { toFigureLabels } from './figure-words.ts';

test.each<[string, readonly number[], string | undefined, readonly string[]]>([
  ['a share without decimals beside one with', [27, 30.4], '%', ['27.0%', '30.4%']],
  ['whole figures', [27, 304, 5], undefined, ['27', '304', '5']],
  ['whole thousands beside a part', [12345.6, 27.25], undefined, ['12,346', '27']],
  ['small figures', [0.5, 0.25, 0], undefined, ['0.50', '0.25', '0.00']],
  ['money below zero', [-12.5, 3], '£', ['-£12.5', '£3.0']],
  ['millions', [27_000_000, 30_400_000, 1_250], '£', ['£27.0m', '£30.4m', '£1,250']],
  ['billions beside millions', [2e9, 1_500_000], undefined, ['2bn', '1.5m']],
  ['one that would round to nothing', [800, 0.04], undefined, ['800', '0.04']],
  ['hundreds beside a part', [123, 30.4], undefined, ['123.0', '30.4']],
])('%s have as many decimals each', (_case, values, unit, expected) => {
  expect(values.map(toFigureLabels(values, unit))).toEqual(expected);
});
