import type { Unpacked } from '../packed/unpack-zip.ts';

/** A row or column of a sheet and those after it, up to the last. Rows count from 1, columns from 0. */
export type Run = readonly [first: number, last: number];

/** What a sheet does not show. */
export interface HiddenLines {
  readonly isHidden: boolean;
  readonly rows: readonly Run[];
  readonly columns: readonly Run[];
}

/**
 * The rows, columns and sheets that a workbook hides, by the names of its sheets. The library that reads workbooks tells of
 * rows and columns only with every style, at a cost in memory that a hostile file can drive up, and of OpenDocument not at all.
 *
 * @param parts - The files of a workbook in Excel's form of XML, or of OpenDocument; of others nothing is found.
 */
export function findHiddenLines(parts: Unpacked): ReadonlyMap<string, HiddenLines> {
  const content = parts['content.xml'];
  return content ? findInOpenDocument(toText(content)) : findInExcel(parts);
}

const toText = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : '');

/** A tag of XML as its name without a prefix and its attributes, theirs without one too. */
function readTag(tag: string): ReadonlyMap<string, string> {
  const attributes = tag.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(attributes, ([, name = '', double, single]) => [name, double ?? single ?? '']));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text of XML without its entities. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

function findInExcel(parts: Unpacked): ReadonlyMap<string, HiddenLines> {
  const targets = new Map<string, string>();
  for (const [tag] of toText(parts['xl/_rels/workbook.xml.rels']).matchAll(
    /<(?:\w+:)?Relationship\b[^>]*>/g,
  )) {
    const attributes = readTag(tag);
    const target = attributes.get('Target') ?? '';
    targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const found = new Map<string, HiddenLines>();
  for (const [tag] of toText(parts['xl/workbook.xml']).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    // `id` stands with a prefix, `sheetId` without one.
    const attributes = readTag(tag);
    const isHidden = /hidden/i.test(attributes.get('state') ?? '');
    const sheet = parts[targets.get(attributes.get('id') ?? '') ?? ''];
    found.set(unescapeXml(attributes.get('name') ?? ''), { isHidden, ...findInSheet(toText(sheet)) });
  }
  return found;
}

function findInSheet(text: string): Pick<HiddenLines, 'rows' | 'columns'> {
  const rows: Run[] = [];
  const columns: Run[] = [];
  if (!text.includes('hidden')) return { rows, columns };
  let row = 0;
  for (const [tag, name] of text.matchAll(/<(?:\w+:)?(row|col)\b[^>]*>/g)) {
    if (name === 'row') {
      const stated = /\sr\s*=\s*["'](\d{1,7})["']/.exec(tag)?.[1];
      row = stated === undefined ? row + 1 : Number(stated);
    }
    if (!tag.includes('hidden')) continue;
    const attributes = readTag(tag);
    if (!isTrue(attributes.get('hidden'))) continue;
    if (name === 'row') addRun(rows, row, row);
    else columns.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
  }
  return { rows, columns };
}

function addRun(runs: Run[], first: number, last: number): void {
  const before = runs.at(-1);
  if (before?.[1] === first - 1) runs[runs.length - 1] = [before[0], last];
  else runs.push([first, last]);
}

const openTags =
  /<(?:style:(style|table-properties)|table:(table|table-column|table-row))(?![\w-])(?:[^>"']|"[^"]*"|'[^']*')*>|<\/table:(table)>/g;

function findInOpenDocument(text: string): ReadonlyMap<string, HiddenLines> {
  const found = new Map<string, HiddenLines>();
  const hiddenStyles = new Set<string>();
  let style = '';
  // A table may stand in a cell or a picture of another; what it hides is not the sheet's.
  let depth = 0;
  let sheet: { isHidden: boolean; rows: Run[]; columns: Run[] } | undefined;
  let [row, column] = [1, 0];
  for (const [tag, ofStyle, ofTable, closed] of text.matchAll(openTags)) {
    const attributes = readTag(tag);
    if (closed !== undefined) depth--;
    else if (ofStyle === 'style') style = attributes.get('name') ?? '';
    else if (ofStyle === 'table-properties') {
      if (attributes.get('display') === 'false') hiddenStyles.add(style);
    } else if (ofTable === 'table') {
      depth += tag.endsWith('/>') ? 0 : 1;
      if (depth > 1) continue;
      sheet = { isHidden: hiddenStyles.has(attributes.get('style-name') ?? ''), rows: [], columns: [] };
      found.set(unescapeXml(attributes.get('name') ?? ''), sheet);
      [row, column] = [1, 0];
    } else if (sheet && depth === 1) {
      const isHidden = /^(collapse|filter)$/.test(attributes.get('visibility') ?? '');
      if (ofTable === 'table-row') {
        const last = row + Number(attributes.get('number-rows-repeated') ?? 1) - 1;
        if (isHidden) addRun(sheet.rows, row, last);
        row = last + 1;
      } else {
        const last = column + Number(attributes.get('number-columns-repeated') ?? 1) - 1;
        if (isHidden) addRun(sheet.columns, column, last);
        column = last + 1;
      }
    }
  }
  return found;
}
