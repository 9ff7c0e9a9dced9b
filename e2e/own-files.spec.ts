import { utils, write } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { findFaults, measureOverflow } from './support/soundness.ts';

const toLines = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

/** A workbook of one or more sheets. */
function toBook(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  form: 'ods' | 'xlsx',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  return new Uint8Array(write(book, { type: 'array', bookType: form }) as ArrayBuffer);
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
});

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page.goto('/explore/');
  await expect(page.getByLabel('Choose a file')).toBeEnabled();
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await expect(page.locator('.app-notice', { hasText: name })).toBeVisible({ timeout: 60_000 });
}

/** The rows of a query, cell by cell. */
async function ask(page: Page, query: string): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Your query' }).fill(query);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const result = page
    .getByRole('table')
    .filter({ has: page.getByText(/^(The first )?[\d,]+ (of [\d,]+ )?rows? in /) });
  await expect(result).toBeVisible({ timeout: 30_000 });
  return result.getByRole('cell');
}

const statistics = toLines(
  'Table 1: Offences by area,,',
  '',
  ',2023,',
  'Area,Count [note 1],Rate',
  'Alder,"1,234",0.5',
  'Birch,[c],[low]',
  'Cedar,..,(0.5)',
  '',
  'Source: police, own count',
);

const cases: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  query: string,
  cells: readonly string[],
  says: RegExp,
])[] = [
  [
    'statistics.csv',
    statistics,
    "SELECT sum(n_2023_count), count(*), string_agg(n_2023_count_mark, '+'), sum(n_2023_rate) FROM my_statistics",
    ['1234', '3', '[c]+..', '0'],
    /\[c\] \(confidential, so suppressed, 1\)/,
  ],
  [
    'euro.csv',
    toLines('Region;Rate', 'A;3,5', 'B;12,75'),
    'SELECT sum(rate) FROM my_euro',
    ['16.25'],
    /“3,5” is read as 3\.5/,
  ],
  [
    'share.csv',
    toLines('Area\tShare', 'A\t45%', 'B\t\u22125%'),
    'SELECT sum(share) FROM my_share',
    ['40'],
    /is in per cent/,
  ],
  [
    'sheets.ods',
    toBook(
      {
        Cover: [['Title']],
        Data: [
          ['Area', 'n'],
          ['A', 1],
          ['B', 2],
        ],
      },
      'ods',
    ),
    'SELECT sum(n) FROM my_sheets',
    ['3'],
    /^$/,
  ],
  [
    'named.xlsx',
    toLines('Area,n', 'A,5'),
    'SELECT n FROM my_named',
    ['5'],
    /says Excel, but it is text with separators/,
  ],
  [
    'utf16.csv',
    Buffer.from(toLines('Area,n', 'Münster,5'), 'utf16le'),
    'SELECT area FROM my_utf16',
    ['Münster'],
    /is in UTF-16/,
  ],
  [
    'wrapped.json',
    '{"result": {"records": [{"id": "007"}, {"id": "008"}]}}',
    'SELECT min(id) FROM my_wrapped',
    ['007'],
    /rows are those of “result\.records”/,
  ],
  ['big.json', '[{"id": 9007199254740993}]', 'SELECT id FROM my_big', ['9007199254740993'], /^$/],
  [
    'exact.parquet',
    new Uint8Array(
      parquetWriteBuffer({
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'moment', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
          {
            name: 'money',
            type: 'INT64',
            converted_type: 'DECIMAL',
            precision: 18,
            scale: 2,
            repetition_type: 'OPTIONAL',
          },
        ],
        columnData: [
          { name: 'moment', data: [1711848600123456n] },
          { name: 'money', data: [999999999999999999n] },
        ],
      }),
    ),
    'SELECT moment::VARCHAR, money FROM my_exact',
    ['2024-03-31 01:30:00.123456', '9999999999999999.99'],
    /^$/,
  ],
];

for (const [name, content, query, cells, says] of cases) {
  test(`${name} gives its right values, and says how it was read`, async ({ page }) => {
    await choose(page, name, content);
    for (const summary of await page.locator('.app-reading__summary').all()) await summary.click();
    if (says.source !== '^$') await expect(page.getByRole('main').getByText(says).first()).toBeVisible();
    await expect(await ask(page, query)).toHaveText([...cells]);
  });
}

test('a change is undone and made again, and the query sees it', async ({ page }) => {
  await choose(page, 'marks.csv', toLines('Area,Count', 'A,12', 'B,[c]'));
  const query = 'SELECT typeof(count) FROM my_marks LIMIT 1';
  await expect(await ask(page, query)).toHaveText(['BIGINT']);
  await page.getByText('How we read it: 1 change').click();
  await page.getByRole('button', { name: 'Keep official marks as text' }).click();
  await expect(page.getByText('How we read it: 1 undone')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('How we read it: 1 undone')).toBeFocused();
  await expect(await ask(page, query)).toHaveText(['VARCHAR']);
  await page.getByRole('button', { name: 'Change back (Keep official marks as text)' }).click();
  await expect(page.getByText('How we read it: 1 change')).toBeVisible({ timeout: 30_000 });
  await expect(await ask(page, query)).toHaveText(['BIGINT']);
});

test('other tables of a file can be looked at and used beside it', async ({ page }) => {
  const book = toBook(
    {
      Notes: [
        ['Note', 'Text'],
        ['1', 'Late'],
      ],
      Spend: [
        ['Area', 'n'],
        ['A', 1],
      ],
      Staff: [
        ['Area', 'heads'],
        ['A', 7],
      ],
    },
    'xlsx',
  );
  await choose(page, 'book.xlsx', book);
  await page.getByText('2 other tables in the file').click();
  await expect(page.getByRole('table', { name: 'Staff, 1 row' })).toContainText('heads');
  await page.getByRole('button', { name: 'Use this table too (Staff)' }).click();
  await expect(page.getByText(/book\.xlsx is the table my_book_staff, 1 row/).first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(await ask(page, 'SELECT n, heads FROM my_book JOIN my_book_staff USING (area)')).toHaveText([
    '1',
    '7',
  ]);
});

test('140 columns and one row, and headings that repeat, become a table', async ({ page }) => {
  const names = Array.from({ length: 140 }, () => 'Amount');
  await choose(page, 'wide.csv', toLines(names.join(), names.map((_name, index) => index).join()));
  await expect(page.getByText(/wide\.csv is the table my_wide, 1 row/).first()).toBeVisible();
  await expect(await ask(page, 'SELECT amount_140 FROM my_wide')).toHaveText(['139']);
});

test('a workbook of 100,000 rows becomes a table', async ({ page }) => {
  test.setTimeout(180_000);
  const rows = Array.from({ length: 100_000 }, (_row, index) => [`place ${index}`, index]);
  await choose(page, 'long.xlsx', toBook({ Data: [['place', 'n'], ...rows] }, 'xlsx'));
  await expect(page.getByText(/long\.xlsx is the table my_long, 100,000 rows/).first()).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`how a file was read is sound at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await choose(page, 'two.csv', `${statistics}\nTable 2,,\nArea,Staff,Share\nAlder,1,45%\nBirch,2,5%\n`);
    await expect(page.locator('.app-reading__part[open]')).toHaveCount(0);
    for (const summary of await page.locator('.app-reading__summary').all()) await summary.click();
    await expect(page.locator('.app-reading__part[open]')).toHaveCount(3);
    expect(await findFaults(page)).toEqual([]);
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  });
}
