import type { DatasetAsset } from '#src/datasets/assets.ts';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';

type Cited = Pick<DatasetDescriptor, 'publisher' | 'title' | 'dates' | 'source' | 'licence'>;

/**
 * How to name a dataset in a paper, with the version of our tidy copy.
 *
 * @example
 * 'NHS England (2026). A&E attendances [dataset]. Tidied by Lunchtime Code Club, version 1a2b3c4d5e6f. https://… OGL v3.0.'
 */
export function toCitation(
  { publisher, title, dates, source, licence }: Cited,
  { sha256 }: Pick<DatasetAsset, 'sha256'>,
): string {
  const year = dates.published === undefined ? '' : ` (${dates.published.slice(0, 4)})`;
  return [
    `${publisher}${year}.`,
    `${title} [dataset].`,
    `Tidied by Lunchtime Code Club, version ${sha256.slice(0, 12)}.`,
    `${source.page}.`,
    `${licence.name}.`,
  ].join(' ');
}
