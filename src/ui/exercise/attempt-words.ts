import type { VerdictWords } from '#src/checker/verdict.ts';
import { toRunAnnouncement } from '../query/run-words.ts';
import type { ShownRun } from '../run/shown-run.ts';

/** A verdict as screen readers say it: its sentences without the marks for code and bold. */
export function toSpokenVerdict({ headline, body }: VerdictWords): string {
  return `${headline} ${body}`.replace(/`|\*\*/g, '');
}

type State = Parameters<typeof toRunAnnouncement>[0] & {
  readonly shown: ShownRun<{ readonly words: VerdictWords }> | undefined;
};

/** What screen readers say as an answer is run or checked. */
export function toAttemptAnnouncement(state: State): string {
  const { doing, shown } = state;
  if (doing === 'nothing' && shown?.judged && !shown.failure) return toSpokenVerdict(shown.judged.words);
  return toRunAnnouncement(state);
}
