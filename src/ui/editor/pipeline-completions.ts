import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import {
  aggregates,
  helpers,
  rowFunctions,
  verbs,
  windowFunctions,
  type ExplainedWord,
} from '#src/sandbox/language/verbs.ts';
import { toColumnCompletion, toTableCompletion, type Completion } from './completion.ts';
import { findCursorPlace, type CursorPlace } from './cursor-place.ts';

/** The steps and helpers in whose brackets a text is no name of a column, or a new one. */
const takesNoColumn = new Set([
  ...[
    'filter',
    'derive',
    'slice',
    'count',
    'sample',
    'params',
    'rename',
    'matches',
    'startswith',
    'endswith',
  ],
  ...['table', 'frac', 'rolling', 'escape'],
]);
const columnTakers = new Set(
  [...verbs, ...helpers].map(({ name }) => name).filter((name) => !takesNoColumn.has(name)),
);
const columnFunctions = new Set([...aggregates, ...windowFunctions].map(({ name }) => name));

/**
 * What fits at a place in a pipeline, best first: steps after a table and a dot, functions after `op.`, helpers after `aq.`, columns
 * after the name of a row and in the quotes of a step that takes columns, otherwise tables. Nothing in other texts and in comments.
 *
 * @example
 * pipelineCompletionsAt("services.groupby('", 18, tables) // => the columns of services
 */
export function pipelineCompletionsAt(
  text: string,
  offset: number,
  tables: readonly TableDescriptor[],
): readonly Completion[] {
  const place = findCursorPlace(text, offset);
  if (place.inside === 'comment') return [];
  if (place.inside === 'text') return namesColumn(place) ? toColumns(text, tables) : [];
  const [, dotted] = /([\w$]+|[)\]])\s*\.\s*$/.exec(place.before) ?? [];
  if (dotted !== undefined) return afterDot(dotted, place, text, tables);
  const isNewName = place.open.at(-1)?.sign === '{' && /[{,]\s*$/.test(place.before);
  return isNewName || /\.\s*$/.test(place.before)
    ? []
    : [...tables.map(toTableCompletion), ...tools.map((word) => toWord(word, 'keyword'))];
}

const tools: readonly ExplainedWord[] = [
  { name: 'op', form: 'op.count()', does: 'Functions for the steps: counts, sums, texts, dates.' },
  { name: 'aq', form: "aq.desc('column')", does: 'Helpers for the steps, such as aq.desc and aq.not.' },
];

function afterDot(
  owner: string,
  { before, open, rows }: CursorPlace,
  text: string,
  tables: readonly TableDescriptor[],
): readonly Completion[] {
  const toWords = (words: readonly ExplainedWord[]) => words.map((word) => toWord(word, 'function'));
  const isMember = /\.\s*[\w$]+\s*\.\s*$/.test(before);
  if (isMember || /^\d/.test(owner)) return [];
  if (owner === 'op') return toWords(isForGroups(open) ? forGroups : forRows);
  if (owner === 'aq') return toWords(helpers);
  if (rows.has(owner)) return toColumns(text, tables);
  // In a function only rows and `op` have something to offer.
  return open.at(-1)?.inFunction === true ? [] : toWords(verbs);
}

const forGroups = [...aggregates, ...rowFunctions, ...windowFunctions];
const forRows = [...rowFunctions, ...windowFunctions, ...aggregates];

function isForGroups(open: CursorPlace['open']): boolean {
  const step = open.findLast(({ sign, called }) => sign === '(' && verbs.some(({ name }) => name === called));
  return step?.called === 'rollup' || step?.called === 'pivot';
}

/** Whether a text that begins there is the name of a column: in the brackets of what takes one, not compared with anything. */
function namesColumn({ before, open }: CursorPlace): boolean {
  const call = open.findLast(({ sign }) => sign === '(');
  if (!call || !/[([,:]\s*$/.test(before)) return false;
  return call.owner === 'op' ? columnFunctions.has(call.called) : columnTakers.has(call.called);
}

/** The columns that the pipeline has made before, then those of the tables that it names. */
function toColumns(text: string, tables: readonly TableDescriptor[]): Completion[] {
  const named = tables.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text));
  const offered = named.length > 0 ? named : tables;
  const made = findMadeNames(text).map((label) => ({
    kind: 'column' as const,
    label,
    detail: 'made here',
    documentation: 'A column that your pipeline makes.',
  }));
  return [
    ...made,
    ...offered.flatMap((table) => table.columns.map((column) => toColumnCompletion(column, table))),
  ];
}

function findMadeNames(text: string): string[] {
  const objects = [...text.matchAll(/\.\s*(?:rollup|derive)\s*\(\s*\{([^}]*)/g)].map(([, body = '']) => body);
  const names = objects.flatMap((body) =>
    [...body.matchAll(/(?:^|,)\s*([A-Za-z_$][\w$]*)\s*:/g)].map(([, name = '']) => name),
  );
  const counts = /(?:\)|\b(?!op\b)[\w$]+)\s*\.\s*count\(\)/.test(
    text.replaceAll(/\bop\s*\.\s*count\(\)/g, ''),
  );
  return [...new Set([...names, ...(counts ? ['count'] : [])])];
}

function toWord({ name, form, does }: ExplainedWord, kind: Completion['kind']): Completion {
  return { kind, label: name, detail: form, documentation: does };
}
