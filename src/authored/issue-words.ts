import type { z } from 'zod';
import { countWords } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { FieldPath } from './field-path.ts';
import { fieldNames, schemaAt } from './schema-at.ts';

/** What a schema found wrong, in plain words. */
export interface IssueWords {
  readonly path: FieldPath;
  readonly expected: string;
  readonly found: string;
  readonly remedy?: string;
}

/**
 * Puts one of Zod's issues in words: one for each field that is wrong.
 *
 * A rule of the schema's own (`refine`, `regex` and the like) gives what it expects as its message, such as "a table
 * of this dataset", and may give `params: { found, remedy }`. Else the field's description tells how to mend it.
 */
export function issueWords(schema: z.ZodType, authored: unknown, issue: z.core.$ZodIssue): IssueWords[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(schema, issue.path, issue.keys);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return [
      { path: issue.path, expected: unionExpectation(issue), found: describe(valueAt(authored, issue.path)) },
    ];
  }
  const params = issue.code === 'custom' ? issue.params : undefined;
  const remedy = asText(params?.['remedy']) ?? schemaAt(schema, issue.path)?.description;
  return [
    {
      path: issue.path,
      expected: expectation(issue),
      found: asText(params?.['found']) ?? measure(issue, valueAt(authored, issue.path)),
      ...(remedy === undefined ? {} : { remedy }),
    },
  ];
}

function unknownFields(schema: z.ZodType, path: FieldPath, keys: readonly string[]): IssueWords[] {
  const known = fieldNames(schemaAt(schema, path));
  return keys.map((key) => ({
    path: [...path, key],
    expected: known.length > 0 ? `one of the fields ${known.join(', ')}` : 'a field that this file can have',
    found: `"${key}"`,
    remedy: 'Check the spelling and the indent, or remove the field.',
  }));
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  const choices = issue.errors.flatMap((errors) => errors.slice(0, 1).map(expectation));
  return listWords([...new Set(choices)], 'or');
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'nothing',
};

const FORMATS: Record<string, string> = {
  date: 'a date such as 2025-12-31',
  url: 'a web address that begins with https://',
};

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return listWords(
        issue.values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))),
        'or',
      );
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${amount(issue.minimum, issue.origin)}`
        : `a number ${issue.inclusive === false ? 'above' : 'of at least'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at most ${amount(issue.maximum, issue.origin)}`
        : `a number ${issue.inclusive === false ? 'below' : 'of at most'} ${issue.maximum}`;
    case 'invalid_format':
      return (
        FORMATS[issue.format] ??
        (issue.message.startsWith('Invalid ') ? `a valid ${issue.format}` : issue.message)
      );
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? listWords(
            issue.options.map((option) => `"${String(option)}"`),
            'or',
          )
        : 'another kind of value';
    default:
      return issue.message;
  }
}

/** What was found: for a length that is wrong, the length rather than the whole text. */
function measure(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return describe(value);
  if (typeof value === 'string') return amount(value.trim().length, 'string');
  return Array.isArray(value) ? amount(value.length, 'array') : describe(value);
}

function amount(count: number | bigint, origin: string): string {
  return countWords(count, origin === 'string' ? 'character' : 'item');
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${amount(value.length, 'array')}`;
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}

function valueAt(authored: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    authored,
  );
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
