import type { Keeping } from './kept-text.ts';

/** Why what is done is not stored in the database of this browser. */
export type StoringProblem = 'full' | 'superseded' | 'outdated' | 'late' | 'refused';

/** The problem that an error of the browser stands for. */
export function toStoringProblem(error: unknown): StoringProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'outdated';
    case 'TimeoutError':
      return 'late';
    default:
      return 'refused';
  }
}

const kept: Readonly<Record<Keeping, string>> = {
  browser: 'You can carry on: what you do is kept for now, also when you reload this page.',
  tab: 'You can carry on: what you do is kept until you close this tab, also when you reload this page.',
  page: 'You can carry on: your work is kept until you close or reload this page.',
};

/** Why nothing can be saved, what becomes of the work and what to do, as sentences for the page. */
export function explainStoringProblem(problem: StoringProblem, keeping: Keeping): string {
  const words = kept[keeping];
  switch (problem) {
    case 'full':
      return `There is no room left in this browser to save your work. ${words} Free some space on this device, or export your progress to a file.`;
    case 'superseded':
      return `A newer version of this site is open in another tab. ${words} ${toReload[keeping]}`;
    case 'outdated':
      return `This page is older than your saved work. ${words} ${toReload[keeping]}`;
    case 'late':
      return `Your browser takes too long to reach your saved work. ${words} It is saved as soon as the browser answers. If it does not, close other tabs of this site.`;
    case 'refused':
      return `Your browser does not let this site save your work. ${words} ${toExport[keeping]}`;
  }
}

const toReload: Readonly<Record<Keeping, string>> = {
  browser: 'Reload this page to save it again.',
  tab: 'Reload this page to save it again.',
  page: 'Copy your answer, then reload this page to save your work again.',
};

const toExport: Readonly<Record<Keeping, string>> = {
  browser: 'Export your progress to a file before you leave.',
  tab: 'Export your progress to a file before you leave.',
  page: 'Copy your answer before you leave.',
};

/** The database was emptied while this page was open. */
export function toEmptiedNote(holdsWork: boolean): string {
  const emptied = 'What this site had saved in this browser was deleted while this page was open.';
  return holdsWork ? `${emptied} What you did on this page has been saved again.` : emptied;
}
