/** What a text says that is a period. */
export type PeriodKind = 'year' | 'financial year' | 'quarter' | 'month' | 'span' | 'week' | 'total';

/** A way of writing a period. */
export interface PeriodForm {
  readonly id: string;
  readonly kind: PeriodKind;
  /** A pattern that fits the whole text. */
  readonly pattern: string;
  /** SQL of the text that sorts in order of time; undefined where it does as it is. */
  readonly toSorted?: (text: string) => string;
}

const year = '(?:19|20)[0-9]{2}';
const financialYear = `(?:FY ?)?${year} ?(?:[-/–]| to ) ?(?:[0-9]{2}|${year})`;
const periodOf = `(?:${financialYear}|${year})`;
const monthNumber = '(?:0[1-9]|1[0-2])';
const monthWord =
  '(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** NHS England writes `MSitAE-APRIL-2025`. */
const prefix = '(?:[A-Za-z]{3,8}-)?';
const quarterFirst = `[Qq](?:uarter ?)?([1-4]),? ?[-/]? ?(${periodOf})`;
const spanStart = `(?i:(year|12 months|twelve months|quarter|3 months|three months) (?:ending|ended|to) )`;

const extract = (text: string, pattern: string, group: number) =>
  `regexp_extract(${text}, '${pattern}', ${group})`;
const toMonth = (word: string) =>
  `lpad(CAST((instr('janfebmaraprmayjunjulaugsepoctnovdec', lower(left(${word}, 3))) + 2) // 3 AS VARCHAR), 2, '0')`;
const padded = (digits: string) => `lpad(${digits}, 2, '0')`;
const joined = (first: string, second: string) => `concat(${first}, '-', ${second})`;

/** `Nov-Jan 2024` begins the year before it ends. */
function toSpan(text: string): string {
  const pattern = `(${monthWord}) ?(${year})? ?(?:-|–|/|(?i:to)) ?(${monthWord}) ?(${year})`;
  const [first, given, last, end] = [1, 2, 3, 4].map((group) => extract(text, pattern, group)) as [
    string,
    string,
    string,
    string,
  ];
  const before = `CASE WHEN ${toMonth(first)} > ${toMonth(last)} THEN CAST(CAST(${end} AS INTEGER) - 1 AS VARCHAR) ELSE ${end} END`;
  return `concat(coalesce(nullif(${given}, ''), ${before}), '-', ${toMonth(first)}, ' to ', ${end}, '-', ${toMonth(last)})`;
}

