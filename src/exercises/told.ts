/**
 * Where a field of an exercise's file is told as it stands: in the outline, which is in the page; in the answer key,
 * which is fetched to judge; in both; or in neither. Those in neither are for the author and the build alone, or what
 * the build makes of them is told instead: `outline.ts` and `answer-key.ts` of the kind add it.
 */
export type FieldPlace = 'outline' | 'key' | 'both' | 'neither';

/** The place of every field. A field that is added to a schema must be placed before anything compiles. */
export type FieldPlaces<E> = Readonly<Record<keyof E, FieldPlace>>;

/** The fields that are told in one place. */
export type Told<E, P extends FieldPlaces<E>, W extends 'outline' | 'key'> = Readonly<
  Pick<E, { [F in keyof E]-?: P[F] extends W | 'both' ? F : never }[keyof E]>
>;

/** The part of an exercise that is told in one place, in the order of `places`. */
export function pickTold<E extends object, const P extends FieldPlaces<E>, W extends 'outline' | 'key'>(
  exercise: E,
  places: P,
  where: W,
): Told<E, P, W> {
  const given = exercise as Readonly<Record<string, unknown>>;
  const fields = Object.entries<FieldPlace>(places)
    .filter(([field, place]) => (place === where || place === 'both') && given[field] !== undefined)
    .map(([field]) => [field, given[field]] as const);
  return Object.fromEntries(fields) as Told<E, P, W>;
}
