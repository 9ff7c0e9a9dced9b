import { ArrivalError } from '#src/engine/browser/arrival-error.ts';

/** Why something could not be done that was not the learner's doing. */
export interface ShownFailure {
  /** A sentence for the learner. */
  readonly failure: string;
  /** Whether only loading the page again helps. */
  readonly reload: boolean;
}

/** What broke when a person's text was run or checked: something did not arrive, or it was us. */
export function toFailure(cause: unknown): ShownFailure {
  return cause instanceof ArrivalError
    ? { failure: cause.message, reload: cause.reload }
    : {
        failure: 'Something went wrong on our side. Your answer is kept. Try again.',
        reload: false,
      };
}
