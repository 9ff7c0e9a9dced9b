const untilClosed = 'You can carry on: your work is kept until you close this page.';

/** A newer page asked this one to let go of the database. */
export const supersededReason = `A newer version of this site is open in another tab. ${untilClosed} Reload this page to save it again.`;

/** Why nothing can be saved and what to do, as sentences for the page. */
export function explainStoringProblem(error: unknown): string {
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return `There is no room left in this browser to save your work. ${untilClosed} Free some space on this device, or export your progress to a file.`;
    case 'VersionError':
      return `This page is older than your saved work. ${untilClosed} Reload this page to save it again.`;
    case 'TimeoutError':
      return `Your browser takes too long to reach your saved work. ${untilClosed} Close other tabs of this site, or reload this page.`;
    default:
      return `Your browser does not let this site save your work. ${untilClosed} Export your progress to a file before you leave.`;
  }
}
