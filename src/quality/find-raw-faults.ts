import { isReordered, type RawForm, type RawReading } from '#src/datasets/raw-form.ts';
import { listWords } from '#src/words/list-words.ts';
import type { EditionFinding } from './edition-finding.ts';

/**
 * What is wrong with a publisher's file, by itself and against its form when the tables were last made. Line ends of
 * another kind and columns in another order are no faults: they are put back before the recipe reads the file.
 *
 * @param name - The name of the file.
 * @param known - Undefined where it was never made before.
 */
export function findRawFaults(
  name: string,
  { form, fault }: RawReading,
  known: RawForm | undefined,
): EditionFinding[] {
  const finding = (what: string, says: string): EditionFinding => ({
    name: `${name} ${what}`,
    says: `${name} ${says}`,
  });
  if (fault === 'empty') return [finding('empty', 'is empty: it has no row.')];
  if (fault === 'web-page') {
    return [
      finding(
        'web-page',
        'is a web page and no table. Perhaps the address has moved, or asks for a sign-in.',
      ),
    ];
  }
  if (fault === 'cut-short') return [finding('cut-short', 'ends in the middle of a row: it was cut short.')];
  const findings: EditionFinding[] = [];
  if (form.encoding === 'UTF-16' || (form.encoding === 'Windows-1252' && known?.encoding === 'UTF-8')) {
    const was = known === undefined ? '' : `, and was in ${known.encoding}`;
    findings.push(
      finding('encoding', `is in ${form.encoding}${was}. Letters with accents and £ may come out wrong.`),
    );
  }
  if (form.lineEnds === 'mixed' && known?.lineEnds !== 'mixed')
    findings.push(finding('line-ends', 'has line ends of two kinds, so some rows may run into each other.'));
  if (known?.endsLine === true && !form.endsLine)
    findings.push(
      finding('cut-short', 'does not end with a line end, as it did before: it may be cut short.'),
    );
  const headings = describeHeadings(form.headings ?? [], known?.headings ?? form.headings ?? []);
  if (headings !== undefined) findings.push(finding('headings', `has other headings: ${headings}.`));
  return findings;
}

function describeHeadings(now: readonly string[], known: readonly string[]): string | undefined {
  if (now.join('\0') === known.join('\0') || isReordered(now, known)) return undefined;
  const gone = known.filter((heading) => !now.includes(heading));
  const added = now.filter((heading) => !known.includes(heading));
  const quote = (headings: readonly string[]) => listWords(headings.slice(0, 5).map((each) => `"${each}"`));
  const parts = [
    ...(gone.length === 0 ? [] : [`${quote(gone)} ${gone.length === 1 ? 'is' : 'are'} gone`]),
    ...(added.length === 0 ? [] : [`${quote(added)} ${added.length === 1 ? 'is' : 'are'} new`]),
  ];
  return parts.length === 0 ? 'some stand twice or in another order' : parts.join(', and ');
}
