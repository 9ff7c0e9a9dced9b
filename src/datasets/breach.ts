/** What a rule found: how many rows break it, and the line and the value of the first. */
export interface Breach {
  readonly count: number;
  readonly line: number;
  readonly value: string;
}

/** Finds the rows of a text table where `condition` is true; undefined when there are none. */
export type FindBreach = (condition: string, value: string) => Promise<Breach | undefined>;
