import type { Candidate, CandidateRow } from './candidate.ts';
import type { Samples } from '../samples/gather-samples.ts';
import type { ColumnName, Literal } from '../facts/column-names.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';
import { stepOf, toNumber } from '../facts/table-facts.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';
import { fitsShape } from '../facts/text-shapes.ts';
import type { Row } from '../witness.ts';

const plainNumbers = [0, 1, 2, 3, 5, 7, 10, -1, -3];
const denominators = [4, 8, 10, 20, 25, 40, 50, 100, 200, 400, 1000];

/**
 * Puts awkward numbers into some rows: values at the query's literals and one step beside them, zero, small odd numbers,
 * gaps, and few different values, so that rows tie.
 *
 * @param share - Of the rows, from 0 to 1.
 */
export function changeValues(
  candidate: Candidate,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
  share: number,
  random: Random,
): void {
  for (const [table, model] of models) {
    const palettes = new Map(
      model.changeable
        .filter((column) => model.used.includes(column))
        .map((column) => [column, paletteOf(facts, model, column, candidate, random)]),
    );
    const ratios = facts.ratios.filter(({ top, bottom }) => top.table === table && bottom.table === table);
    // The same quotient in every row, or the same side of it, is that of their sums too.
    const common = share > 0 && random.chance(0.4) ? random.pick(ratios) : undefined;
    const commonStep = random.pick([0, 0, 1, -1]) ?? 0;
    for (const entry of candidate.rowsOf(table)) {
      if (!common && !random.chance(share)) continue;
      for (const [column, palette] of palettes) {
        if (!random.chance(0.6)) continue;
        const hasGaps = model.facts.withGaps.includes(column) && model.shape.columns[column]?.nullable;
        const value = hasGaps && random.chance(0.15) ? null : (random.pick(palette) ?? null);
        if (value === null && !hasGaps) continue;
        entry.row = setValues(model, entry.row, new Map([[column, value]])) ?? entry.row;
      }
      const ratio = common ?? (random.chance(0.5) ? random.pick(ratios) : undefined);
      if (ratio) {
        const quotient = ratio.value > 1.5 ? ratio.value / 100 : ratio.value;
        const exact = denominators.filter(
          (bottom) => Math.abs(quotient * bottom - Math.round(quotient * bottom)) < 1e-9,
        );
        const bottom = random.pick(exact) ?? random.pick(denominators) ?? 100;
        const values = new Map([
          [placeOf(model, ratio.bottom.column), bottom],
          [
            placeOf(model, ratio.top.column),
            Math.round(quotient * bottom) + (common ? commonStep : random.index(3) - 1),
          ],
        ]);
        entry.row = setValues(model, entry.row, values) ?? entry.row;
      }
    }
    changeTexts(candidate, facts, model, share, random);
  }
}

/**
 * Gives copies of rows that meet the query's conditions, and of any others, one value at a literal or one step beside it,
 * and leaves the rest as it was: the rows that tell `>` from `>=` and 10 from 11.
 *
 * @param share - Of the values to use. A LIMIT hides rows among many, so few are better there.
 */
export function addBoundaryRows(
  candidate: Candidate,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
  share: number,
  random: Random,
  columnComparisons: Samples['columnComparisons'] = [],
): void {
  for (const [table, model] of models) {
    const rows = candidate.rowsOf(table);
    const put = (change: (row: Row) => Row | undefined, closest: readonly CandidateRow[] = []) => {
      if (!random.chance(share)) return;
      for (let attempt = 0; attempt < 6; attempt++) {
        const from = random.pick(attempt < 3 && closest.length > 0 ? closest : rows);
        const changed = from && change(from.row);
        if (!changed) continue;
        const copy = candidate.copy(from);
        if (copy)
          copy.row = copy.row.map((value, place) =>
            changed[place] === from.row[place] ? value : (changed[place] ?? null),
          );
        return;
      }
    };
    for (const { column, values } of columnComparisons.filter((found) => found.table === table)) {
      const place = placeOf(model, column);
      const step = stepOf(model.shape.columns[place]?.type ?? '');
      if (!model.changeable.includes(place)) continue;
      const isExact = (value: number) => Math.abs(value / step - Math.round(value / step)) < 1e-6;
      const able = rows.filter(({ row }) => isExact(values.get(row) ?? NaN));
      for (const aside of [0, -step, step, 0]) {
        const moved = (row: Row) => {
          const value = values.get(row);
          return value === undefined ? undefined : setValues(model, row, new Map([[place, value + aside]]));
        };
        put(moved, able);
      }
    }
    for (const { column, literal } of facts.literals.filter((found) => found.table === table)) {
      const place = placeOf(model, column);
      const type = model.shape.columns[place]?.type ?? '';
      if (model.changeable.includes(place)) {
        const value = toLiteralNumber(literal, type);
        if (value === undefined) continue;
        for (const near of [value, value - stepOf(type), value + stepOf(type), value]) {
          put(
            (row) => setValues(model, row, new Map([[place, near]])),
            random.chance(0.5) ? closestTo(near, rows, place, type) : [],
          );
        }
      } else if (isFreeText(model, place)) {
        for (const spelling of toSpellings(literal.text, model, place)) {
          put((row) => (row[place] === null ? undefined : row.with(place, spelling)));
        }
      }
    }
  }
}

