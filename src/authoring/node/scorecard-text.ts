import { toTotal, type PlainScorecard, type Scorecard, type SqlScorecard } from '#src/verifying/scorecard.ts';

const header = [
  'exercise',
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

/** The scorecards as a table for a terminal: a line for each exercise, and the total. */
export function toScorecardText(cards: readonly Scorecard[]): string {
  const total = toTotal(cards);
  const rows = [
    ...cards.map((card) =>
      card.kind === 'sql'
        ? toRow(card.exercise, { ...card, survivors: card.survivors.length }, card)
        : toPlainRow(card),
    ),
    toRow('in all', total, { resultsOnly: false, realDataOnly: false }),
  ].map((row) => row.map(String));
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const notes = [
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
  return [...lines, ...notes].join('\n');
}

type CardCounts = Omit<
  ReturnType<typeof toTotal>,
  'exercises' | 'queries' | 'resultsOnly' | 'realDataOnly' | 'shareKilled' | 'shareKilledOnRealData'
>;

function toRow(
  name: string,
  counts: CardCounts,
  { resultsOnly, realDataOnly }: Pick<SqlScorecard, 'resultsOnly' | 'realDataOnly'>,
): readonly (string | number)[] {
  const { mutants, equivalent, unproven, killedOnRealData, killedOnWitnesses, survivors } = counts;
  return [
    name,
    ...(resultsOnly
      ? ['results only', '-', '-', '-', '-', '-', '-']
      : [
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
function toPlainRow(card: PlainScorecard): readonly (string | number)[] {
  const none = Array<string>(6).fill('-');
  return [
    card.exercise,
    card.kind,
    ...none,
    card.alternatives,
    card.wrongAnswers,
    (card.elapsedMs / 1000).toFixed(1),
  ];
}
