import type { ReadingChoice, ReadingStep } from '../../own-table.ts';
import { toRowPlaces } from '../../row-places.ts';
import { packRows } from '../pack-rows.ts';
import { toHeadingSteps } from '../reading-steps.ts';
import type { ReadTable } from '../read-result.ts';

/** A run of signs without a blank, and where it stands in its line. `end` is behind it. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

const looked = 64_000;
const mostBytes = 20_000_000;
const figure = /^[-+]?(\d+(\.\d*)?|\.\d+)[*#$†]{0,3}$/;
const standIn = /^(-{1,3}|\.{1,3}|n\/a|na|nan|\*+|:|x)$/i;
const fewestRows = 2;
const titleLines = 60;

/**
 * A table in which blanks stand between the columns, such as the station files and series of the Met Office. Undefined for every
 * other text: most lines must be figures, and no line of figures may hold a comma, a semicolon, a tab or a bar.
 *
 * @param bytes - UTF-8, without a byte order mark.
 */
export function readFixedWidth(
  bytes: Uint8Array<ArrayBuffer>,
  { off }: ReadingChoice,
): ReadTable | undefined {
  if (off.includes('fixed-width') || bytes.length > mostBytes) return undefined;
  const start = new TextDecoder().decode(bytes.subarray(0, looked)).split(/\r\n|\r|\n/);
  if (bytes.length > looked) start.pop();
  if (!isFixedWidth(start)) return undefined;
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  const first = lines.findIndex(isRow);
  const rows = lines.flatMap((line, index) =>
    isRow(line) ? [{ line: index + 1, tokens: toTokens(line) }] : [],
  );
  const head = findHeading(lines, first, mostCommon(rows.map(({ tokens }) => countFigures(tokens))));
  const width = head?.tokens.length ?? mostCommon(rows.map(({ tokens }) => countFigures(tokens)));
  const slots = findSlots(
    rows.map(({ tokens }) => tokens),
    head?.tokens,
    width,
  );
  const cells = rows.map(({ tokens }) => toCells(tokens, slots));
  const hasRest = cells.some(({ rest }) => rest !== '');
  const units = head && findUnits(lines[head.index + 1], head.tokens, head.index + 1 < first);
  const names = slots.map((_slot, index) => {
    const unit = units?.[index];
    return `${head?.tokens[index]?.text ?? ''}${unit === undefined ? '' : ` ${unit}`}`;
  });
  const above = lines.flatMap((line, index) =>
    index < (head?.index ?? first) && line.trim() !== '' ? [{ line: index + 1, text: tidy(line) }] : [],
  );
  const last = rows.at(-1)?.line ?? 0;
  const below = lines.flatMap((line, index) =>
    index >= first && !isRow(line) && line.trim() !== '' ? [{ line: index + 1, text: tidy(line) }] : [],
  );
  const headings = hasRest ? [...names, 'remark'] : names;
  return {
    ...packRows({
      headings,
      rows: cells.map(({ values, rest }) => (hasRest ? [...values, rest === '' ? null : rest] : values)),
      textMayBeFigures: true,
    }),
    delimiter: ',',
    places: toRowPlaces(
      'line',
      rows.map(({ line }) => line),
    ),
    notes: [],
    remarks: [...above, ...below].map(({ text }) => text),
    steps: [
      toStep(slots.length, hasRest),
      ...withoutUndo(
        toHeadingSteps({
          head: { titles: above.length, headingLines: head ? (units ? 2 : 1) : 0, descriptions: 0, headings },
          titleLines: above.map(({ line }) => line),
          headingLines: head ? [head.index + 1, ...(units ? [head.index + 2] : [])] : [],
          descriptionLines: [],
          noteLines: below.filter(({ line }) => line > last).map(({ line }) => line),
          taken: [],
          takesFirst: false,
          line: 'line',
        }),
      ),
    ],
    tables: [
      {
        id: 'table-1',
        name: above[0]?.text.slice(0, 80) ?? 'Table 1',
        rowCount: rows.length,
        look: [headings, ...cells.slice(0, 3).map(({ values }) => values.map((value) => value ?? ''))].map(
          (row) => row.slice(0, 6),
        ),
      },
    ],
    table: 'table-1',
  };
}

function toStep(columns: number, hasRest: boolean): ReadingStep {
  return {
    id: 'fixed-width',
    count: columns,
    sentence: `Blanks divide the lines of this file, so ${columns} columns were found by where their values stand.${hasRest ? ' What stands behind the last of them is in remark.' : ''}`,
    undo: 'Do not take blanks for separators',
  };
}

