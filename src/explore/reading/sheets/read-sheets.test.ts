import { utils, write } from '@e965/xlsx';
import type { BookType, CellObject, WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSheets } from './read-sheets.ts';

type SheetRows = readonly (readonly unknown[])[];

/** A workbook of any form, made by the library that also reads it, and with what a sheet cannot say in its rows. */
function toBook(
  sheets: Readonly<Record<string, SheetRows>>,
  options: {
    readonly form?: BookType;
    readonly hidden?: string;
    readonly date1904?: boolean;
    readonly change?: (sheet: WorkSheet, name: string) => void;
  } = {},
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows as unknown[][]);
    options.change?.(sheet, name);
    utils.book_append_sheet(book, sheet, name);
  }
  const names = Object.keys(sheets);
  book.Workbook = {
    Sheets: names.map((name) => ({ name, Hidden: name === options.hidden ? 1 : 0 })),
    WBProps: { date1904: options.date1904 ?? false },
  };
  return new Uint8Array(write(book, { type: 'array', bookType: options.form ?? 'xlsx' }) as ArrayBuffer);
}

function read(content: Uint8Array<ArrayBuffer>, off: readonly string[] = [], table?: string) {
  const result = readSheets(content, { off, table });
  return {
    ...result,
    body: result.parts.join(''),
    headings: result.columns.map(({ heading }) => heading),
    ids: result.steps.map(({ id }) => id),
  };
}

const cell = (value: unknown, format: string): CellObject => ({ t: 'n', v: value as number, z: format });

test.each(['xlsx', 'xls', 'ods', 'xlsb', 'xlml'] as const)('reads %s', (form) => {
  const result = read(
    toBook(
      {
        Spend: [
          ['Council', 'Amount'],
          ['Leeds', 1200.5],
          ['York', -3],
        ],
      },
      { form },
    ),
  );
  expect(result.headings).toEqual(['Council', 'Amount']);
  expect(result.body).toBe('"Leeds",1200.5\n"York",-3\n');
});

test('passes over cover, contents and notes, and sets titles and notes apart', () => {
  const content = toBook({
    Cover: [['Spend of councils'], ['Published: 2024', 'Next: 2025']],
    Notes: [
      ['Note number', 'Note text'],
      ['1', 'Late'],
    ],
    Table_1: [
      ['Table 1: Spend by council'],
      ['This worksheet contains 1 table.'],
      [],
      ['Council', 'Spend [note 1]', 'Staff'],
      ['Leeds', 1, 2],
      ['York', '[c]', 3],
      [],
      ['Source: our own count'],
    ],
    Table_2: [
      ['Council', 'Rate'],
      ['Leeds', 0.5],
    ],
  });
  const result = read(content);
  expect(result).toMatchObject({
    headings: ['Council', 'Spend', 'Staff'],
    body: '"Leeds","1",2\n"York","[c]",3\n',
    remarks: ['Table 1: Spend by council', 'This worksheet contains 1 table.', 'Source: our own count'],
    ids: ['titles', 'heading-notes', 'notes-below'],
    table: 'Table_1/1',
  });
  expect(result.tables.map(({ name }) => name)).toEqual(['Notes', 'Table_1', 'Table_2']);
  expect(read(content, [], 'Table_2/1').body).toBe('"Leeds",0.5\n');
  expect(read(content, ['titles']).body).toContain('This worksheet');
});

test('hidden sheets are left out and named', () => {
  const content = toBook(
    {
      Lookup: [
        ['a', 'b'],
        [1, 2],
      ],
      Figures: [
        ['c', 'd'],
        [3, 4],
      ],
    },
    { hidden: 'Lookup' },
  );
  const result = read(content);
  expect(result.headings).toEqual(['c', 'd']);
  expect(result.tables).toHaveLength(1);
  expect(result.notes.join()).toMatch(/1 hidden sheet, left out: “Lookup”/);
});

