import type { MeasuredLink, Quality } from '#src/quality/quality.ts';

interface End {
  readonly dataset: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** A measured link with both its ends named. */
export interface NamedLink {
  readonly from: End;
  readonly fromTitle: string;
  readonly to: End;
  readonly toTitle: string;
  readonly link: MeasuredLink;
  /** True where the dataset in question looks up another; false where another looks it up. */
  readonly outward: boolean;
  /** True where both tables are of the same dataset. */
  readonly own: boolean;
}

/** Every link from a dataset and to it, its own first, then those it makes, then those that others make. */
export function findLinks(id: string, quality: Quality, titles: ReadonlyMap<string, string>): NamedLink[] {
  const all = Object.values(quality).flatMap((dataset) =>
    dataset.tables.flatMap((table) =>
      table.links.map((link) => ({
        from: { dataset: dataset.id, table: table.name, columns: link.columns },
        link,
      })),
    ),
  );
  const named = all
    .filter(({ from, link }) => from.dataset === id || link.to.dataset === id)
    .map(({ from, link }) => ({
      from,
      fromTitle: titles.get(from.dataset) ?? from.dataset,
      to: link.to,
      toTitle: titles.get(link.to.dataset) ?? link.to.dataset,
      link,
      outward: from.dataset === id,
      own: from.dataset === id && link.to.dataset === id,
    }));
  const rank = ({ own, outward }: NamedLink) => (own ? 0 : outward ? 1 : 2);
  return named.sort((a, b) => rank(a) - rank(b));
}
