/**
 * Where real rows that stand together are found: a sample row is one joined row, as the row ids of its parts, or a
 * single row of one table. Witnesses are made of sample rows.
 */
export type SampleRow = readonly { readonly table: string; readonly id: number }[];
