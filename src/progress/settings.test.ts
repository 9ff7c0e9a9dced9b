import { expect, test } from 'vitest';
import { chooseEditor, defaultSettings, parseSettings } from './settings.ts';

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'dark'],
  ['values of another version', { editor: 'vim', theme: 3 }],
])('%s gives the defaults', (_case, value) => {
  expect(parseSettings(value)).toEqual(defaultSettings);
});

test('one unreadable choice does not cost the other', () => {
  expect(parseSettings({ editor: 'plain', theme: 'sepia' })).toEqual({ editor: 'plain', theme: 'system' });
});

test.each([
  ['auto', 1280, false, 'code'],
  ['auto', 641, false, 'code'],
  ['auto', 640, false, 'plain'],
  ['auto', 1280, true, 'plain'],
  ['code', 320, true, 'code'],
  ['plain', 1920, false, 'plain'],
] as const)(
  'the choice %s at %d pixels, finger %s, shows the %s editor',
  (editor, width, coarsePointer, expected) => {
    expect(chooseEditor({ ...defaultSettings, editor }, { width, coarsePointer })).toBe(expected);
  },
);
