import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is said of one package that the site hands on. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  /** The licence's short name (SPDX). */
  readonly licence: string;
  /** The licence in full, with its copyright lines, and what the package asks to be told beside it. */
  readonly text: string;
}

/** Whose copyright it is, where a package under the MIT licence carries no text of it. */
const copyrights: Readonly<Record<string, string>> = {
  '@duckdb/duckdb-wasm':
    'Copyright 2021 DuckDB WASM Contributors\nCopyright 2018-2026 Stichting DuckDB Foundation (DuckDB)',
  'govuk-frontend': 'Copyright (C) 2017 Crown Copyright (Government Digital Service)',
};

const isLegalText = /^(?:licen[cs]e|copying|copyright|notice|third-?party)/i;

/**
 * Reads a package's notice from its folder.
 *
 * @throws when it carries no licence and nobody said whose copyright it is: it must not be handed on like that
 */
export function readNotice(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => isLegalText.test(file) && !/\.(?:[cm]?[jt]s|json)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length > 0 && license) return { name, version, licence: license, text: texts.join('\n\n') };
  const copyright = copyrights[name];
  if (copyright === undefined || license !== 'MIT')
    throw new Error(
      `The package ${name} goes out with the site, and its folder holds no licence. Add its copyright in notice.ts.`,
    );
  return { name, version, licence: license, text: `${copyright}\n\n${mitText}` };
}

/** All notices as one plain text, each under its name. */
export function toNoticesText(notices: readonly Notice[]): string {
  const line = '='.repeat(78);
  const parts = notices.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`,
  );
  return `Lunchtime Code Club hands on the software below. Each part keeps its own licence.\n\n${parts.join('\n')}`;
}

const mitText = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
