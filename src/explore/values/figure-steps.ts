import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { OwnColumn, ReadingStep } from '../own-table.ts';
import type { FigureColumn } from './decide-figures.ts';
import type { MarkCount } from './measure-figures.ts';
import type { DecimalMark } from './number-forms.ts';
import { isMarkWord, toMarkMeaning } from './official-marks.ts';

interface Wording {
  readonly id: string;
  readonly undo: string;
  readonly say: (columns: string, example: string, read: string) => string;
}

const wordings: readonly Wording[] = [
  {
    id: 'decimal-comma',
    undo: 'Do not read commas as decimal points',
    say: (columns, example, read) =>
      `In ${columns}, the comma marks decimals: “${example}” is read as ${read}.`,
  },
  {
    id: 'thousands',
    undo: 'Keep figures with marks for thousands as text',
    say: (columns, example, read) =>
      `In ${columns}, marks for thousands were taken out: “${example}” is read as ${read}.`,
  },
  {
    id: 'minus',
    undo: 'Keep figures with such minus signs as text',
    say: (columns, example, read) =>
      `In ${columns}, a minus sign of another form or place was read as one: “${example}” is read as ${read}.`,
  },
  {
    id: 'brackets',
    undo: 'Keep figures in brackets as text',
    say: (columns, example, read) =>
      `In ${columns}, figures in brackets are below zero: “${example}” is read as ${read}.`,
  },
  {
    id: 'percent',
    undo: 'Keep per cent signs as text',
    say: (columns, example, read) =>
      `${columns} ${columns.includes(' and ') ? 'are' : 'is'} in per cent: “${example}” is read as ${read}, not as a hundredth of that.`,
  },
  {
    id: 'currency',
    undo: 'Keep figures with currency signs as text',
    say: (columns, example, read) =>
      `In ${columns}, currency signs were taken off: “${example}” is read as ${read}.`,
  },
];

/** What was done to read figures, one step a kind over all columns. */
export function toFigureSteps(figures: readonly FigureColumn[], made: readonly OwnColumn[]): ReadingStep[] {
  return [...toMarkStep(figures, made), ...wordings.flatMap((wording) => toStep(wording, figures))];
}

function toStep({ id, undo, say }: Wording, figures: readonly FigureColumn[]): ReadingStep[] {
  const needing = figures.flatMap((figure) => {
    const need = figure.needs.find((each) => each.id === id);
    return need ? [{ ...need, figure }] : [];
  });
  const [first] = needing;
  if (!first) return [];
  const columns = listColumns(needing.map(({ figure }) => figure.name));
  const example = first.example.trim();
  const sentence = say(columns, example, toReading(example, first.figure.decimal));
  const [one = '', other = ''] = (['point', 'comma'] as const).map((mark) => toReading(example, mark));
  const unsure =
    one !== other &&
    (id === 'decimal-comma' || id === 'thousands') &&
    needing.some(({ figure }) => figure.isUnsure);
  return [
    {
      id,
      undo,
      count: needing.reduce((sum, { count }) => sum + count, 0),
      sentence: unsure
        ? `${sentence} It could also be ${toReading(example, first.figure.decimal === 'point' ? 'comma' : 'point')}: check with whoever made the file.`
        : sentence,
    },
  ];
}

/** What the example is read as, in the way in which numbers are written here. */
function toReading(example: string, decimal: DecimalMark): string {
  const isBelow = /^[(]|[-\u2212\u2010-\u2014\uff0d\ufe63]/.test(example);
  const figure = example.replace(/\[[^\]]*\]/g, '').replace(/[^\d.,]/g, '');
  const plain =
    decimal === 'point' ? figure.replaceAll(',', '') : figure.replaceAll('.', '').replace(',', '.');
  return `${isBelow ? '-' : ''}${plain}`;
}

function toMarkStep(figures: readonly FigureColumn[], made: readonly OwnColumn[]): ReadingStep[] {
  const marked = figures.filter(({ marks }) => marks.length > 0);
  if (marked.length === 0) return [];
  const counts = new Map<string, MarkCount>();
  for (const { marks } of marked) {
    for (const [mark, count, isBehind] of marks) {
      const key = `${mark} ${isBehind}`;
      counts.set(key, [mark, (counts.get(key)?.[1] ?? 0) + count, isBehind]);
    }
  }
  const total = [...counts.values()].reduce((sum, [, count]) => sum + count, 0);
  const names = made.flatMap(({ name }) => (name.endsWith('_mark') ? [name] : []));
  const all = [...counts.values()].sort((a, b) => b[1] - a[1]);
  const symbols = all.filter(([mark]) => !isMarkWord(mark));
  const words = all.filter(([mark]) => isMarkWord(mark));
  const says = [
    ...(symbols.length === 0
      ? []
      : [
          `${toCells(symbols, 'holds an official mark', 'hold an official mark')}: ${listMarks(symbols)}. A mark in the place of a figure counts as missing, never as 0.`,
        ]),
    ...(words.length === 0
      ? []
      : [
          `${toCells(words, 'has a word', 'have words')} in the place of a figure: ${listMarks(words)}. ${inNumber(toTotal(words), 'It counts', 'They count')} as missing, never as 0.`,
        ]),
  ];
  const what = symbols.length === 0 ? 'word' : words.length === 0 ? 'mark' : 'mark or word';
  return [
    {
      id: 'marks',
      count: total,
      sentence: `${says.join(' ')} Which ${what} it was stands in ${listColumns(names.slice(0, 4))}${names.length > 4 ? ` and ${names.length - 4} more columns` : ''}.`,
      undo: symbols.length === 0 ? 'Keep these words as text' : 'Keep official marks as text',
    },
  ];
}

const toTotal = (marks: readonly MarkCount[]) => marks.reduce((sum, [, count]) => sum + count, 0);

function toCells(marks: readonly MarkCount[], one: string, many: string): string {
  const total = toTotal(marks);
  return `${countWords(total, 'cell')} ${inNumber(total, one, many)}`;
}

/** Such as `[c] (confidential, so suppressed, 3)`; a word that says what it means has its count alone. */
function listMarks(marks: readonly MarkCount[]): string {
  return listWords(
    marks.slice(0, 8).map(([mark, count, isBehind]) => {
      const meaning = toMeaning(mark, isBehind);
      return meaning === mark.toLowerCase() ? `${mark} (${count})` : `${mark} (${meaning}, ${count})`;
    }),
  );
}

function toMeaning(mark: string, isBehind: boolean): string {
  const parts = isBehind && /^[a-z]{2}$/i.test(mark) ? [...mark] : mark.match(/\[[^\]]*\]|[^[]+/g);
  const meanings = (parts ?? [])
    .map((part) => toMarkMeaning(part.trim(), isBehind))
    .filter((each) => each !== undefined);
  return meanings.join('; ') || 'a mark';
}

function listColumns(names: readonly string[]): string {
  return names.length > 5
    ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more columns`
    : listWords(names);
}
