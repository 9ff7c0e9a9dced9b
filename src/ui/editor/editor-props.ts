import type { RefObject } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';

/** A mistake to mark in the text. */
export interface EditorProblem {
  readonly place: TextRange;
  readonly message: string;
}

/** What the page can ask of whichever editor is shown. */
export interface EditorHandle {
  /** Puts the cursor into the editor, with `range` selected when it is given. */
  readonly focus: (range?: TextRange) => void;
}

/** What both editors take. */
export interface EditorProps {
  readonly id: string;
  readonly language: CodeLanguage;
  /** The name that screen readers say. */
  readonly label: string;
  /** Id of the element that explains the keys. */
  readonly describedBy: string;
  readonly text: string;
  /** Counts the texts that came from a button rather than from typing: an editor takes `text` over when it changes. */
  readonly revision: number;
  readonly readOnly: boolean;
  readonly tables: readonly TableDescriptor[];
  /** Words that phones offer as keys, the most useful first. The same while the server draws. */
  readonly keys: readonly string[];
  readonly problem: EditorProblem | undefined;
  readonly handle: RefObject<EditorHandle | null>;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** Lines that an empty editor shows, and the most it grows to before it scrolls. */
export const lineLimits = { fewest: 5, most: 24 } as const;
