import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { rowsToCsv } from '#src/datasets/rows-to-csv.ts';

/** A ZIP archive with every part packed, as Excel writes it. */
function toArchive(parts: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
    offset += local.length + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const workbook = {
  'xl/workbook.xml':
    '<workbook><sheets><sheet name="Data &amp; more" sheetId="1" r:id="rId7"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>River</t></si><si><r><t xml:space="preserve">Ty</t></r><r><t>ne</t></r></si></sst>',
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData>' +
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Length, km</t></is></c></row>' +
    '<row r="2"><c r="A2" t="s" s="4"><v>1</v></c><c r="B2"><f>100+18</f><v>118</v></c></row>' +
    '<row r="3"><c r="A3" s="1"/><c r="C3" t="str"><v>&#163;5 &lt; &#xA3;6</v></c></row>' +
    '</sheetData></worksheet>',
};

test('reads shared and inline text, numbers, formulas and gaps of every sheet', () => {
  expect(readWorkbook(toArchive(workbook))).toEqual([
    {
      name: 'Data & more',
      rows: [
        ['River', 'Length, km'],
        ['Tyne', '118'],
        ['', '', '£5 < £6'],
      ],
    },
  ]);
});

test('refuses bytes that are no workbook, and a workbook without a part it needs', () => {
  expect(() => readWorkbook(Buffer.from('river,length\n'))).toThrow('These bytes are no .xlsx workbook');
  const incomplete = { 'xl/worksheets/sheet1.xml': workbook['xl/worksheets/sheet1.xml'] };
  expect(() => readWorkbook(toArchive(incomplete))).toThrow(
    'The workbook has no part "xl/_rels/workbook.xml.rels".',
  );
});

test('puts fields with commas, quotes or line ends in quotes', () => {
  expect(rowsToCsv([['a', 'b, c', 'say "no"', 'one\ntwo', '']])).toBe('a,"b, c","say ""no""","one\ntwo",\n');
});
