import { countMarks, digits, toMarks, type Mark } from './count-marks.ts';

/**
 * What a slip changes in the text of the model answer. An answer may be told of the slip only when its own text shows
 * the same change: its result alone proves nothing.
 */
export interface TextChange {
  /** Marks (`place:text`) that must stand more often than the number beside them. */
  readonly more: Readonly<Record<string, number>>;
  /** Marks that must stand less often. */
  readonly fewer: Readonly<Record<string, number>>;
  /** Where the slip only moves marks: how they must follow each other. */
  readonly order?: readonly string[];
  /** Numbers and texts of the model answer's conditions: what else stands in a condition is the learner's own. */
  readonly known: readonly string[];
}

/**
 * @param models - The model answer, as printed by the engine and as the author wrote it: both spellings count.
 */
export function findTextChange(
  models: readonly [printed: string, ...more: string[]],
  mutant: string,
): TextChange {
  const [printed, ...others] = models.map((model) => countMarks(toMarks(model)));
  const changed = countMarks(toMarks(mutant));
  const more: Record<string, number> = {};
  const fewer: Record<string, number> = {};
  for (const key of new Set([...(printed?.keys() ?? []), ...changed.keys()])) {
    const before = printed?.get(key) ?? 0;
    const all = [before, ...others.map((counts) => counts.get(key) ?? 0)];
    const after = changed.get(key) ?? 0;
    if (after > before) more[key] = Math.max(...all);
    else if (after < before) fewer[key] = Math.min(...all.filter((count) => count > 0));
  }
  const known = [...new Set(models.flatMap((model) => literalsOf(toMarks(model))))];
  if (Object.keys(more).length + Object.keys(fewer).length > 0) return { more, fewer, known };
  return { more, fewer, known, order: toMarks(mutant).map(({ text }) => text) };
}

const isNumber = (text: string) => /^-?[\d.]/.test(text);
const isText = (text: string) => /^[a-z]?'/i.test(text);

function literalsOf(marks: readonly Mark[]): string[] {
  return marks
    .filter(({ place, text }) => place === 'condition' && (isNumber(text) || isText(text)))
    .map(({ text }) => text);
}

/** How far a number may be from the one in the task to be called close. */
const closeness = 0.1;

function isClose(own: string, wanted: string): boolean {
  const [a, b] = [Number(own), Number(wanted)];
  return a !== b && Math.abs(a - b) <= Math.max(1, closeness * Math.abs(b));
}

function isDayAway(own: string, wanted: string): boolean {
  const [a, b] = [own, wanted].map((text) => Date.parse(text.replace(/^[a-z]?'|'$/gi, '')));
  return a !== undefined && b !== undefined && Math.abs(a - b) === 86_400_000;
}

const conditionOpenings = ['where', 'having', 'qualify', 'on', 'using', 'when'].map(
  (word) => `condition:${word}`,
);

/** Whether a learner's text shows a slip's change. */
export function showsChange(answer: string, { more, fewer, order, known }: TextChange): boolean {
  const marks = toMarks(answer);
  if (order) return hasOrder(marks, order);
  const counts = countMarks(marks);
  const own = literalsOf(marks).filter((text) => !known.includes(text));
  const removed = Object.keys(fewer)
    .filter((key) => key.startsWith('condition:'))
    .map((key) => key.slice('condition:'.length));
  // Groups and order may be told by number or by ALL, and then the names that stand there tell nothing.
  const changed = [...Object.keys(more), ...Object.keys(fewer)];
  const isOpaque = (place: string) =>
    changed.some((key) => key.startsWith(`${place}:`)) &&
    marks.some((mark) => mark.place === place && isNumber(mark.text));
  if (isOpaque('group') || isOpaque('order')) return false;

  // A slip in a clause that it leaves where it is cannot be that of a text without the clause.
  const keepsClause = (place: string, ...openings: readonly string[]) =>
    !changed.some((key) => key.startsWith(`${place}:`)) ||
    openings.some((opening) => fewer[opening] !== undefined || counts.has(opening));
  if (
    !keepsClause('order', 'order:order') ||
    !keepsClause('group', 'group:group', 'group:partition') ||
    !keepsClause('condition', ...conditionOpenings)
  )
    return false;

  const isMet = (key: string) => (counts.get(key) ?? 0) > (more[key] ?? 0);
  // A value from the data stands for any near it; a step of one, for any number that is close.
  const replaced = (key: string) => {
    const text = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('limit:') && isNumber(text))
      return marks.some(
        ({ place, text: each }) =>
          place === 'limit' && isNumber(each) && fewer[`limit:${each}`] === undefined,
      );
    if (text.startsWith(digits))
      return marks.some(
        ({ place, text: each }) => each.startsWith(digits) && fewer[`${place}:${each}`] === undefined,
      );
    if (isNumber(text))
      return own.some(
        (each) => isNumber(each) && removed.some((wanted) => isNumber(wanted) && isClose(each, wanted)),
      );
    if (!isText(text)) return false;
    return own.some(
      (each) =>
        isText(each) &&
        removed.some(
          (wanted) =>
            isText(wanted) &&
            (!isDate(text) || (isDayAway(text, wanted) && isDayAway(each, wanted))) &&
            // Of a pattern it may be said only to a text that looks for one.
            (!wanted.includes('%') || textMatch.test(answer)),
        ),
    );
  };
  const added = Object.keys(more);
  if (!added.every((key) => isMet(key) || replaced(key))) return false;
  // A number that is close must be called so: not one that merely picks the same rows.
  const numbers = added.filter(
    (key) => key.startsWith('condition:') && isNumber(key.slice('condition:'.length)),
  );
  if (removed.some(isNumber) && numbers.some((key) => !replaced(key))) return false;
  if (!Object.entries(fewer).every(([key, count]) => (counts.get(key) ?? 0) < count)) return false;
  // Where something is only left out, a value of the learner's own stands for it.
  return added.length > 0 || own.length === 0;
}

const textMatch = /~|\b(?:I?LIKE|GLOB|SIMILAR|REGEXP\w*|CONTAINS|STARTS_WITH|ENDS_WITH|PREFIX|SUFFIX)\b/i;
const isDate = (text: string) => /^'\d{4}-\d\d-\d\d'$/.test(text);

/** Whether the marks that both texts have follow each other in the same way. */
function hasOrder(marks: readonly Mark[], order: readonly string[]): boolean {
  const own = marks.map(({ text }) => text).filter((text) => order.includes(text));
  return (
    own.join(' ') === order.filter((text) => own.includes(text)).join(' ') &&
    new Set(own).size === new Set(order).size
  );
}
