import type { OwnType } from '../own-table.ts';
import type { FigureMeasure, MarkCount } from './measure-figures.ts';
import type { DecimalMark } from './number-forms.ts';

/** A text column that is read as figures, or as text with official marks taken out of it. */
export interface FigureColumn {
  readonly name: string;
  readonly type: OwnType;
  readonly decimal: DecimalMark;
  readonly marks: readonly MarkCount[];
  /** How many values each step touches, with one of them. */
  readonly needs: readonly { readonly id: string; readonly count: number; readonly example: string }[];
  /** Text, from which marks in brackets alone are taken. */
  readonly isText: boolean;
  /** Every figure could be read in the other form too, so that its commas or points were taken on other evidence. */
  readonly isUnsure: boolean;
  /** Some figures have marks behind them. */
  readonly hasMarksBehind: boolean;
}

/** What is known of a file beside its columns of text. */
export interface FigureEvidence {
  /** True where the fields stand apart by semicolons. */
  readonly commaLikely: boolean;
  /** True where a column holds decimals behind a point that can be nothing else. */
  readonly pointSeen: boolean;
  /** The steps that the person does not want. */
  readonly off: readonly string[];
}

/**
 * Decide for each column whether all of its values are figures and in which form they are written. A column of which one
 * value does not fit, or that needs a step that is off, stays as it is.
 */
export function decideFigures(
  measures: readonly FigureMeasure[],
  { commaLikely, pointSeen: pointElsewhere, off }: FigureEvidence,
): FigureColumn[] {
  const commaSeen = measures.some(isCommaOnly);
  const pointSeen =
    pointElsewhere || measures.some((measure) => isWhole(measure, 'point') && !isWhole(measure, 'comma'));
  const likely: DecimalMark = commaSeen || (commaLikely && !pointSeen) ? 'comma' : 'point';
  const commaMayBe = commaSeen || commaLikely;
  return measures.flatMap((measure) => decide(measure, likely, commaMayBe, off) ?? []);
}

/** Whether a column can only be read with commas for decimals. */
export const isCommaOnly = (measure: FigureMeasure) =>
  isWhole(measure, 'comma') && !isWhole(measure, 'point');

const figuresOf = ({ filled, marked }: FigureMeasure) => filled - marked;

/** Whether all figures of a column fit a form. */
function isWhole(measure: FigureMeasure, form: DecimalMark): boolean {
  const figures = figuresOf(measure);
  return figures > 0 && measure.fits[form] === figures && measure.codes === 0;
}

/** One and the same letter behind every figure is a unit, such as p for pence, and no flag. */
function hasUnit({ marks, markedBehind, filled, marked }: FigureMeasure): boolean {
  const behind = marks.filter(([, , isBehind]) => isBehind);
  const [letter = ''] = behind[0] ?? [];
  return (
    behind.length === 1 &&
    /^[a-z]{1,2}$/i.test(letter) &&
    markedBehind === filled - marked &&
    markedBehind > 1
  );
}

function decide(
  measure: FigureMeasure,
  likely: DecimalMark,
  commaMayBe: boolean,
  off: readonly string[],
): FigureColumn | undefined {
  const { name, filled, marked, bracketMarked, marks, needs, withDecimals, examples } = measure;
  const isOff = (id: string) => off.includes(id);
  if (figuresOf(measure) === 0) {
    // Nothing but marks: only those in brackets can be nothing else.
    if (bracketMarked < filled || filled === 0 || isOff('marks')) return undefined;
    return {
      name,
      type: 'VARCHAR',
      decimal: 'point',
      marks,
      needs: [],
      isText: true,
      isUnsure: false,
      hasMarksBehind: false,
    };
  }
  if (hasUnit(measure)) return undefined;
  const forms = (['point', 'comma'] as const).filter((form) => isWhole(measure, form));
  const decimal = forms.includes(likely) ? likely : forms[0];
  if (decimal === undefined) return undefined;
  if (marks.length > 0 && isOff('marks')) return undefined;
  const needed = [...needs[decimal]];
  if (needed.some(([id]) => isOff(id))) return undefined;
  // Some in per cent and some not: nobody can tell whether 5 is 5% there.
  const percents = needs[decimal].get('percent') ?? 0;
  if (percents > 0 && percents < figuresOf(measure)) return undefined;
  if (needed.length === 0 && marked === 0 && marks.length === 0) return undefined;
  return {
    name,
    type: withDecimals[decimal] > 0 ? 'DOUBLE' : 'BIGINT',
    decimal,
    marks,
    needs: needed.map(([id, count]) => ({ id, count, example: examples.get(`${decimal} ${id}`) ?? '' })),
    isText: false,
    hasMarksBehind: measure.markedBehind > 0,
    isUnsure:
      commaMayBe && forms.length > 1 && needed.some(([id]) => id === 'decimal-comma' || id === 'thousands'),
  };
}
