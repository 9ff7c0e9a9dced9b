import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ChartData } from '#src/charts/chart-data.ts';
import { sourceWords } from '#src/charts/take-away/chart-source.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { toChartTitle } from '#src/charts/describe-chart.ts';
import { toDrawnTable } from '#src/charts/take-away/drawn-table.ts';
import { hexCredit } from '#src/charts/hexmaps/hex-layout.ts';
import { toChartPage } from '#src/charts/take-away/to-chart-page.ts';
import { toPlotCode } from '#src/charts/take-away/to-plot-code.ts';
import { toSnippets } from '#src/charts/take-away/to-snippets.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import { copyText, offerFile } from '../query/browser-files.ts';
import { toCsv } from '../query/to-csv.ts';
import { Choice } from './ChartControls.tsx';
import { toLegendEntries } from './legend-entries.ts';
import type { ChartSource } from './load-chart-source.ts';
import { toPictureMarkup, toPng } from './to-picture-markup.ts';

interface Props {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  readonly words: readonly string[];
  readonly source: ChartSource;
  readonly text: string;
  readonly language: CodeLanguage;
  readonly fileName: string;
  /** The drawing, once there is one. */
  readonly svg: SVGSVGElement | undefined;
}

/** The ways to take a chart along: as a picture, as its figures, as a page, and as code that reads the same data. */
export function TakeChart({ spec, data, words, source, text, language, fileName, svg }: Props): ReactNode {
  const [note, setNote] = useState('');
  const title = toChartTitle(spec, data);
  const drawn = toDrawnTable(data);
  const sources = [
    ...source.datasets.map((dataset) => ({ words: sourceWords(dataset), page: dataset.page })),
    ...(spec.mark === 'hexmap' ? [{ words: hexCredit }] : []),
  ];
  const picture = (drawing: SVGSVGElement) =>
    toPictureMarkup({
      svg: drawing,
      title,
      mark: spec.mark,
      legend: toLegendEntries(spec, data),
      sources: sources.map((each) => each.words),
    });
  const savePng = async (drawing: SVGSVGElement) => {
    try {
      const url = URL.createObjectURL(await toPng(picture(drawing)));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${fileName}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (cause) {
      console.error(cause);
      setNote('Your browser could not make this picture. Download SVG instead.');
    }
  };
  const button = (label: string, onUse: () => void) => (
    <button type="button" className="app-link-button" onClick={onUse}>
      {label}
    </button>
  );
  return (
    <div className="app-chart__take">
      <div className="app-result__actions">
        {svg &&
          button('Download SVG', () => offerFile(`${fileName}.svg`, 'image/svg+xml', picture(svg).markup))}
        {svg && button('Download PNG', () => void savePng(svg))}
        {button('Download CSV of what is drawn', () =>
          offerFile(`${fileName}-drawn.csv`, 'text/csv', toCsv(drawn.table)),
        )}
        {svg &&
          button('Download as a web page', () =>
            offerFile(
              `${fileName}.html`,
              'text/html',
              toChartPage({ title, svg: picture(svg).markup, words, table: drawn.table, sources }),
            ),
          )}
        <span role="status">{note}</span>
      </div>
      <TakeCode
        snippets={[
          ...toSnippets(text, language, source.datasets),
          {
            language: 'Observable Plot (the chart)',
            fileName: 'chart.mjs',
            code: toPlotCode(spec, data, drawn.names, `${fileName}-drawn`),
          },
        ]}
      />
    </div>
  );
}

function TakeCode({ snippets }: { readonly snippets: ReturnType<typeof toSnippets> }): ReactNode {
  const id = useId();
  const [at, setAt] = useState(0);
  const [note, setNote] = useState('');
  const snippet = snippets[at];
  if (!snippet) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Take it with you as code</span>
      </summary>
      <div className="govuk-details__text">
        <Choice
          id={`${id}language`}
          label="For"
          value={String(at)}
          options={snippets.map(({ language }, index) => ({ value: String(index), words: language }))}
          onChoose={(value) => {
            setAt(Number(value));
            setNote('');
          }}
        />
        <pre
          className="app-code app-chart__code"
          tabIndex={0}
          aria-label={`Code for ${snippet.language}`}
          role="group"
        >
          <code>{snippet.code}</code>
        </pre>
        <button
          type="button"
          className="app-link-button"
          onClick={() =>
            void copyText(snippet.code).then((done) =>
              setNote(done ? 'Copied.' : 'Your browser did not allow copying. Select the text instead.'),
            )
          }
        >
          Copy the code
        </button>{' '}
        <span role="status">{note}</span>
      </div>
    </details>
  );
}
