import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  orElse,
  orNull,
  readCount,
  readFields,
  readId,
  readList,
  readMoment,
  readOneOf,
  readText,
  readTruth,
  readValue,
} from './read-value.ts';
import type { Reader } from './read-value.ts';

const at = '2026-05-03T12:30:00.000Z';

test.each<[string, Reader<unknown>, unknown]>([
  ['text', readText, ''],
  ['a truth', readTruth, false],
  ['a count', readCount, 0],
  ['an id', readId, 'a/b'],
  ['a moment', readMoment, at],
  ['nothing where nothing may be', orNull(readText), null],
  ['one of the known words', readOneOf(['light', 'dark']), 'dark'],
  ['a list', readList(readCount), [1, 2]],
  ['fields', readFields({ text: readText, at: readMoment }), { text: 'SELECT 1', at }],
])('reads %s as it is', (_case, reader, value) => {
  expect(readValue(reader, value)).toEqual(value);
});

test.each<[string, Reader<unknown>, unknown]>([
  ['a number for text', readText, 1],
  ['a word for a truth', readTruth, 'true'],
  ['less than none', readCount, -1],
  ['a half', readCount, 0.5],
  ['more than can be counted', readCount, 2 ** 53],
  ['an empty id', readId, ''],
  ['an endless id', readId, 'a'.repeat(301)],
  ['a day that no month has', readMoment, '2026-02-30T12:30:00.000Z'],
  ['a moment without milliseconds', readMoment, '2026-05-03T12:30:00Z'],
  ['a moment of another place', readMoment, '2026-05-03T12:30:00.000+01:00'],
  ['a moment in words', readMoment, '3 May 2026'],
  ['a word that is not known', readOneOf(['light', 'dark']), 'sepia'],
  ['an object for a list', readList(readCount), { 0: 1 }],
  ['a list with one thing else in it', readList(readCount), [1, '2']],
  ['a list for fields', readFields({ length: readCount }), [1]],
  ['nothing for fields', readFields({ text: readText }), null],
  ['a field that is missing', readFields({ text: readText }), {}],
  ['a field that every object has', readFields({ toString: readOneOf(['x']) }), {}],
])('refuses %s', (_case, reader, value) => {
  expect(readValue(reader, value)).toBeUndefined();
});

test('leaves out what was not asked for, and reads a part that has a fallback', () => {
  const reader = readFields({ theme: orElse(readOneOf(['light', 'dark']), 'light') });
  expect(readValue(reader, { theme: 'sepia', other: 1 })).toEqual({ theme: 'light' });
});

test('never throws, whatever is stored', () => {
  const reader = readFields({ id: readId, list: readList(orNull(readMoment)), count: readCount });
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(readValue(reader, value)).toBeUndefined();
    }),
  );
});
