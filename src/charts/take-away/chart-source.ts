/** Where the figures of a chart come from. Addresses are absolute: they leave the site with the chart. */
export interface ChartDataset {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly period: string;
  readonly licence: { readonly name: string; readonly url: string; readonly attribution: string };
  readonly page: string;
  readonly tables: readonly {
    readonly name: string;
    readonly csv: string;
    readonly parquet: string;
    readonly columns: readonly { readonly name: string; readonly type: string }[];
  }[];
}

/** The line under a chart: who published the figures and what others may do with them. */
export function sourceWords({ title, licence }: Pick<ChartDataset, 'title' | 'licence'>): string {
  return `Source: ${title}. ${licence.attribution.replace(/^Source: /, '').replace(/\.?$/, '.')}${/licen[cs]e|OGL|CC BY/i.test(licence.attribution) ? '' : ` ${licence.name}.`}`;
}
