/** The text in the editor and the texts that one click brings back. Pure: what is stored is somebody else's matter. */
export interface AnswerText {
  readonly text: string;
  /** Counts the texts that came from a button or from storage rather than from typing. */
  readonly revision: number;
  /** The learner's own text while the solution stands in the editor. */
  readonly ownText: string | null;
  /** The text that Reset took out, until something else is typed. */
  readonly beforeReset: string | null;
  /** The text came from an earlier visit. */
  readonly restored: boolean;
}

export type AnswerTextEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'restored'; readonly text: string }
  | { readonly type: 'solution-shown'; readonly solution: string }
  | { readonly type: 'own-text-back' }
  | { readonly type: 'reset'; readonly starter: string }
  | { readonly type: 'reset-undone' };

export function createAnswerText(starter: string): AnswerText {
  return { text: starter, revision: 0, ownText: null, beforeReset: null, restored: false };
}

/** The texts after something happened. No event loses a text that was typed. */
export function changeAnswerText(state: AnswerText, event: AnswerTextEvent): AnswerText {
  switch (event.type) {
    case 'typed':
      return event.text === state.text
        ? state
        : { ...state, text: event.text, beforeReset: null, restored: false };
    case 'restored':
      // Whoever is typing already goes before the store, however slow it was.
      return state.text === event.text || state.revision > 0
        ? state
        : { ...put(state, event.text), restored: true };
    case 'solution-shown':
      return { ...put(state, event.solution), ownText: state.ownText ?? state.text, beforeReset: null };
    case 'own-text-back':
      return state.ownText === null ? state : { ...put(state, state.ownText), ownText: null };
    case 'reset':
      if (state.text === event.starter && state.ownText === null) return { ...state, restored: false };
      return { ...put(state, event.starter), ownText: null, beforeReset: state.ownText ?? state.text };
    case 'reset-undone':
      return state.beforeReset === null ? state : { ...put(state, state.beforeReset), beforeReset: null };
  }
}

function put(state: AnswerText, text: string): AnswerText {
  return { ...state, text, revision: state.revision + 1, restored: false };
}
