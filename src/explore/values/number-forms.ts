/** How a column's figures are written. */
export type DecimalMark = 'point' | 'comma';

const spaces = '\u00a0\u2000\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000';
const minuses = '\u2212\u2010\u2011\u2012\u2013\u2014\uff0d\ufe63';

/** SQL for a text without blanks at its ends, with plain spaces and plain minus signs. */
export const tidySql = (column: string) =>
  `trim(translate(${column}, '${spaces}${minuses}\t\u200b\ufeff', '${' '.repeat(spaces.length)}${'-'.repeat(minuses.length)} '))`;

const group = '[0-9]{1,3}';
const digits = '[0-9]{1,17}';
const numbers: Readonly<Record<DecimalMark, string>> = {
  point:
    `(?:${group}(?:,[0-9]{3})+|${group}(?: [0-9]{3})+|${group}(?:'[0-9]{3})+|${digits})(?:\\.[0-9]*)?|\\.[0-9]+`.replaceAll(
      "'",
      "''",
    ),
  comma: `(?:${group}(?:\\.[0-9]{3})+|${group}(?: [0-9]{3})+|${digits})(?:,[0-9]+)?|,[0-9]+`,
};
const sign = '[-+]? ?[£$€]? ?[-+]?';

/** SQL that is true for a tidied text that is a number in this form, in any dress. */
export function fitsSql(text: string, mark: DecimalMark): string {
  const number = numbers[mark];
  const behind = ' ?[%£$€]?';
  return `regexp_full_match(${text}, '(?:${sign}(?:${number})${behind}|[£$€]? ?(?:${number})${behind} ?-|\\([£$€]? ?(?:${number})${behind}\\) ?%?)')`;
}

/** SQL for the number that such a text says, as text that casts to DOUBLE. */
export function toDigitsSql(text: string, mark: DecimalMark): string {
  const bare = `regexp_replace(${text}, '[£$€%() ${mark === 'point' ? ",''" : '.'}+]', '', 'g')`;
  const pointed = mark === 'point' ? bare : `replace(${bare}, ',', '.')`;
  return `CASE WHEN starts_with(${text}, '(') THEN '-' || ${pointed} WHEN ends_with(${text}, '-') THEN '-' || replace(${pointed}, '-', '') ELSE ${pointed} END`;
}

/** What may have to be done to a text to read it as a number: the step's id, and SQL for the texts that need it. */
export const dressings: Readonly<
  Record<DecimalMark, readonly (readonly [id: string, needs: (text: string, raw: string) => string])[]>
> = {
  point: [['thousands', (text) => `regexp_matches(${text}, '[0-9][, ''][0-9]{3}')`], ...common()],
  comma: [
    ['decimal-comma', (text) => `contains(${text}, ',')`],
    ['thousands', (text) => `regexp_matches(${text}, '[0-9][. ][0-9]{3}')`],
    ...common(),
  ],
};

function common(): (readonly [string, (text: string, raw: string) => string])[] {
  return [
    ['minus', (text, raw) => `(regexp_matches(${raw}, '[${minuses}]') OR ends_with(${text}, '-'))`],
    ['brackets', (text) => `starts_with(${text}, '(')`],
    ['percent', (text) => `contains(${text}, '%')`],
    ['currency', (text) => `regexp_matches(${text}, '[£$€]')`],
  ];
}
