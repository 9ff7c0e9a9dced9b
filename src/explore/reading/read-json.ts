import { findJsonFault } from './find-json-fault.ts';
import { FileProblem } from '../own-table.ts';
import type { ValueRows } from './pack-rows.ts';

/**
 * Rows from JSON: an array of objects, an object that holds one such array, or one object a line. Keys become columns
 * in the order in which they first come.
 *
 * @throws FileProblem with the line, where the text is no JSON, or with what was expected.
 */
export function readJson(text: string): ValueRows {
  const trimmed = text.trim();
  const whole = tryParse(trimmed);
  if (whole.ok) return toRows(whole.value);
  const lines = text.split('\n');
  const firstLine = lines.find((line) => line.trim() !== '') ?? '';
  if (!trimmed.startsWith('[') && writesJsonObject(firstLine)) return readJsonLines(lines);
  const at = findJsonFault(text) ?? 0;
  const line = text.slice(0, at).split('\n').length;
  const found = text.slice(at).trim().split('\n')[0]?.slice(0, 40);
  throw new FileProblem(
    `This file is not JSON: line ${line} cannot be read. ${found ? `It stops making sense at “${found}”.` : 'The file ends too early.'} Mend it, then choose the file again.`,
  );
}

function readJsonLines(lines: readonly string[]): ValueRows {
  const objects = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = tryParse(line);
    if (parsed.ok && isJsonObject(parsed.value)) return [parsed.value];
    const start = line.trim().slice(0, 60);
    throw new FileProblem(
      `Line ${index + 1} of this file cannot be read. Expected one JSON object, such as {"name": "value"}; found “${start}”. Mend the line, then choose the file again.`,
    );
  });
  return objectsToRows(objects, []);
}

function toRows(value: unknown): ValueRows {
  if (Array.isArray(value)) return arrayToRows(value, []);
  if (isJsonObject(value)) {
    const lists = Object.entries(value).filter(([, each]) => Array.isArray(each) && each.some(isJsonObject));
    const [only] = lists;
    if (only && lists.length === 1) {
      return arrayToRows(only[1] as unknown[], [`The rows are those of “${only[0]}” in the file.`]);
    }
    return objectsToRows([value], ['The file holds a single object, so the table has one row.']);
  }
  throw new FileProblem(
    `Expected a JSON array of objects, such as [{"name": "value"}]; found ${JSON.stringify(value).slice(0, 60)}.`,
  );
}

function arrayToRows(values: readonly unknown[], notes: readonly string[]): ValueRows {
  const odd = values.findIndex((value) => !isJsonObject(value));
  if (odd < 0) return objectsToRows(values as Record<string, unknown>[], notes);
  throw new FileProblem(
    `Expected a JSON array of objects, such as [{"name": "value"}]; item ${odd + 1} is ${JSON.stringify(values[odd]).slice(0, 60)}.`,
  );
}

function objectsToRows(objects: readonly Record<string, unknown>[], notes: readonly string[]): ValueRows {
  const headings = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const rows = objects.map((object) => headings.map((heading) => object[heading]));
  const nested = headings.filter((_heading, index) =>
    rows.some((row) => typeof row[index] === 'object' && row[index] !== null),
  );
  return {
    headings,
    rows,
    notes:
      nested.length === 0
        ? notes
        : [...notes, `Lists and objects inside a row stay as JSON text: ${nested.slice(0, 5).join(', ')}.`],
  };
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writesJsonObject(text: string): boolean {
  const parsed = tryParse(text);
  return parsed.ok && isJsonObject(parsed.value);
}

function tryParse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
