import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import type { Audit, AuditColumn, AuditFinding } from '../audit.ts';
import {
  levelWords,
  madeWords,
  otherTableWords,
  personalAdvice,
  personalWords,
  placeHeading,
  summaryWords,
} from './audit-words.ts';
import { reportStyles } from './report-styles.ts';

/** Text that stands for itself in HTML, also inside an attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const paragraph = (text: string, name = '') =>
  `<p${name === '' ? '' : ` class="${name}"`}>${escapeHtml(text)}</p>`;
const list = (sentences: readonly string[]) =>
  `<ul>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>`;

/**
 * An audit as one page to keep: its own styles, no script, nothing from elsewhere. Whatever stands in the audited file is
 * text in it.
 */
export function toAuditHtml(audit: Audit): string {
  const { file, table, personal, findings, dimensions, reading, remarks, checked, limits, version } = audit;
  const facts: readonly (readonly [string, string])[] = [
    ['File', file.name],
    ['Size', countWords(file.bytes, 'byte')],
    ['SHA-256', file.sha256],
    [
      'Table',
      `${table.name}: ${countWords(table.rowCount, 'row')}, ${countWords(table.columnCount, 'column')}`,
    ],
    ['Made', madeWords(audit)],
    ['By', `Lunchtime Code Club ${version}, in the browser or on the computer of whoever made it`],
  ];
  const parts = [
    `<h1>Audit of ${escapeHtml(file.name)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`,
    ...otherTableWords(audit).map((words) => paragraph(words)),
    personal.length === 0
      ? paragraph('No personal data were recognised. That is no proof that there are none.')
      : `<section class="stop"><h2>Stop: this file may hold personal data</h2>${list(personal.map((each) => personalWords(each, audit)))}${list(personalAdvice)}</section>`,
    `<h2>Likely faults</h2>${paragraph(summaryWords(audit))}`,
    ...findings.map((finding) => toFinding(audit, finding)),
    '<h2>The six dimensions of data quality</h2>',
    paragraph('After the Government Data Quality Framework.', 'muted'),
    ...dimensions.map(
      ({ name, question, measured, cannotTell }) =>
        `<h3>${name}</h3>${paragraph(question, 'muted')}${list(measured)}<p><strong>Cannot be told from the file:</strong> ${escapeHtml(cannotTell)}</p>`,
    ),
    '<h2>Columns</h2>',
    toColumns(audit),
    ...section('How it was read', reading),
    ...section('Notes in the file', remarks.slice(0, 50)),
    ...section('What was looked for', checked),
    ...section('Limits', limits),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit of ${escapeHtml(file.name)}</title>
<style>${reportStyles}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`<h2>${title}</h2>${list(sentences)}`];
}

function toFinding(
  audit: Audit,
  { title, column, level, dimension, says, advice, examples }: AuditFinding,
): string {
  const where = column === undefined ? '' : ` in “${escapeHtml(column)}”`;
  const head = `<h3>${escapeHtml(title)}${where}</h3>${paragraph(`${levelWords(level)}. ${dimension}.`, 'muted')}${paragraph(says)}${paragraph(advice)}`;
  if (!examples || examples.rows.length === 0) return head;
  const { headings, rows } = examples;
  const hasNotes = rows.some(({ note }) => note !== undefined);
  const heads = [placeHeading(audit), ...headings, ...(hasNotes ? ['Note'] : [])]
    .map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`)
    .join('');
  const body = rows.map(({ place, cells, marked, note = '' }) => {
    const shown = cells.map((cell, index) => {
      const text = cell === '' ? '<span class="muted">empty</span>' : escapeHtml(cell);
      return `<td>${marked.includes(index) ? `<mark>${text}</mark>` : text}</td>`;
    });
    return `<tr><th scope="row">${numberWords(place)}</th>${shown.join('')}${hasNotes ? `<td>${escapeHtml(note)}</td>` : ''}</tr>`;
  });
  return `${head}<div class="scroll"><table><caption>The first rows</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function toColumns({ columns, table }: Audit): string {
  const heads = ['Column', 'Type', 'Filled', '', 'Different values', 'From least to most']
    .map((heading) => (heading === '' ? '<td></td>' : `<th scope="col">${heading}</th>`))
    .join('');
  const body = columns.map((column) => toColumnRow(column, table.rowCount)).join('');
  return `<div class="scroll"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function toColumnRow({ heading, type, filled, distinct, range = '' }: AuditColumn, rowCount: number): string {
  const width = rowCount === 0 ? 0 : Math.round((1000 * filled) / rowCount) / 10;
  const bar = `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="fill" width="${width}" height="10"/></svg>`;
  return `<tr><th scope="row">${escapeHtml(heading)}</th><td>${type}</td><td class="number">${shareWords(filled, rowCount)}</td><td>${bar}</td><td class="number">${numberWords(distinct)}</td><td>${escapeHtml(range)}</td></tr>`;
}
