import { z } from 'zod';

export const compareSchema = z
  .strictObject({
    order: z
      .enum(['required', 'ignored'])
      .default('ignored')
      .describe('Use "required" only when the task asks for an order.'),
    ties: z
      .enum(['none', 'any-order'])
      .default('none')
      .describe(
        'Where order is "required": "none" when the sort keys of the model answer settle the order of all rows, "any-order" when rows that tie on them may stand in any order.',
      ),
    columnNames: z
      .enum(['required', 'ignored'])
      .default('ignored')
      .describe('Use "required" only when the task names the columns.'),
    columns: z
      .enum(['exact', 'any-order'])
      .default('exact')
      .describe('Use "any-order" when the task leaves open in which order the columns stand.'),
    tolerance: z
      .number()
      .min(0)
      .default(0)
      .describe(
        'How far a number may be from the expected one and still count as equal, in the unit of the column.',
      ),
  })
  .describe("How a result is compared with the model answer's.");

export type Compare = z.infer<typeof compareSchema>;
