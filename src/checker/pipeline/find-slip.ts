import { fingerprintRows } from '#src/compare/fingerprint.ts';
import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { Database } from '#src/results/database.ts';
import type { Refusal, Verdict } from '../verdict.ts';
import type { PipelineCheck } from './compare-pipeline.ts';
import { showsPipelineChange } from './pipeline-change.ts';
import type { PipelineSlip } from './pipeline-checks.ts';

/** The slip that gives the same result and that the text shows, first those which the author foresaw. A result without rows tells none. */
export async function findSlip(
  database: Database,
  found: ResultCopy,
  { exercise, answer }: Pick<PipelineCheck, 'exercise' | 'answer'>,
  slips: readonly PipelineSlip[],
): Promise<PipelineSlip | undefined> {
  if (slips.length === 0 || found.cut || found.rowCount === 0) return undefined;
  const own = await fingerprintRows(database, found.table, found.columns, exercise.compare);
  return slips
    .filter(({ fingerprint }) => fingerprint === own)
    .find((slip) => showsPipelineChange(answer.text, slip));
}

export function withSlip(refusal: Refusal, { declared, words }: PipelineSlip): Verdict {
  if (declared) return { kind: 'known-mistake', feedback: words, difference: refusal };
  switch (refusal.kind) {
    case 'wrong-columns':
    case 'wrong-rows':
    case 'wrong-values':
    case 'right-here-only':
      return { ...refusal, nearMiss: words };
    default:
      return refusal;
  }
}
