import { expect, test } from 'vitest';
import { packagesOfChunks } from './packages-of-chunks.ts';

const chunk = (...ids: string[]) => ({
  type: 'chunk' as const,
  modules: Object.fromEntries(ids.map((id) => [id, { renderedLength: 1 }])),
});

test.each([
  ['a package', '/a/node_modules/zod/v4/index.js', ['/a/node_modules/zod']],
  ['one with a scope', '/a/node_modules/@astrojs/react/client.js', ['/a/node_modules/@astrojs/react']],
  ['one inside another', '/a/node_modules/x/node_modules/y/z.js', ['/a/node_modules/x/node_modules/y']],
  [
    'one that the bundler wraps',
    '\0/a/node_modules/react/index.js?commonjs-es-import',
    ['/a/node_modules/react'],
  ],
  ['our own code', '/a/src/ui/x.ts', []],
  ['a module that is made up', '\0vite/preload-helper.js', []],
])('finds %s', (_case, id, expected) => {
  expect(packagesOfChunks([chunk(id)])).toEqual(expected);
});

test('leaves out what nothing is left of', () => {
  expect(
    packagesOfChunks([{ type: 'chunk', modules: { '/a/node_modules/zod/index.js': { renderedLength: 0 } } }]),
  ).toEqual([]);
});
