import type { EditorProblem } from '../editor/editor-props.ts';
import type { ShownRun } from '../run/shown-run.ts';

/** The mistake to mark in the editor: where the last run failed, as long as `text` is still what was run. */
export function toEditorProblem(shown: ShownRun | undefined, text: string): EditorProblem | undefined {
  if (shown?.text !== text || shown.outcome?.status !== 'error') return undefined;
  const { place, message } = shown.outcome.error;
  return place && { place, message };
}
