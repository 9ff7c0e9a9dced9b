import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readNotice, toNoticesText } from './notice.ts';
import type { Notice } from './notice.ts';
import { packagesOfChunks } from './packages-of-chunks.ts';
import type { BuiltChunk } from './packages-of-chunks.ts';

/** Packages that go out as styles, as the engine's files, in the sandbox's page and inside pages: no script of ours holds them. */
const alsoShipped = [
  ...['govuk-frontend', '@duckdb/duckdb-wasm', 'astro'],
  ...['arquero', '@uwdata/flechette', 'acorn'],
];

/** Where the page leaves room for a row a package. */
const room = '<tbody data-packages></tbody>';

/**
 * Names every package whose code the site hands on: on the page /notices/, and with all licences in full in the text beside
 * it. What is in the built scripts only the bundler knows, so it is asked; Vite's own list leaves out what workers hold.
 */
export function thirdPartyNotices(root: string): AstroIntegration {
  const folders = new Set(alsoShipped.map((name) => join(root, 'node_modules', name)));
  const collect = () => ({
    name: 'collect-packages',
    generateBundle(
      this: { readonly environment?: { readonly name: string } },
      _options: unknown,
      bundle: Readonly<Record<string, BuiltChunk>>,
    ) {
      // The pages are drawn with more packages than they are sent with.
      if (this.environment?.name !== 'client') return;
      for (const folder of packagesOfChunks(Object.values(bundle))) folders.add(folder);
    },
  });
  return {
    name: 'third-party-notices',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect()], worker: { plugins: () => [collect()] } } });
      },
      'astro:build:done': async ({ dir }) => {
        const notices = [...folders].map(readNotice).sort((a, b) => a.name.localeCompare(b.name));
        const folder = join(fileURLToPath(dir), 'notices');
        const page = join(folder, 'index.html');
        const html = await readFile(page, 'utf8');
        if (!html.includes(room)) throw new Error(`The page /notices/ has no room for packages: ${room}`);
        await writeFile(
          page,
          html.replace(room, () => `<tbody>${notices.map(toRow).join('')}</tbody>`),
        );
        await writeFile(join(folder, 'third-party.txt'), toNoticesText(notices));
      },
    },
  };
}

function toRow({ name, version, licence }: Notice): string {
  const cells = [version, licence].map((text) => `<td class="govuk-table__cell">${toHtmlText(text)}</td>`);
  return `<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${toHtmlText(name)}</th>${cells.join('')}</tr>`;
}

function toHtmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
