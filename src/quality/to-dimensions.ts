import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { daysWords, periodWords } from '#src/words/date-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords, shortNumberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import { dimensionQuestions } from './dimension-questions.ts';
import type { DimensionName } from './dimension-questions.ts';
import type { DatasetQuality, MeasuredColumn, MeasuredLink, RowsOverTime, TableQuality } from './quality.ts';

export interface Dimension {
  readonly name: DimensionName;
  /** What it asks of the figures. */
  readonly question: string;
  /** One measured finding each, as a sentence. */
  readonly findings: readonly string[];
  /** False where nothing of it could be measured; then the finding says so. */
  readonly measured: boolean;
}

type Finder = (table: TableQuality) => readonly string[];

/** The figures of a dataset in words, by the six dimensions of the Government Data Quality Framework. */
export function toDimensions(
  descriptor: Pick<DatasetDescriptor, 'frequency'>,
  quality: DatasetQuality,
): Dimension[] {
  const perTable = (finding: Finder) =>
    quality.tables.flatMap((table) =>
      finding(table).map((words) => (quality.tables.length > 1 ? `${table.name}: ${words}` : words)),
    );
  const accuracy = [...perTable(reconciliations), ...controlTotals(quality)];
  return [
    dimension('Completeness', perTable(completeness)),
    dimension('Uniqueness', perTable(uniqueness)),
    dimension('Consistency', perTable(consistency)),
    dimension('Timeliness', timeliness(descriptor, quality)),
    dimension('Validity', perTable(validity)),
    dimension(
      'Accuracy',
      [
        ...accuracy,
        accuracy.length === 0
          ? 'Not measured here: nothing in the figures lets us test them against the world. Read the known problems.'
          : 'Beyond that it is not measured here: sums that come out can still add up wrong figures. Read the known problems.',
      ],
      accuracy.length > 0,
    ),
  ];
}

function dimension(
  name: DimensionName,
  findings: readonly string[],
  measured = findings.length > 0,
): Dimension {
  return { name, question: dimensionQuestions[name], findings, measured };
}

function completeness({ rows, columns, wholeRows }: TableQuality): string[] {
  const cells = rows * columns.length;
  const gappy = columns.filter(({ missing }) => missing > 0).sort((a, b) => b.missing - a.missing);
  const missing = gappy.reduce((sum, column) => sum + column.missing, 0);
  const withheld = columns.flatMap((column) => withheldWords(column, rows));
  if (missing === 0)
    return [`All ${numberWords(cells)} values are there.`, ...withheld].slice(withheld.length > 0 ? 1 : 0);
  const worst = gappy.slice(0, 3).map(({ name, missing: gaps }) => `${name} (${shareWords(gaps, rows)})`);
  return [
    `${numberWords(missing)} of ${numberWords(cells)} values are missing (${shareWords(missing, cells)}).`,
    `${numberWords(wholeRows)} of ${countWords(rows, 'row')} have a value in every column.`,
    `Gaps stand in ${numberWords(gappy.length)} of ${countWords(columns.length, 'column')}, most in ${listWords(worst)}.`,
    ...withheld,
  ];
}

/** What is withheld of a column in a sentence; none where nothing is. */
export function withheldWords({ name, withheld }: MeasuredColumn, rows: number): string[] {
  if (withheld === undefined || withheld.rows === 0) return [];
  const { amount, total, unit = '' } = withheld;
  const money =
    amount === undefined || total === undefined
      ? ''
      : `, with ${unit}${shortNumberWords(Math.round(amount))} of ${unit}${shortNumberWords(Math.round(total))} (${shareWords(amount, total)})`;
  return [
    `Withheld, not missing: ${name} in ${numberWords(withheld.rows)} of ${countWords(rows, 'row')} (${shareWords(withheld.rows, rows)})${money}.`,
  ];
}

function uniqueness({
  rows,
  uniqueness: { key, repeatedKeys, repeatedApartFromKey },
}: TableQuality): string[] {
  const keyWords =
    repeatedKeys === 0
      ? `No two of ${countWords(rows, 'row')} share the same ${listWords(key)}.`
      : `${countWords(repeatedKeys, 'row')} of ${numberWords(rows)} repeat a key (${listWords(key)}).`;
  if (repeatedApartFromKey === undefined) return [keyWords];
  return [
    keyWords,
    repeatedApartFromKey === 0
      ? 'No row equals another in all the other columns.'
      : `${countWords(repeatedApartFromKey, 'row')} ${inNumber(repeatedApartFromKey, 'equals an earlier one', 'equal earlier ones')} in every column but the key (${shareWords(repeatedApartFromKey, rows)}). That can be right: look before you remove any.`,
  ];
}

