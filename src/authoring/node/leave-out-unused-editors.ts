import type { Plugin } from 'vite';

const unused =
  /\/monaco-editor\/esm\/vs\/editor\/browser\/.*\/(?:diffEditorWidget|multiDiffEditorWidget|viewLinesGpu)\.js$/;

/**
 * Monaco's standalone editor brings its editors of differences and its drawing by the graphics card, which no page
 * opens: a fifteenth of its bytes. This puts an empty class in the place of each.
 */
export function leaveOutUnusedEditors(): Plugin {
  return {
    name: 'leave-out-unused-editors',
    enforce: 'pre',
    load(id) {
      const path = unused.exec(id.split('?')[0] ?? '')?.[0];
      if (path === undefined) return undefined;
      const file = path.slice(path.lastIndexOf('/') + 1, -'.js'.length);
      return `export class ${file.charAt(0).toUpperCase()}${file.slice(1)} {}`;
    },
  };
}
