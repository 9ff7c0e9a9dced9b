import sheet from './chart.scss?inline';

let isThere = false;

/**
 * Adds the styles of charts to the page. They come as text with the script that draws: a style sheet of their own would be
 * fetched by every page, charts or none.
 */
export function addChartStyles(): void {
  if (isThere) return;
  isThere = true;
  const style = document.createElement('style');
  style.textContent = sheet;
  document.head.append(style);
}
