const longestNumber = 40;
const number =
  /^\(?[-+\u2212\u2013]?\s?[£$€]?\s?[-+\u2212\u2013]?(\d[\d,. \u00a0\u2009\u202f]*|\.\d+)\s?[%£$€]?\)?-?$/;
const monthWord =
  '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\\.?';
const year = '(1[6-9]|20)\\d\\d';
const period = new RegExp(
  `^(${year}|${year}[-/\u2013](\\d\\d|${year})|q[1-4] ?${year}|${year} ?q[1-4]|${year}[- ]?m\\d\\d?|${year}[- ]?${monthWord}|${monthWord}[- ]'?(${year}|\\d\\d))$`,
  'i',
);
const noteWord = /^[[(]?\s*(source|sources|note|notes|footnote|footnotes|n\.?b|key|symbols?|shorthand)\b/i;
const noteMark = /^(\[[^\]]{1,12}\]|\(?\d{1,2}[.):\]]|\*+|\u2020|\u00b9|\u00b2|\u00b3)\s+\S/;
const unit =
  /^[[(]?(£|\$|€|%|per ?cent|£? ?(m|mn|bn|k|000s?|million|billion|thousand|thousands)|number|no\.?|count|deg ?[cf]|°[cf]|mm|cm|m|km|kg|tonnes?|kt|mt|hours?|hrs?|days?|weeks?|months?|years?)[\])]?$/i;

/** What a cell may hold instead of a figure. */
const stand =
  /^(\[[a-z]{1,4}\]|\.{1,3}|:|!|#|\*{1,3}|-{1,3}|\u2013|\u2014|~|n\/?a|#(n\/a|ref!|div\/0!|value!|name\?|null!|num!)|null|: ?[a-z]{1,2}|[<\u2264] ?\d{1,3})$/i;

export const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** True for a number in any dress: `1,200`, `£3.50`, `(15)`, `45%`. */
export function isFigure(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longestNumber && number.test(trimmed);
}

/** True for what may head a column or stand in it: a year, a financial year, a quarter, a month. */
export const isPeriod = (text: string) => text.length <= 16 && period.test(text.trim());

/** True for a sign that stands where a figure is missing. */
export const isStandIn = (text: string) => text.length <= 8 && stand.test(text.trim());

/** True for a unit, as it stands under a heading: `£m`, `%`, `degC`. */
export const isUnit = (text: string) => text.length <= 12 && unit.test(text.trim());

/**
 * True for a line of words under a table rather than a row of it.
 *
 * @param width - How many columns the table has.
 * @param apart - True where an empty line stands between the table and it.
 */
export function isNoteLine(fields: readonly string[], width: number, apart: boolean): boolean {
  const filled = fields.filter(isFilled);
  const [text = ''] = filled;
  if (filled.length === 0) return false;
  const trimmed = text.trim();
  const speaks = noteWord.test(trimmed) || noteMark.test(trimmed);
  if (filled.length > 1) {
    // A sentence goes on with a space after its comma.
    const goesOn = filled.slice(1).every((field) => /^\s+\p{L}/u.test(field));
    if (apart && fields.length !== width && goesOn) return true;
    // A note with commas in it, or its number in a cell of its own.
    return (
      speaks &&
      isFilled(fields[0]) &&
      (fields.length !== width || apart || filled.length === 2) &&
      !filled.slice(1).every(isFigure)
    );
  }
  if (isFigure(trimmed)) return false;
  if (width === 1) return apart && speaks;
  if (speaks || apart) return true;
  const isSentence = /\p{L}.*\s/u.test(trimmed.slice(0, 200));
  return isSentence && (fields.length === 1 || (width >= 3 && trimmed.length > 30));
}