const withHidden = (form: BookType) =>
  toBook(
    {
      'S & T': [
        ['Area', 'Pay', 'n'],
        ['Leeds', 1, 2],
        ['York', 3, 4],
        ['Hull', 5, 6],
        ['Ripon', 7, 8],
      ],
    },
    {
      form,
      change: (sheet) => {
        // The last of each holds nothing: many people hide all that is right of and below their table.
        const hidden = { hidden: true };
        sheet['!rows'] = [{}, {}, hidden, {}, hidden, hidden, hidden];
        sheet['!cols'] = [{}, hidden, {}, hidden, hidden];
        const comment = { a: 'Jane Smith', t: 'Ring 07700 900123' };
        Object.assign(sheet['A2'] as CellObject, { c: [comment] });
        sheet['E9'] = { t: 'z', c: [{ a: 'Jane Smith', t: 'So it is' }] };
        sheet['!ref'] = 'A1:E9';
      },
    },
  );

test.each([
  ['xlsx', true, true],
  ['xlsb', true, false],
  ['xls', false, true],
] as const)('names hidden rows and columns with values, and comments, of %s', (form, rows, columns) => {
  const result = read(withHidden(form));
  expect(result.body).toBe('"Leeds",1,2\n"York",3,4\n"Hull",5,6\n"Ripon",7,8\n');
  expect(result.unseen).toEqual({
    sheets: [],
    rows: rows ? [{ sheet: 'S & T', count: 2, where: 'rows 3 and 5' }] : [],
    columns: columns ? [{ sheet: 'S & T', count: 1, where: 'column B (“Pay”)' }] : [],
    comments: [{ sheet: 'S & T', count: 2, where: 'A2 and E9' }],
    commentAuthors: 1,
    inComments: [{ what: 'phone numbers', count: 1 }],
    pivotCopies: 0,
  });
  expect(result.ids).toEqual([...(rows ? ['hidden-rows'] : []), ...(columns ? ['hidden-columns'] : [])]);
  if (rows) expect(read(withHidden(form), ['hidden-rows']).body).toBe('"Leeds",1,2\n"Hull",5,6\n');
  if (columns) expect(read(withHidden(form), ['hidden-columns']).body).toContain('"Leeds",,2\n');
});

