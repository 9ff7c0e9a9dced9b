import { z } from 'zod';
import { chartAggregates, chartMarks, sortOrders, type ChartSpec } from '#src/charts/chart-spec.ts';

const column = z.string().min(1);

/** A chart as an author writes it. */
export const chartField = z
  .strictObject({
    mark: z.enum(chartMarks).describe('The kind of chart.'),
    x: column.optional().describe('The column across.'),
    y: column.optional().describe('The column that goes up.'),
    colour: column.optional().describe('The column of the colour.'),
    facet: column.optional().describe('The column of small multiples.'),
    aggregate: z.enum(chartAggregates).default('none').describe('What is drawn of rows that share a place.'),
    sort: z.enum(sortOrders).default('table').describe('The order of groups.'),
    title: z.string().max(160).default('').describe('Left out, the chart names itself.'),
    cutAxis: z
      .boolean()
      .optional()
      .describe('Wrong on purpose: the axis of values begins near the smallest.'),
    second: column.optional().describe('Wrong on purpose: a column on a second axis.'),
    mixedColours: z.boolean().optional().describe('Wrong on purpose: colours of figures stand in no order.'),
  })
  .describe('A chart of the result.');

export type ChartFieldValue = z.infer<typeof chartField>;

/** An author's chart as it is drawn. */
export function toChartSpec(field: ChartFieldValue): ChartSpec {
  const { cutAxis, second, mixedColours, x, y, colour, facet, ...rest } = field;
  const faults = {
    ...(cutAxis && { cutAxis }),
    ...(second !== undefined && { second }),
    ...(mixedColours && { mixedColours }),
  };
  return {
    ...rest,
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
    ...(colour !== undefined && { colour }),
    ...(facet !== undefined && { facet }),
    ...(Object.keys(faults).length > 0 && { faults }),
  };
}