function consistency({ rules, links }: TableQuality): string[] {
  const broken = rules.filter((rule) => rule.broken > 0);
  const checked = rules.reduce((sum, rule) => sum + rule.kept + rule.broken, 0);
  const kept = rules.length - broken.length;
  const ruleWords =
    rules.length === 0
      ? []
      : [
          `${numberWords(kept)} of ${countWords(rules.length, 'rule')} between columns hold on every row, in ${countWords(checked, 'test')}.`,
          ...broken.map((rule) => `Broken by ${countWords(rule.broken, 'row')}: ${rule.meaning}`),
        ];
  const words = [...links.map(linkWords), ...ruleWords];
  return words.length === 0 ? ['No rule or link is declared, so nothing was tested.'] : words;
}

/** @example 'gss_code finds its match in local-authorities councils.gss_code on 42,619 of 42,619 rows (100%).' */
export function linkWords({ columns, to, rows, matchedRows }: MeasuredLink): string {
  const target = `${to.dataset} ${to.columns.map((column) => `${to.table}.${column}`).join(', ')}`;
  const finds = inNumber(columns.length, 'finds its match', 'find their match');
  return `${listWords(columns)} ${finds} in ${target} on ${numberWords(matchedRows)} of ${countWords(rows, 'row')} (${shareWords(matchedRows, rows)}).`;
}

function timeliness({ frequency }: Pick<DatasetDescriptor, 'frequency'>, quality: DatasetQuality): string[] {
  const words: string[] = [];
  const { timeliness: measured } = quality;
  if (measured.lagDays === undefined) {
    words.push(
      `The figures end on ${periodWords(measured.to)}. When they came out is not recorded, so the delay is not measured.`,
    );
  } else {
    words.push(lagWords(measured.to, measured.lagDays));
  }
  words.push(
    `Frequency: ${frequency.replace(/\.$/, '')}.`,
    ...quality.tables.flatMap(({ name, time }) =>
      time === undefined ? [] : [`${quality.tables.length > 1 ? `${name}: ` : ''}${timeWords(time)}`],
    ),
  );
  return words;
}

function lagWords(end: string, { least, most }: { least: number; most: number }): string {
  const ended = `The figures end on ${periodWords(end)}`;
  if (most <= 0) return `${ended}, and were out by then.`;
  if (least === most) return `${ended} and came out ${daysWords(least)} later.`;
  // Known to the month only, a publication in the month of the end itself could have come before it.
  return `${ended} and came out ${least <= 0 ? 'at most' : `${numberWords(least)} to`} ${daysWords(most)} later.`;
}

/** What rows over time show: the first and last period, and those in between without a row. */
export function timeWords({ column, step, periods, undated }: RowsOverTime): string {
  const empty = periods.filter(({ rows }) => rows === 0).map(({ period }) => periodWords(period));
  const [first, last] = [periods[0], periods.at(-1)].map((each) => periodWords(each?.period ?? ''));
  const gaps =
    empty.length === 0
      ? `with rows in every ${step}`
      : `without rows for ${empty.length > 4 ? `${numberWords(empty.length)} of ${countWords(periods.length, step)}` : listWords(empty)}`;
  const missing =
    undated === 0 ? '' : ` ${countWords(undated, 'row')} ${inNumber(undated, 'has', 'have')} none.`;
  return `"${column}" runs from ${first} to ${last}, ${gaps}.${missing}`;
}

function validity({ validity: checks }: TableQuality): string[] {
  if (checks.length === 0) return ['No type, list or range is declared beyond text, so nothing was tested.'];
  const wrong = checks.filter(({ outside }) => outside > 0);
  const kinds = (['type', 'required', 'allowed', 'range'] as const).flatMap((kind) => {
    const count = checks.filter((check) => check.kind === kind).length;
    return count === 0 ? [] : [`${count} for ${kindWords[kind]}`];
  });
  const tests = checks.reduce((sum, { checked }) => sum + checked, 0);
  return [
    `${numberWords(wrong.reduce((sum, { outside }) => sum + outside, 0))} of ${countWords(tests, 'test')} failed: ${listWords(kinds)}.`,
    ...wrong.map(
      ({ column, expected, outside, checked }) =>
        `${column}: ${numberWords(outside)} of ${countWords(checked, 'value')} are not ${expected}.`,
    ),
  ];
}

const kindWords = {
  type: 'types',
  required: 'values that must be there',
  allowed: 'lists of allowed values',
  range: 'ranges',
};

function reconciliations({ rules }: TableQuality): string[] {
  const sums = rules.filter(({ reconciles }) => reconciles);
  return sums.map(({ meaning, kept, broken }) => {
    const comesOut = `Comes out on ${numberWords(kept)} of ${countWords(kept + broken, 'row')}`;
    return `${comesOut}: ${meaning}`;
  });
}

function controlTotals({ controlTotals: totals }: DatasetQuality): string[] {
  return totals.map(({ meaning, found, expected, agrees, source }) => {
    const ours = found === null ? 'not worked out here' : `${numberWords(found)} here`;
    const subject = meaning.replace(/\.$/, '');
    return `${subject}: ${ours}, ${numberWords(expected)} as published${agrees ? '' : ', which does not agree'}. Source: ${source}`;
  });
}
