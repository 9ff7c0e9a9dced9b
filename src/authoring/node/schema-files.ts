import { z } from 'zod';
import { draftSchema } from '#src/datasets/draft.ts';
import { glossarySchema } from '#src/lessons/glossary.ts';
import { lessonFiguresSchema } from '#src/lessons/figures/lesson-figures.ts';
import { kinds } from '#src/exercises/kinds.ts';

/** An exercise of any kind: editors choose by its field `kind`. */
const exerciseSchema = z.union(Object.values(kinds).map(({ schema }) => schema as z.ZodType));

/** The JSON Schemas that editors use to complete and check what trainers write: path from the root, and text. */
export function schemaFiles(): { path: string; text: string }[] {
  return [
    { path: 'schemas/dataset.schema.json', text: toJsonSchemaText('A dataset', draftSchema) },
    { path: 'schemas/exercise.schema.json', text: toJsonSchemaText('An exercise', exerciseSchema) },
    {
      path: 'schemas/figures.schema.json',
      text: toJsonSchemaText('Figures of a lesson', lessonFiguresSchema),
    },
    { path: 'schemas/glossary.schema.json', text: toJsonSchemaText('The glossary', glossarySchema) },
  ];
}

function toJsonSchemaText(title: string, schema: z.ZodType): string {
  // "input": what a person writes, where a field with a default may be left out.
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
