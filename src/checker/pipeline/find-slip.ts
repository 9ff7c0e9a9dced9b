import type { Compare } from '#src/compare/compare-rules.ts';
import { fingerprintRows } from '#src/compare/fingerprint.ts';
import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { Database } from '#src/results/database.ts';
import type { Refusal, Verdict } from '../verdict.ts';
import type { PipelineSlip } from './pipeline-checks.ts';

/** The slip that gives the same result. A result without rows tells none. */
export async function findSlip(
  database: Database,
  found: ResultCopy,
  compare: Compare,
  slips: readonly PipelineSlip[],
): Promise<PipelineSlip | undefined> {
  if (slips.length === 0 || found.cut || found.rowCount === 0) return undefined;
  const own = await fingerprintRows(database, found.table, found.columns, compare);
  return slips.find(({ fingerprint }) => fingerprint === own);
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
