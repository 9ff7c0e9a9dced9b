import { toUndecidedReason } from '#src/checker/undecided-reason.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import type { Limited } from '#src/engine/engine.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';

/** The verdict of a check that came to no end. */
export function toUndecidedCheck(
  used: Exclude<Limited<unknown>, { status: 'ok' }>,
  language: CodeLanguage,
): Verdict {
  return { kind: 'undecided', reason: toReason(used, language) };
}

function toReason(used: Parameters<typeof toUndecidedCheck>[0], language: CodeLanguage): string {
  switch (used.status) {
    case 'timeout':
      return toUndecidedReason('stopped', codeWords[language].answer);
    case 'cancelled':
      return 'The check was stopped. Check again when you are ready.';
    case 'failed':
      return used.message;
  }
}
