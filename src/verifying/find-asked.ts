import { findNearest } from '#src/engine/explain/nearest.ts';

/** Which exercises somebody asked for, by name. */
export type AskedExercises =
  { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly sentence: string };

/**
 * The exercises that names on the command line stand for: an exercise's id, the id of its lesson or track, or the path of
 * its file.
 *
 * @example
 * findAsked(['lessons/asking/01-first/busiest.yaml'], ['asking/01-first/busiest'])
 * // => { ok: true, ids: ['asking/01-first/busiest'] }
 */
export function findAsked(names: readonly string[], known: readonly string[]): AskedExercises {
  const ids = new Set<string>();
  for (const name of names) {
    const id = name.replace(/^(\.\/)?lessons\//, '').replace(/\.yaml$|\/$/, '');
    const found = known.filter((each) => each === id || each.startsWith(`${id}/`) || each.endsWith(`/${id}`));
    if (found.length === 0) {
      const last = (text: string) => text.slice(text.lastIndexOf('/') + 1);
      const [nearest] = findNearest(last(id), known.map(last));
      const near = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      return {
        ok: false,
        sentence: `There is no exercise, lesson or track "${name}".${near} There are:\n  ${known.join('\n  ')}`,
      };
    }
    for (const each of found) ids.add(each);
  }
  return { ok: true, ids: known.filter((id) => ids.has(id)) };
}
