/** The names and positions that lead to a field of a file, from the outermost inwards. */
export type FieldPath = readonly PropertyKey[];
