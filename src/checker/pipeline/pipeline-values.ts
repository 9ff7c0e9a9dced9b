import { tokTypes, tokenizer, type Token } from 'acorn';
import type { GivenValues } from '#src/witnesses/candidates/with-given-values.ts';
import { isOtherSpelling } from '#src/witnesses/facts/text-shapes.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';
import { readAnswerValues } from '../witnesses/answer-values.ts';

/** What a pipeline says of the data: in small letters the columns, the texts as they are, and the numbers. */
interface Said {
  readonly columns: ReadonlySet<string>;
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly usesLength: boolean;
}

/**
 * What a pipeline names that rows can be made of. Undefined when it says nothing that no right answer says: then no rows of its own
 * would show more than the exercise's witnesses do.
 *
 * @param right - Answers known to be right: a query in SQL, and pipelines.
 */
export function readPipelineValues(
  text: string,
  right: { readonly query: string; readonly pipelines: readonly string[] },
  shapes: readonly WitnessTableShape[],
): GivenValues | undefined {
  const own = readSaid(text, shapes);
  const inQuery = readAnswerValues([right.query], [right.query]);
  const others = right.pipelines.map((pipeline) => readSaid(pipeline, shapes));
  const columns = new Set([...inQuery.columns, ...others.flatMap((each) => [...each.columns])]);
  const texts = [...new Set([...inQuery.texts, ...others.flatMap((each) => each.texts)])];
  const numbers = [...new Set([...inQuery.numbers, ...others.flatMap((each) => each.numbers)])];
  const ownColumns = new Set([...own.columns].filter((name) => !columns.has(name)));
  const ownTexts = own.texts.filter((each) => !texts.includes(each) && !isOtherSpelling(each, texts));
  const ownNumbers = own.numbers.filter((each) => !numbers.includes(each));
  if (ownColumns.size + ownTexts.length + ownNumbers.length === 0) return undefined;
  const lengths = own.numbers.filter((number) => Number.isInteger(number) && number <= longestText);
  return {
    columns: own.columns,
    ownColumns,
    texts: [...texts, ...ownTexts],
    numbers: [...ownNumbers, ...numbers],
    lengths: own.usesLength
      ? [...new Set(lengths.flatMap((length) => [length - 1, length, length + 1]))].filter(
          (length) => length > 0,
        )
      : [],
  };
}

const longestText = 60;

// The value is there, though the types do not say so.
type ReadToken = Token & { readonly value?: unknown };

function readSaid(text: string, shapes: readonly WitnessTableShape[]): Said {
  const known = new Set(shapes.flatMap(({ columns }) => columns.map(({ name }) => name.toLowerCase())));
  const tables = new Set(shapes.map(({ name }) => name));
  const columns = new Set<string>();
  const texts = new Set<string>();
  const numbers = new Set<number>();
  let usesLength = false;
  for (const { type, value } of tokenizer(text, { ecmaVersion: 2022 }) as Iterable<ReadToken>) {
    if (type === tokTypes.num && typeof value === 'number') numbers.add(value);
    const word = String(value).toLowerCase();
    const isText = type === tokTypes.string || type === tokTypes.template;
    if ((type === tokTypes.name || isText) && known.has(word)) columns.add(word);
    else if (type === tokTypes.name) usesLength ||= word === 'length';
    else if (isText && word.trim() !== '' && !tables.has(String(value))) texts.add(String(value));
    else if (type === tokTypes.regexp) for (const part of toPlainParts(value)) texts.add(part);
  }
  return { columns, texts: [...texts], numbers: [...numbers], usesLength };
}

/** The texts in a pattern, without its signs. */
function toPlainParts(value: unknown): string[] {
  const { pattern = '' } = value as { readonly pattern?: string };
  return pattern.split(/\\.|[^\p{L}\p{N} '-]+/u).filter((part) => part.trim() !== '');
}
