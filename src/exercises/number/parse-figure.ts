/** A figure as a person writes it, read: its value, and how exact the writing is. */
export type ParsedFigure =
  | {
      readonly ok: true;
      readonly value: number;
      /** The step of the last digit that was written: 100,000 for "1.2m", 1 for "1,234". */
      readonly step: number;
    }
  | { readonly ok: false; readonly reason: string };

const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};

/**
 * Reads a figure in the ways in which people write one: "1,234", "£1.2m", "12%", "−3", "5 million", "1 234".
 *
 * @param unit - the unit that the exercise asks for: a percentage is only read where that is "%", pounds where it is "£" or has
 * them in it. In "million pounds" both "1.6" and "£1.6m" are 1.6.
 * @example
 * parseFigure('£1.2m', '£') // => { ok: true, value: 1_200_000, step: 100_000 }
 */
export function parseFigure(text: string, unit = ''): ParsedFigure {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^about |^around |^roughly /i, '');
  if (plain === '') return refuseFigure('Write a figure, such as 1,234.');
  // Blanks may stand in many places: a long run of them would be shared out among these again and again.
  if (plain.length > 200)
    return refuseFigure(`"${shorten(text)}" is not a figure. Write digits, such as 1,234.`);
  const match =
    /^(?<minus>-)?\s*(?<pound>£)?\s*(?<minus2>-)?\s*(?<digits>\d[\d\s,]*(?:\.\d+)?|\.\d+)\s*(?<size>[a-z]+(?=\s|$|%))?\s*(?<rest>.*)$/i.exec(
      plain,
    );
  const { minus, minus2, pound, digits = '', size, rest = '' } = match?.groups ?? {};
  if (!match) return refuseFigure(`"${shorten(text)}" is not a figure. Write digits, such as 1,234.`);
  const [whole = '', decimals = ''] = digits.trim().split('.');
  if (/[\s,]/.test(whole.trim()) && !/^\d{1,3}([\s,]\d{3})+$/.test(whole.trim()))
    return refuseFigure(
      `"${shorten(text)}" can be read in two ways. Write decimals after a point (1.5) and thousands with a comma (1,500).`,
    );
  const factor = size === undefined ? 1 : sizes[size.toLowerCase()];
  const after = factor === undefined ? `${size} ${rest}`.trim() : rest.trim();
  const isPercent = /^(%|per ?cent(age)?( points?)?)$/i.test(after);
  if (isPercent && unit !== '%')
    return refuseFigure(`The answer is not a percentage. Give it ${toUnitWords(unit)}.`);
  if (pound && unit !== '' && !isPounds(unit))
    return refuseFigure(`The answer is not in pounds. Give it ${toUnitWords(unit)}.`);
  if (after !== '' && !isPercent && after.toLowerCase() !== unit.toLowerCase() && !/^pounds?$/i.test(after))
    return refuseFigure(`Write the figure alone, such as 1,234: "${shorten(after)}" could not be read.`);
  // Where the unit is a million, the word says nothing more.
  const scale = size === undefined || factor === undefined ? 1 : factor / (sizes[toSizeWord(unit)] ?? 1);
  const value = Number(`${whole.replace(/[\s,]/g, '') || '0'}.${decimals || '0'}`) * scale;
  // A product of decimals may be off in the last bit: 1.1 times a million.
  const exact = Number(value.toPrecision(15));
  return {
    ok: true,
    value: minus || minus2 ? -exact : exact,
    step: scale / 10 ** decimals.length,
  };
}

function refuseFigure(reason: string): ParsedFigure {
  return { ok: false, reason };
}

const isPounds = (unit: string) => /£|\bpounds?\b/i.test(unit);

/** The word for a size in a unit such as "£ million"; empty where there is none. */
function toSizeWord(unit: string): string {
  return /\b(?:thousand|million|billion)\b/i.exec(unit)?.[0].toLowerCase() ?? '';
}

function toUnitWords(unit: string): string {
  if (unit === '') return 'as a plain number';
  if (unit === '%') return 'as a percentage';
  const size = toSizeWord(unit);
  if (isPounds(unit)) return size === '' ? 'in pounds' : `in ${size}s of pounds`;
  return `as a number of ${unit}`;
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