/** The lines around the table cannot be read as rows: they have no columns. */
const withoutUndo = (steps: readonly ReadingStep[]): ReadingStep[] =>
  steps.map(({ id, count, sentence }) => ({ id, count, sentence }));

function isFixedWidth(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const first = filled.findIndex(isRow);
  if (first < 0 || first > titleLines) return false;
  const table = filled.slice(first, filled.findLastIndex(isRow) + 1);
  const rows = table.filter(isRow);
  if (rows.length < fewestRows || rows.length * 10 < table.length * 8) return false;
  // A blank alone may as well divide thousands, or the parts of a telephone number: then there must be a heading for each.
  const wide = rows.filter((line) => /\S {2,}\S/.test(line));
  const width = mostCommon(rows.map((line) => countFigures(toTokens(line))));
  return wide.length * 2 > rows.length || findHeading(filled, first, width)?.tokens.length === width;
}

/** A line of at least three figures, with nothing but a few words behind them. */
function isRow(line: string): boolean {
  if (/[,;\t|"]/.test(line) || !/\d\s+\S/.test(line)) return false;
  const tokens = toTokens(line);
  const count = countFigures(tokens);
  return (
    count >= 3 && tokens.slice(0, count).some(({ text }) => figure.test(text)) && tokens.length - count <= 4
  );
}

/** How many figures, or signs for a missing one, a line begins with. */
function countFigures(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ text }) => !figure.test(text) && !standIn.test(text));
  return end < 0 ? tokens.length : end;
}

const toTokens = (line: string): Token[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

function mostCommon(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  return [...seen].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/** The nearest line above the rows that has a word for each column. */
function findHeading(
  lines: readonly string[],
  first: number,
  width: number,
): { readonly index: number; readonly tokens: readonly Token[] } | undefined {
  for (let index = first - 1; index >= Math.max(0, first - 4); index--) {
    const tokens = toTokens(lines[index] ?? '');
    const areWords = tokens.filter(({ text }) => /\p{L}/u.test(text)).length * 2 > tokens.length;
    if (areWords && tokens.length >= width && tokens.length <= width + 6 && !/[,:]/.test(lines[index] ?? ''))
      return { index, tokens };
  }
  return undefined;
}

/** The unit under each heading, by where the two end. */
function findUnits(
  line: string | undefined,
  headings: readonly Token[],
  isAbove: boolean,
): (string | undefined)[] | undefined {
  const tokens = toTokens(line ?? '');
  if (!isAbove || tokens.length === 0 || tokens.length > headings.length) return undefined;
  const units = headings.map(
    (heading) => tokens.find((token) => token.start < heading.end && heading.start < token.end)?.text,
  );
  return units.filter((unit) => unit !== undefined).length === tokens.length ? units : undefined;
}

/** Where the values of each column stand: those of the whole rows, and the headings where there are as many. */
function findSlots(
  rows: readonly (readonly Token[])[],
  heading: readonly Token[] | undefined,
  width: number,
): Slot[] {
  const whole = rows.filter((tokens) => countFigures(tokens) === width);
  return Array.from({ length: width }, (_slot, index) => {
    const own = whole.flatMap((tokens) => tokens[index] ?? []);
    const all = own.length > 0 ? own : [heading?.[index]].filter((token) => token !== undefined);
    return {
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    };
  });
}

/** Each value to its column: in a whole row one after another, else by where it ends. What stands behind them is kept too. */
function toCells(
  tokens: readonly Token[],
  slots: readonly Slot[],
): { values: (string | null)[]; rest: string } {
  const count = countFigures(tokens);
  const values: (string | null)[] = slots.map(() => null);
  if (count === slots.length) {
    tokens.slice(0, count).forEach(({ text }, index) => (values[index] = text));
    return { values, rest: toText(tokens.slice(count)) };
  }
  const left: Token[] = [];
  let from = 0;
  for (const token of tokens.slice(0, count)) {
    const index = nearest(token, slots, from);
    if (index === undefined) left.push(token);
    else {
      values[index] = token.text;
      from = index + 1;
    }
  }
  return { values, rest: toText([...left, ...tokens.slice(count)]) };
}

function nearest({ start, end }: Token, slots: readonly Slot[], from: number): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  for (let index = from; index < slots.length; index++) {
    const slot = slots[index];
    if (!slot || start > slot.end + 2 || end < slot.start - 2) continue;
    const distance = Math.min(Math.abs(slot.end - end), Math.abs(slot.start - start));
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

const toText = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ');
const tidy = (line: string) => line.replace(/\s+/g, ' ').trim();
