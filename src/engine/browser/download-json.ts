import { openSource, toWrongFile } from './open-source.ts';
import type { SourceOptions } from './open-source.ts';

/** Fetch a small document. Rejects with an ArrivalError when it does not come, stands still or is not JSON. */
export async function downloadJson(url: string, options: SourceOptions): Promise<unknown> {
  const source = await openSource(url, options);
  try {
    return (await new Response(source.stream).json()) as unknown;
  } catch {
    throw source.failure() ?? toWrongFile(options.label, source);
  }
}
