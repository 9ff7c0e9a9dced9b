import { countWords } from '#src/words/count-words.ts';
import {
  isCodeCard,
  toTotal,
  type PlainScorecard,
  type Scorecard,
  type CodeScorecard,
} from '#src/verifying/scorecard.ts';

const header = [
  'lesson',
  'what',
  'mutants',
  'equivalent',
  'unproven',
  'on real data',
  'on witnesses',
  'survive',
  'witness rows',
  'alternatives',
  'wrong answers',
  's',
];

export interface ScorecardTextOptions {
  /** A line for each exercise, and not for those alone where something is to be looked at. */
  readonly all: boolean;
}

/**
 * The scorecards as a table for a terminal: a line for each lesson, below it one for each of its exercises where a mutant survives, and
 * the total.
 */
export function toScorecardText(cards: readonly Scorecard[], { all }: ScorecardTextOptions): string {
  const total = toTotal(cards);
  const lessons = Map.groupBy(cards, ({ exercise }) => exercise.slice(0, exercise.lastIndexOf('/')));
  const rows = [
    ...[...lessons].flatMap(([lesson, own]) => [
      toRow(lesson, toTotal(own), plain, countWords(own.length, 'exercise')),
      ...own.filter((card) => all || isToLookAt(card)).map(toExerciseRow),
    ]),
    toRow('in all', total, plain, countWords(cards.length, 'exercise')),
  ].map((row) => row.map(String));
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number) => column < 2;
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [...lines, ...toNotes(total)].join('\n');
}

const plain = { resultsOnly: false, realDataOnly: false };

/** Where something passes that should not, or less was proven than usual. */
function isToLookAt(card: Scorecard): boolean {
  if (!isCodeCard(card)) return false;
  return card.survivors.length > 0 || card.unproven > 0 || card.resultsOnly || card.realDataOnly;
}

function toExerciseRow(card: Scorecard): readonly (string | number)[] {
  const name = `  ${card.exercise.slice(card.exercise.lastIndexOf('/') + 1)}`;
  return isCodeCard(card)
    ? toRow(
        name,
        { ...card, survivors: card.survivors.length },
        card,
        card.kind === 'sql' ? 'query' : 'pipeline',
      )
    : toPlainRow(name, card);
}

function toNotes(total: ReturnType<typeof toTotal>): string[] {
  return [
    ...(total.unproven > 0
      ? [
          '"unproven": no small lawful table was found that tells these mutants, and they may differ: they count as not killed.',
        ]
      : []),
    ...(total.resultsOnly > 0
      ? [
          '"results only": the tree of this model answer makes no mutants, so its result on the real data is all that is checked.',
        ]
      : []),
    ...(total.realDataOnly > 0
      ? [
          '"real data only": the answer holds for these data alone, so there are no witnesses and a mutant may survive.',
        ]
      : []),
  ];
}

type CardCounts = Omit<
  ReturnType<typeof toTotal>,
  | 'exercises'
  | 'queries'
  | 'pipelines'
  | 'resultsOnly'
  | 'realDataOnly'
  | 'shareKilled'
  | 'shareKilledOnRealData'
>;

function toRow(
  name: string,
  counts: CardCounts,
  { resultsOnly, realDataOnly }: Pick<CodeScorecard, 'resultsOnly' | 'realDataOnly'>,
  what: string,
): readonly (string | number)[] {
  const { mutants, equivalent, unproven, killedOnRealData, killedOnWitnesses, survivors } = counts;
  return [
    name,
    ...(resultsOnly
      ? ['results only', '-', '-', '-', '-', '-', '-', '-']
      : [
          what,
          mutants,
          equivalent,
          unproven,
          killedOnRealData,
          killedOnWitnesses,
          survivors,
          realDataOnly ? 'real data only' : `${counts.witnessRows} in ${counts.witnesses}`,
        ]),
    counts.alternatives,
    counts.wrongAnswers,
    (counts.elapsedMs / 1000).toFixed(1),
  ];
}

/** An exercise that is judged without an engine has no mutants and no witnesses. */
function toPlainRow(name: string, card: PlainScorecard): readonly (string | number)[] {
  const none = Array<string>(7).fill('-');
  return [name, card.kind, ...none, card.alternatives, card.wrongAnswers, (card.elapsedMs / 1000).toFixed(1)];
}
