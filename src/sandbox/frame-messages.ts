import type { PipelineRequest } from './pipeline-reply.ts';

/**
 * What a page asks of the sandbox's frame, over a port of their own. Runs with the same `series`, one after another, share a
 * worker; `endSeries` lets it go.
 */
export type FrameRequest =
  | { readonly run: number; readonly request: PipelineRequest; readonly series?: number }
  | { readonly stop: number }
  | { readonly endSeries: number };

/** What a frame says of itself. `refused`: the host's policy forbids to run a text as JavaScript. */
export type FrameState = 'ready' | 'refused';

/** What the frame sends. Nothing of it may be trusted before it was parsed. */
export type FrameMessage =
  | { readonly state: FrameState }
  | { readonly run: number; readonly reply: unknown }
  /** The worker ended without a reply. */
  | { readonly run: number; readonly died: true };

/** A message of the frame; undefined when it is none. */
export function parseFrameMessage(value: unknown): FrameMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { state, run, reply, died } = value as Partial<Record<'state' | 'run' | 'reply' | 'died', unknown>>;
  if (state === 'ready' || state === 'refused') return { state };
  if (typeof run !== 'number') return undefined;
  return died === true ? { run, died } : { run, reply };
}
