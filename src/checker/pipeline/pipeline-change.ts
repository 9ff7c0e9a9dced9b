import { tokenizer, tokTypes, type Token } from 'acorn';

/**
 * What a slip changes in the words of the model answer. A learner may be told of the slip only when their own text shows the
 * same: its result alone proves nothing.
 */
export interface PipelineChange {
  /** Words that must stand more often than the number beside them. */
  readonly more: Readonly<Record<string, number>>;
  /** Words that must stand less often. */
  readonly fewer: Readonly<Record<string, number>>;
}

/**
 * What a slip writes in place of the model answer.
 *
 * @example
 * findPipelineChange("t.filter(d => d.a > 5)", "t.filter(d => d.a >= 5)") // => { more: { '>=': 0 }, fewer: { '>': 1 } }
 */
export function findPipelineChange(model: string, slip: string): PipelineChange {
  const [before, after] = [countWords(model), countWords(slip)];
  const more: Record<string, number> = {};
  const fewer: Record<string, number> = {};
  for (const word of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(word) ?? 0, after.get(word) ?? 0];
    if (is > was) more[word] = was;
    else if (is < was) fewer[word] = was;
  }
  return { more, fewer };
}

/**
 * What an author's words say of a wrong answer: what they name of it must stand in a text that they are said of, and what they
 * name as lacking must lack there too.
 */
export function findNamedChange(feedback: string, model: string, mistake: string): PipelineChange {
  const { more, fewer } = findPipelineChange(model, mistake);
  const named = new Set(feedback.match(/[\p{L}_][\p{L}\p{N}_]*|\d[\d,.]*\d|\d|[<>=!&|]{2,3}|[<>]/gu) ?? []);
  const isNamed = ([word]: [string, number]) => named.has(word) || named.has(toThousands(word));
  const words = countWords(mistake);
  return {
    more: Object.fromEntries(Object.entries(more).filter(isNamed)),
    fewer: Object.fromEntries(
      Object.entries(fewer).filter((entry) => isNamed(entry) && !words.has(entry[0])),
    ),
  };
}

/** Whether a text shows a change. */
export function showsPipelineChange(text: string, { more, fewer }: PipelineChange): boolean {
  const counts = countWords(text);
  const own = [...counts.keys()].filter((word) => isFigure(word) && fewer[word] === undefined);
  return (
    Object.entries(more).every(
      ([word, count]) =>
        // A figure that is not the task's stands for any other.
        (counts.get(word) ?? 0) > count || (isFigure(word) && own.some((each) => more[each] === undefined)),
    ) && Object.entries(fewer).every(([word, count]) => (counts.get(word) ?? 0) < count)
  );
}

const isFigure = (word: string) => /^\d/.test(word);

function toThousands(word: string): string {
  return isFigure(word) ? word.replace(/\B(?=(\d{3})+$)/g, ',') : word;
}

/**
 * How often each name, figure, text and sign stands in JavaScript; brackets, commas and the names of rows (`d` in `d => d.a`) say
 * nothing. A column is the same word whether it stands after a full stop or in quotes, and a figure the same however it is
 * written. Empty for what is no JavaScript.
 */
function countWords(text: string): ReadonlyMap<string, number> {
  let tokens: readonly ReadToken[];
  try {
    tokens = [...tokenizer(text, { ecmaVersion: 2022 })] as readonly ReadToken[];
  } catch {
    return new Map();
  }
  const rows = findRowNames(tokens);
  const counts = new Map<string, number>();
  for (const { type, value } of tokens) {
    if (silent.has(type.label) || (type === tokTypes.name && rows.has(String(value)))) continue;
    const word = String(value ?? type.label);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const silent: ReadonlySet<string> = new Set([
  ...['(', ')', '{', '}', '[', ']', ',', '.', '=>', ':', ';', '`', '${', '...'],
]);

// The value is there, though the types do not say so.
type ReadToken = Token & { readonly value?: unknown };

/** The names before each arrow. */
function findRowNames(tokens: readonly ReadToken[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, { type }] of tokens.entries()) {
    if (type !== tokTypes.arrow) continue;
    let at = index - 1;
    const isList = tokens[at]?.type === tokTypes.parenR;
    do {
      const token = tokens[at];
      if (token?.type === tokTypes.name) names.add(String(token.value));
      at--;
    } while (isList && at > 0 && tokens[at]?.type !== tokTypes.parenL);
  }
  return names;
}
