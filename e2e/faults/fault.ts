import type { Locator, Page } from '@playwright/test';

/** An exercise with a query or with a pipeline, or Explore, where something is typed before it breaks; or the page of audits, where nothing is. */
export type FaultPlace = 'exercise' | 'pipeline' | 'explore' | 'audit';

/** One row of the fault table: what breaks, what the page then says, and how a person goes on. The text stays throughout. */
export interface Fault {
  /** What breaks, as the name of the test. */
  readonly fault: string;
  readonly place: FaultPlace;
  /** What is typed, where it is not the text of the place. */
  readonly types?: string;
  /** Breaks what must be broken before the page opens. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Breaks it, or does what shows that it is broken, once the text is typed. `work` is the exercise, or Explore's query part. */
  readonly happens: (page: Page, work: Locator) => Promise<void>;
  /** What the page says, true for this cause and with the way on. */
  readonly says: RegExp;
  /** Takes the cause away, does what the page said, and proves that it works again. */
  readonly recover: (page: Page, work: Locator) => Promise<void>;
}
