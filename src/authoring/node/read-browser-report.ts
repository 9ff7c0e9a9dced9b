/** How many tests passed and failed, and which of those that passed needed a second try. */
export interface BrowserTally {
  readonly passed: number;
  readonly failed: number;
  /** `<file> › <title>`, with the titles of the groups it stands in. */
  readonly secondTries: readonly string[];
}

/** What we read of Playwright's JSON report. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly suites: readonly Suite[];
}

interface Suite {
  /** The file's name for a file, else the title of the group. */
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[];
}

/**
 * Reads the report that Playwright's own JSON reporter wrote. A test that passed at its second try counts as passed, and
 * is named: it tells of something that fails now and then.
 */
export function readBrowserReport(report: unknown): BrowserTally {
  const { stats, suites } = report as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    // A skipped browser test proves nothing, so it counts as failed.
    failed: stats.unexpected + stats.skipped,
    secondTries: suites.flatMap((suite) => flakyIn(suite, [])),
  };
}

function flakyIn({ title, specs, suites = [] }: Suite, above: readonly string[]): string[] {
  const path = [...above, title];
  return [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map((spec) => [...path, spec.title].join(' › ')),
    ...suites.flatMap((suite) => flakyIn(suite, path)),
  ];
}
