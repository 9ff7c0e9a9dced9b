import { toPaperColours } from '#src/charts/chart-palette.ts';
import { toHtmlText } from '#src/charts/take-away/to-chart-page.ts';
import type { ChartMark } from '#src/charts/chart-spec.ts';
import { createSign } from './create-sign.ts';
import type { LegendEntry } from './legend-entries.ts';

const font = 'font-family="system-ui, sans-serif"';
const pad = 16;

interface Picture {
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  readonly mark: ChartMark;
  readonly sources: readonly string[];
}

/** A drawing with its title, legend and source as one SVG that needs nothing of the page: light colours, text as text. */
export function toPictureMarkup({ svg, title, legend, mark, sources }: Picture): {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
} {
  const inner = Number(svg.getAttribute('width'));
  const width = inner + 2 * pad;
  const titles = wrap(title, inner / 10.5);
  const credits = sources.flatMap((source) => wrap(source, inner / 6.2));
  const parts: string[] = [];
  let y = pad;
  for (const line of titles) {
    y += 22;
    parts.push(
      `<text x="${pad}" y="${y}" font-size="18" font-weight="700" ${font} fill="#0b0c0c">${toHtmlText(line)}</text>`,
    );
  }
  y += 12;
  let x = pad;
  for (const [place, entry] of legend.entries()) {
    const entryWidth = 40 + entry.words.length * 7.5;
    if (x > pad && x + entryWidth > width - pad) {
      x = pad;
      y += 22;
    }
    const sign = createSign(entry, mark, `legend${place}`);
    parts.push(
      `<g transform="translate(${x},${y})">${serialise(sign)}<text x="34" y="13" font-size="14" ${font} fill="#0b0c0c">${toHtmlText(entry.words)}</text></g>`,
    );
    x += entryWidth;
  }
  if (legend.length > 0) y += 30;
  parts.push(`<g transform="translate(${pad},${y})">${serialise(svg)}</g>`);
  y += Number(svg.getAttribute('height')) + 4;
  for (const line of credits) {
    y += 16;
    parts.push(
      `<text x="${pad}" y="${y}" font-size="11.5" ${font} fill="#4a5557">${toHtmlText(line)}</text>`,
    );
  }
  const height = Math.ceil(y + pad);
  return {
    markup: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${toHtmlText(title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`,
    width,
    height,
  };
}

function serialise(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.removeAttribute('aria-hidden');
  // The page's own letters are not in the picture.
  return toPaperColours(new XMLSerializer().serializeToString(copy)).replaceAll(
    /font-family: ?inherit/g,
    'font-family: system-ui, sans-serif',
  );
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A picture in dots, twice as many each way as it has pixels. */
export async function toPng({ markup, width, height }: ReturnType<typeof toPictureMarkup>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.scale(2, 2);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))),
      'image/png',
    ),
  );
}