/** Ways of writing periods; the first that fits is taken. */
export const periodForms: readonly PeriodForm[] = [
  { id: 'year', kind: 'year', pattern: year },
  { id: 'financial', kind: 'financial year', pattern: financialYear },
  { id: 'quarter', kind: 'quarter', pattern: `${periodOf}:? ?[-/]? ?[Qq][1-4]` },
  {
    id: 'quarter-first',
    kind: 'quarter',
    pattern: quarterFirst,
    toSorted: (text) => `regexp_replace(${text}, '^${quarterFirst}$', '\\2 Q\\1')`,
  },
  { id: 'iso-month', kind: 'month', pattern: `${year}-${monthNumber}` },
  {
    id: 'slashed-month',
    kind: 'month',
    pattern: `${year}/${monthNumber}`,
    toSorted: (text) => `replace(${text}, '/', '-')`,
  },
  {
    id: 'coded-month',
    kind: 'month',
    pattern: `${year}[- ]?[Mm](?:0?[1-9]|1[0-2])`,
    toSorted: (text) => joined(`left(${text}, 4)`, padded(extract(text, '[Mm]([0-9]{1,2})$', 1))),
  },
  {
    id: 'month-last',
    kind: 'month',
    pattern: `${year}[-/ ]{0,2}${monthWord}`,
    toSorted: (text) => joined(`left(${text}, 4)`, toMonth(extract(text, '([A-Za-z]+)', 1))),
  },
  // Before months with a prefix: Jan-Mar 2024 is no March.
  {
    id: 'span',
    kind: 'span',
    pattern: `${monthWord} ?(?:${year})? ?(?:-|–|/|(?i:to)) ?${monthWord} ?${year}`,
    toSorted: toSpan,
  },
  {
    id: 'month-first',
    kind: 'month',
    pattern: `${prefix}${monthWord},?[-/ ]{0,2}${year}`,
    toSorted: (text) =>
      joined(`right(${text}, 4)`, toMonth(extract(text, `(${monthWord}),?[-/ ]{0,2}[0-9]{4}$`, 1))),
  },
  {
    id: 'short-year',
    kind: 'month',
    pattern: `${prefix}${monthWord}[-/ ]{0,2}[''’]?[0-9]{2}`,
    toSorted: (text) =>
      joined(
        `concat(CASE WHEN right(${text}, 2) < '69' THEN '20' ELSE '19' END, right(${text}, 2))`,
        toMonth(extract(text, `(${monthWord})[-/ ]{0,2}[''’]?[0-9]{2}$`, 1)),
      ),
  },
  {
    id: 'month-of-year',
    kind: 'month',
    pattern: `(?:0?[1-9]|1[0-2])[-/]${year}`,
    toSorted: (text) => joined(`right(${text}, 4)`, padded(extract(text, '^([0-9]{1,2})', 1))),
  },
  {
    id: 'year-ending',
    kind: 'span',
    pattern: `${spanStart}${monthWord} ${year}`,
    toSorted: (text) =>
      `concat(lower(${extract(text, spanStart, 1)}), ' ending ', right(${text}, 4), '-', ${toMonth(extract(text, `(${monthWord}) ${year}$`, 1))})`,
  },
  { id: 'week', kind: 'week', pattern: `${year}[- ]?[Ww](?:eek ?)?[0-5]?[0-9]` },
  { id: 'total', kind: 'total', pattern: '(?i:(?:grand )?total|annual|all(?: (?:years|months|periods))?)' },
];

/** Marks such as [p] or [note 3], which may stand behind a period. */
const marksBehind = '((?: ?\\[[^\\]]{1,12}\\])*)$';
const bare = (text: string) => `regexp_replace(${text}, '${marksBehind}', '')`;

/** Where a year and two digits may be a financial year or a month: 2011-12. */
const isNextYear = (text: string) =>
  `CAST(right(${text}, 2) AS INTEGER) = (CAST(${extract(text, `(${year})`, 1)} AS INTEGER) + 1) % 100`;

/**
 * SQL of the form of a text without blanks at its ends: its id, `either` for what is a financial year as well as a month, empty
 * text for no period.
 */
export function toFormSql(text: string): string {
  const own = bare(text);
  const whens = periodForms.map(({ id, pattern }) => {
    const fits = `regexp_full_match(${own}, '${pattern}')`;
    if (id !== 'financial') return `WHEN ${fits} THEN '${id}'`;
    const mayBeMonth = `regexp_full_match(${own}, '${year}[-/]${monthNumber}')`;
    return `WHEN ${fits} AND ${isNextYear(own)} THEN CASE WHEN ${mayBeMonth} THEN 'either' ELSE 'financial' END`;
  });
  return `CASE ${whens.join(' ')} ELSE '' END`;
}

/** SQL of a text that sorts in order of time, for texts of these forms; others stay. */
export function toSortedSql(text: string, ids: readonly string[]): string {
  const own = bare(text);
  const whens = periodForms.flatMap(({ id, pattern, toSorted }) =>
    toSorted && ids.includes(id)
      ? [
          `WHEN regexp_full_match(${own}, '${pattern}') THEN concat(${toSorted(own)}, regexp_extract(${text}, '${marksBehind}', 1))`,
        ]
      : [],
  );
  return `CASE ${whens.join(' ')} ELSE ${text} END`;
}

/** SQL of the kind of period that a text says. */
export function toKindSql(text: string): string {
  const whens = periodForms.map(({ id, kind }) => `WHEN '${id}' THEN '${kind}'`);
  return `CASE ${toFormSql(text)} ${whens.join(' ')} WHEN 'either' THEN 'financial year' END`;
}
