import type { EditionFinding } from '#src/quality/edition-finding.ts';
import { inNumber } from '#src/words/count-words.ts';

/**
 * What stops an edition from being written, for a person at the command line; undefined where nothing does.
 *
 * @param showDetails - Prints the engine's own words too.
 */
export function toFindingsText(
  {
    findings,
    unknown,
    details,
  }: {
    readonly findings: readonly EditionFinding[];
    readonly unknown: readonly string[];
    readonly details?: string;
  },
  showDetails: boolean,
): string | undefined {
  if (findings.length === 0 && unknown.length === 0) return undefined;
  const lines = findings.map(({ name, says }) => `  ${name}\n    ${says.replaceAll('\n', '\n    ')}`);
  const head = inNumber(findings.length, 'One finding speaks', `${findings.length} findings speak`);
  return [
    ...(findings.length === 0 ? [] : [`${head} against this edition:`, ...lines]),
    ...unknown.map((text) => `--accept: "${text}" names no finding. Write "<finding>: <reason>".`),
    ...(details === undefined
      ? []
      : [showDetails ? details : 'Add --details for the words of the engine that ran the recipe.']),
    'Nothing was written.' +
      (findings.length === 0 || details !== undefined
        ? ''
        : ` If a finding is right, add --accept "${findings[0]?.name}: <why>".`),
  ].join('\n');
}