/** The rows that need the least change, since rules may tie a value to others of its size. */
function closestTo(
  value: number,
  rows: readonly CandidateRow[],
  place: number,
  type: string,
): CandidateRow[] {
  const distance = ({ row }: CandidateRow) =>
    Math.abs((toNumber(row[place] ?? null, type) ?? Infinity) - value);
  return [...rows].sort((a, b) => distance(a) - distance(b)).slice(0, 4);
}

function toLiteralNumber({ text, number }: Literal, type: string): number | undefined {
  const value = type === 'DATE' ? toNumber(text, 'DATE') : number;
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** Four or so numbers that a column may get, within what its descriptor or its real values allow. */
function paletteOf(
  facts: QueryFacts,
  model: TableModel,
  column: number,
  candidate: Candidate,
  random: Random,
): number[] {
  const shape = model.shape.columns[column];
  if (!shape) return [];
  const step = stepOf(shape.type);
  const near = literalsOf(facts, model, column).flatMap((literal) => {
    const value = toLiteralNumber(literal, shape.type);
    return value === undefined ? [] : [value, value, value - step, value + step, value - 1, value + 1];
  });
  const [low, high] = model.facts.extent[column] ?? [NaN, NaN];
  const isLawful = (value: number) =>
    shape.range !== undefined || (value >= Math.min(low, 0) && value <= Math.max(high, ...near));
  const real = candidate
    .rowsOf(model.shape.name)
    .map(({ row }) => toNumber(row[column] ?? null, shape.type))
    .filter((value) => value !== undefined);
  const plain = shape.type === 'DATE' ? [] : [...plainNumbers, ...(step < 1 ? [0.5, 2.25, 7.5] : [])];
  const chosen = [
    ...random.shuffle(near).slice(0, 3),
    ...random.shuffle(plain).slice(0, near.length > 0 ? 2 : 3),
    ...random.shuffle(real).slice(0, 1),
  ];
  return chosen.filter(isLawful);
}

function literalsOf(facts: QueryFacts, model: TableModel, column: number) {
  const name = model.shape.columns[column]?.name;
  const isThis = (found: ColumnName) => found.table === model.shape.name && found.column === name;
  return facts.literals.filter(isThis).map(({ literal }) => literal);
}

/** Other spellings of a text that the query looks for, in columns that nothing hangs on. */
function changeTexts(
  candidate: Candidate,
  facts: QueryFacts,
  model: TableModel,
  share: number,
  random: Random,
): void {
  model.shape.columns.forEach((_, column) => {
    if (!isFreeText(model, column)) return;
    const spellings = literalsOf(facts, model, column).flatMap(({ text }) =>
      toSpellings(text, model, column),
    );
    for (const entry of candidate.rowsOf(model.shape.name)) {
      const spelling = random.chance(share * 0.4) ? random.pick(spellings) : undefined;
      if (spelling !== undefined && entry.row[column] !== null) entry.row = entry.row.with(column, spelling);
    }
  });
}

/** A text that may be anything: no list, no reference, and no other column follows from it. */
function isFreeText({ shape, facts }: TableModel, column: number): boolean {
  const { name, type, allowed } = shape.columns[column] ?? { type: '' };
  const refers = shape.foreignKeys.some(({ columns }) => name !== undefined && columns.includes(name));
  const isBound = facts.dependencies.some(([from, to]) => from === column || to === column);
  return type === 'VARCHAR' && !allowed && !refers && !isBound;
}

function toSpellings(pattern: string, { facts }: TableModel, column: number): string[] {
  const core = pattern.replaceAll('%', '').replaceAll('_', 'a').trim();
  if (core === '') return [];
  const capital = core.slice(0, 1).toUpperCase() + core.slice(1).toLowerCase();
  return [
    core,
    capital,
    core.toUpperCase(),
    core.toLowerCase(),
    `New ${core}`,
    `${core} office`,
    `New ${core} office`,
  ].filter((text) => fitsShape(text, facts.texts[column]));
}
