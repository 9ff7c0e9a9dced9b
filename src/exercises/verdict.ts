import type { Verdict as QueryVerdict, VerdictWords } from '#src/checker/verdict.ts';

/** What is said of an answer that is no query: an option, a figure, an order of lines. */
export type PlainVerdict =
  | { readonly kind: 'correct' }
  /** The author foresaw this mistake and wrote the feedback. */
  | { readonly kind: 'known-mistake'; readonly feedback: string; readonly headline?: string }
  /** Wrong, with what can be told of it without giving the answer away. */
  | { readonly kind: 'wrong-answer'; readonly headline: string; readonly body: string }
  /** Nothing that could be right or wrong: no option chosen, text that is no number. It counts as no attempt. */
  | { readonly kind: 'unreadable'; readonly headline: string; readonly body: string };

/** What is said of an answer of any kind. */
export type AnswerVerdict = QueryVerdict | PlainVerdict;

export type AnswerVerdictKind = AnswerVerdict['kind'];

/** A plain verdict in words: what is so, then what to look at. */
export function toPlainVerdictWords(verdict: PlainVerdict): VerdictWords {
  switch (verdict.kind) {
    case 'correct':
      return { headline: 'That is right.', body: '' };
    case 'known-mistake':
      return { headline: verdict.headline ?? 'Not yet.', body: verdict.feedback };
    case 'wrong-answer':
    case 'unreadable':
      return { headline: verdict.headline, body: verdict.body };
  }
}
