import type { ResultTable } from '#src/results/result-table.ts';

interface ChartPage {
  readonly title: string;
  /** The drawing's markup, in colours of its own. */
  readonly svg: string;
  readonly words: readonly string[];
  readonly table: ResultTable;
  readonly sources: readonly { readonly words: string; readonly page?: string }[];
}

/** One page of HTML, without a script or anything to fetch, with a chart, its words, its table and its source. */
export function toChartPage({ title, svg, words, table, sources }: ChartPage): string {
  const cells = (tag: 'td' | 'th', values: readonly unknown[]) =>
    values.map((value) => `<${tag}>${toHtmlText(value === null ? '' : String(value))}</${tag}>`).join('');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtmlText(title)}</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #c3cfd0; text-align: left; }
div.table { overflow-x: auto; }
</style>
</head>
<body>
<h1>${toHtmlText(title)}</h1>
<figure style="margin:0" role="img" aria-label="${toHtmlText(words.join(' '))}">
${svg}
</figure>
${words.map((sentence) => `<p>${toHtmlText(sentence)}</p>`).join('\n')}
<div class="table" tabindex="0" role="group" aria-label="Figures of the chart">
<table>
<thead><tr>${cells(
    'th',
    table.columns.map(({ name }) => name),
  )}</tr></thead>
<tbody>
${table.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}
</tbody>
</table>
</div>
${sources.map(({ words: text, page }) => `<p>${toHtmlText(text)}${page === undefined ? '' : ` <a href="${toHtmlText(page)}">${toHtmlText(page)}</a>`}</p>`).join('\n')}
</body>
</html>
`;
}

export function toHtmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
