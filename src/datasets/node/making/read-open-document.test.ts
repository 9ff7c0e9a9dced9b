import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readOpenDocument } from './read-open-document.ts';

const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

/** A spreadsheet with a title, a heading of two lines, a cell that stands for three, a percentage and an empty row. */
const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet>
<table:table table:name="Table_1">
  <table:table-row>${cell('Table 1: Scores')}</table:table-row>
  <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
  <table:table-row>${cell('Organisation')}${cell('EES</text:p><text:p>Engagement')}${cell('Pay')}</table:table-row>
  <table:table-row>${cell('Acas &amp; more')}
    <table:table-cell office:value-type="float" office:value="63.173999999999992"><text:p>63.2</text:p></table:table-cell>
    <table:table-cell office:value-type="percentage" office:value="0.56000000000000005"><text:p>56%</text:p></table:table-cell>
  </table:table-row>
  <table:table-row>${cell('007')}
    <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>[c]</text:p></table:table-cell>
  </table:table-row>
</table:table>
<table:table table:name="Notes"><table:table-row>${cell('[note 1]')}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`;

const workbook = Buffer.from(
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(
      '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
       <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
       <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  }),
);

test('reads every sheet with exact numbers, fractions for percentages, and codes as they are', () => {
  expect(readOpenDocument(workbook)).toEqual([
    {
      name: 'Table_1',
      rows: [
        ['Table 1: Scores', '', ''],
        ['Organisation', 'EES\nEngagement', 'Pay'],
        ['Acas & more', '63.17399999999999', '0.56'],
        ['007', '[c]', '[c]'],
      ],
    },
    { name: 'Notes', rows: [['[note 1]']] },
  ]);
});

test('refuses bytes that are no spreadsheet', () => {
  expect(() => readOpenDocument(Buffer.from('river,length\n'))).toThrow('These bytes are no .ods workbook');
});
