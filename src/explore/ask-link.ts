/** The part of an address of the Explore page that asks for a prepared question. */
const pattern = /^#ask=([a-z][a-z0-9-]*)(?:\.([0-9]))?$/;

/** A prepared question of a dataset, counted from 0. */
export interface AskedQuestion {
  readonly datasetId: string;
  readonly index: number;
}

/**
 * What stands after the Explore page's address to open it with a question of a dataset.
 *
 * @example
 * toAskLink('nhs-ae', 2) // => '#ask=nhs-ae.2'
 */
export function toAskLink(datasetId: string, index = 0): string {
  return `#ask=${datasetId}${index === 0 ? '' : `.${index}`}`;
}

/** The question that a part of an address from `#` on asks for; undefined where it asks for none. */
export function parseAskLink(hash: string): AskedQuestion | undefined {
  const [, datasetId, index = '0'] = pattern.exec(hash) ?? [];
  return datasetId === undefined ? undefined : { datasetId, index: Number(index) };
}