test('a filter that hides every other of 100,000 rows is read in no time', { timeout: 60_000 }, () => {
  const rows = Array.from({ length: 100_000 }, (_row, index) => [`place ${index}`, index]);
  const content = toBook(
    { Data: [['place', 'n'], ...rows] },
    {
      change: (sheet) => (sheet['!rows'] = [{}, ...rows.map((_row, index) => ({ hidden: index % 2 === 0 }))]),
    },
  );
  const started = performance.now();
  expect(read(content).unseen?.rows[0]?.count).toBe(50_000);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('counts the copies of rows that pivot tables keep', () => {
  const records = (name: string) => [`xl/pivotCache/${name}.xml`, new TextEncoder().encode('<r/>')] as const;
  const parts = unzipSync(toBook({ Data: [['a', 'b'], ['x', 1]] })); // prettier-ignore
  const book = { ...parts, ...Object.fromEntries(['pivotCacheRecords1', 'pivotCacheRecords2'].map(records)) };
  expect(read(zipSync(book)).unseen?.pivotCopies).toBe(2);
});

test('merged headings are spread over their columns, merged words over their rows', () => {
  const rows = [
    ['Area', 'Spend', null, 'Staff'],
    [null, 2023, 2024, 2024],
    ['North', 1, 2, 3],
    [null, 4, 5, 6],
  ];
  const merges = ['A1:A2', 'B1:C1', 'A3:A4'].map((range) => utils.decode_range(range));
  const content = toBook({ Data: rows }, { change: (sheet) => (sheet['!merges'] = merges) });
  expect(read(content)).toMatchObject({
    headings: ['Area', 'Spend 2023', 'Spend 2024', 'Staff 2024'],
    body: '"North",1,2,3\n"North",4,5,6\n',
    ids: ['headings-joined', 'merged-cells'],
  });
  expect(read(content, ['merged-cells']).body).toBe('"North",1,2,3\n,4,5,6\n');
});

test.each(['xlsx', 'xls', 'ods'] as const)(
  'reads codes, shares, lengths of time, dates and errors of %s',
  (form) => {
    const rows = [
      ['code', 'share', 'time', 'day', 'clock', 'fault'],
      [7, 0.45, 1.5, 45352, 0.25, 1],
    ];
    const content = toBook(
      { Data: rows },
      {
        form,
        change: (sheet) => {
          sheet['A2'] = cell(7, '00000');
          sheet['B2'] = cell(0.45, '0%');
          sheet['C2'] = cell(1.5, '[h]:mm:ss');
          sheet['D2'] = cell(45352, 'dd/mm/yyyy');
          sheet['E2'] = cell(0.25, 'hh:mm');
          sheet['F2'] = { t: 'e', v: 42, w: '#N/A' };
        },
      },
    );
    const result = read(content);
    if (form !== 'ods') {
      expect(result.body).toBe('"00007","45%","36:00:00","2024-03-01","06:00:00",\n');
      expect(result.types).toEqual([undefined, undefined, 'INTERVAL', 'DATE', 'TIME', undefined]);
      expect(result.ids).toEqual(['error-cells', 'padded-codes', 'durations']);
      expect(read(content, ['padded-codes', 'durations', 'error-cells']).body).toBe(
        '7,"45%",1.5,"2024-03-01","06:00:00","#N/A"\n',
      );
    } else {
      expect(result.body).toContain('"2024-03-01"');
    }
  },
);

test('counts days from 1904 where the workbook does', () => {
  const content = toBook(
    {
      Data: [
        ['n', 'day'],
        [1, 0],
      ],
    },
    { date1904: true, change: (sheet) => (sheet['B2'] = cell(43890, 'yyyy-mm-dd')) },
  );
  expect(read(content).body).toBe('1,"2024-03-01"\n');
});

test('a table may stand anywhere in its sheet', () => {
  expect(read(toBook({ Data: [[], [], [null, null, 'a', 'b'], [null, null, 1, 2]] })).body).toContain('1,2');
});

test('offers each of two tables in one sheet', () => {
  const content = toBook({ Data: [['a', 'b'], ['x', 1], [], ['Table 2'], ['c', 'd'], ['y', 2], ['z', 3]] });
  expect(read(content).tables.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['Data, table 1', 1],
    ['Data, table 2', 2],
  ]);
  expect(read(content, [], 'Data/2')).toMatchObject({ headings: ['c', 'd'], body: '"y",2\n"z",3\n' });
});

test('a sheet of 100,000 rows is read whole', { timeout: 60_000 }, () => {
  const rows = Array.from({ length: 100_000 }, (_row, index) => [`place ${index}`, index]);
  const result = read(toBook({ Data: [['place', 'n'], ...rows] }));
  expect(result.tables[0]?.rowCount).toBe(100_000);
});

const sheetXml = (inside: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inside}</sheetData></worksheet>`;

/** The least that is a workbook. */
function toZip(sheet: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': text.encode(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': text.encode(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text.encode(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text.encode(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': text.encode(sheet),
  });
}

const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
const table =
  '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>';

test.each([
  ['one cell at the far end', sheetXml(far), /holds no rows|16,384 columns/],
  [
    '100 MB of blanks',
    sheetXml(table + ' '.repeat(100_000_000)),
    /unpacks to 100 MB, and nearly all of that is blank/,
  ],
  ['no rows', sheetXml(''), /holds no rows/],
])('refuses a workbook of %s at once, by its name', { timeout: 60_000 }, (_case, sheet, sentence) => {
  const content = toZip(sheet);
  const started = performance.now();
  expect(() => read(content)).toThrow(sentence);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('reads a table beside a cell at the far end, or says how wide that makes it', () => {
  const started = performance.now();
  expect(() => read(toZip(sheetXml(table + far)))).not.toThrow(/memory/);
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each([
  ['an empty workbook', () => toBook({ Sheet: [] }), /holds no rows/],
  [
    'no workbook',
    () => new TextEncoder().encode('PK\u0003\u0004 not a zip') as Uint8Array<ArrayBuffer>,
    /cannot be read as a workbook/,
  ],
])('refuses %s with a sentence', (_case, make, sentence) => {
  expect(() => read(make())).toThrow(sentence);
});

/** An OpenDocument sheet of the rows of its XML, without styles; or the tables and styles as they are given. */
function toOpenDocument(
  rows: string,
  { tables = `<table:table table:name="T">${rows}</table:table>`, styles = '' } = {},
): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder();
  const names = ['office', 'table', 'text', 'style'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipSync({
    mimetype: text.encode('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': text.encode(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ),
    'content.xml': text.encode(
      `<office:document-content ${names.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
}

const word = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const headed = `<table:table-row>${word('a')}${word('b')}</table:table-row>`;
const value = (attributes: string, shown: string) =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;

test('reads shares and lengths of time of an OpenDocument sheet without styles', () => {
  const cells =
    value('office:value-type="percentage" office:value="0.45"', '45%') +
    value('office:value-type="time" office:time-value="PT26H30M00S"', '26:30');
  const blank =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const result = read(toOpenDocument(`${headed}<table:table-row>${cells}</table:table-row>${blank}`));
  expect(result.body).toBe('"45%","26:30:00"\n');
  expect(result.types).toEqual([undefined, 'INTERVAL']);
});

test('reads repeated rows and cells of an OpenDocument sheet, and merged headings and rows', () => {
  const number = (figure: number, attributes = '') =>
    value(`${attributes} office:value-type="float" office:value="${figure}"`, String(figure));
  const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const covered = '<table:covered-table-cell/>';
  const across = (year: string) =>
    value('table:number-columns-spanned="2" office:value-type="string"', year) + covered;
  const result = read(
    toOpenDocument(
      [
        row(`<table:table-cell/>${across('2023')}${across('2024')}`),
        row(['Area', 'Spend', 'Staff', 'Spend', 'Staff'].map(word).join('')),
        row(
          value('table:number-rows-spanned="2" office:value-type="string"', 'Leeds') +
            number(5, 'table:number-columns-repeated="4"'),
        ),
        row(covered + number(6, 'table:number-columns-repeated="2"') + number(7) + number(8)),
        row(
          word('York') + [1, 2, 3, 4].map((each) => number(each)).join(''),
          'table:number-rows-repeated="3"',
        ),
      ].join(''),
    ),
  );
  expect(result.headings).toEqual(['Area', '2023 Spend', '2023 Staff', '2024 Spend', '2024 Staff']);
  expect(result.body).toBe(`"Leeds",5,5,5,5\n"Leeds",6,6,7,8\n${'"York",1,2,3,4\n'.repeat(3)}`);
});

test('refuses cells repeated without end at once', () => {
  const repeated = `<table:table-row table:number-rows-repeated="999999999">${value('table:number-columns-repeated="999999999" office:value-type="float" office:value="1"', '1')}</table:table-row>`;
  const started = performance.now();
  expect(() => read(toOpenDocument(headed + repeated))).toThrow(
    /repeats cells until there are more than 10 million/,
  );
  expect(performance.now() - started).toBeLessThan(2000);
});

test('names what an OpenDocument workbook hides: a sheet by its style, rows and columns repeated too', () => {
  const rowOf = (cells: string, attributes = '') =>
    `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const hidden = 'table:visibility="collapse"';
  const note = '<office:annotation><text:p>See bob@example.org</text:p></office:annotation>';
  const body = [
    `<table:table-column/><table:table-column ${hidden} table:number-columns-repeated="2"/><table:table-column/>`,
    rowOf(['Area', 'Pay', 'Tax', 'n'].map(word).join('')),
    rowOf(
      ['a', 'b', 'c'].map(word).join('') + value('office:value-type="float" office:value="1"', `1`),
      hidden,
    ),
    rowOf(
      `${['d', 'e', 'f'].map(word).join('')}<table:table-cell office:value-type="string">${note}<text:p>g</text:p></table:table-cell>`,
    ),
    rowOf(
      ['h', 'i', 'j', 'k'].map(word).join(''),
      'table:visibility="filter" table:number-rows-repeated="2"',
    ),
  ].join('');
  const tables = `<table:table table:name="A &amp; B">${body}</table:table><table:table table:name="Staff" table:style-name="gone">${body}</table:table>`;
  const styles = ['shown', 'gone'].map(
    (name) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${name === 'shown'}"/></style:style>`,
  );
  const { unseen, tables: found } = read(toOpenDocument('', { tables, styles: styles.join('') }));
  expect(found.map(({ name }) => name)).toEqual(['A & B']);
  expect(unseen).toMatchObject({
    sheets: ['Staff'],
    rows: [{ sheet: 'A & B', count: 3, where: 'rows 2 and 4 to 5' }],
    columns: [{ sheet: 'A & B', count: 2, where: 'columns B (“Pay”) and C (“Tax”)' }],
    comments: [
      { sheet: 'A & B', where: 'D3' },
      { sheet: 'Staff', where: 'D3' },
    ],
    inComments: [{ what: 'email addresses', count: 2 }],
  });
});
