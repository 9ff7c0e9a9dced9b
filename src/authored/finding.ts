/** What an author must mend, by the path of the field in the file. */
export interface Finding {
  /** Field names joined with dots, such as `wrong.0.answer`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy?: string;
}
