/** Something about a new edition that stops it from being written, unless a person accepts it with a reason. */
export interface EditionFinding {
  /** What it is called on the command line, such as "rivers.csv cut-short" or "rivers rows". */
  readonly name: string;
  /** What was found, in a sentence for a person. */
  readonly says: string;
}

/** A finding that somebody accepted, as the descriptor records it. */
export interface Acceptance {
  readonly finding: string;
  readonly reason: string;
}

/** The findings with names that no two share: the second of a name gets a 2 behind it. */
export function nameApart(findings: readonly EditionFinding[]): EditionFinding[] {
  const uses = new Map<string, number>();
  return findings.map(({ name, says }) => {
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    return { name: use === 1 ? name : `${name} ${use}`, says };
  });
}

/**
 * Reads what follows `--accept`: the name of a finding, a colon and a reason; or a reason alone where there is one
 * finding.
 *
 * @returns The acceptances, and those findings that stay. `unknown` holds texts that name no finding.
 */
export function acceptFindings(
  findings: readonly EditionFinding[],
  texts: readonly string[],
): { accepted: Acceptance[]; left: EditionFinding[]; unknown: string[] } {
  const accepted: Acceptance[] = [];
  const unknown: string[] = [];
  for (const text of texts) {
    const named = findings.find(({ name }) => text.startsWith(`${name}:`));
    const only = named === undefined && findings.length === 1 ? findings[0] : undefined;
    const finding = named ?? only;
    const reason = (named === undefined ? text : text.slice(named.name.length + 1)).trim();
    if (finding === undefined || reason === '') unknown.push(text);
    else accepted.push({ finding: finding.name, reason });
  }
  const left = findings.filter(({ name }) => !accepted.some(({ finding }) => finding === name));
  return { accepted, left, unknown };
}
