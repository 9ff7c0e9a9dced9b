import type { ReactNode } from 'react';
import type { PreparedQuestion } from '#src/explore/prepared.ts';

interface Props {
  readonly change: NonNullable<PreparedQuestion['change']>;
  /** The query as it stands. */
  readonly text: string;
  /** Gets the query with another word in it. */
  readonly onChoose: (text: string) => void;
}

/** One word to change, so that the first change of a query is one press. Nothing once the word is gone from the query. */
export function WordChoice({ change, text, onChoose }: Props): ReactNode {
  const words = [change.word, ...change.to];
  const current = words.find((word) => text.includes(word));
  if (current === undefined) return null;
  return (
    <p className="app-example-box__words">
      Change one word:
      {words
        .filter((word) => word !== current)
        .map((word) => (
          <button
            key={word}
            type="button"
            className="app-word"
            onClick={() => onChoose(text.replaceAll(current, word))}
          >
            <span className="govuk-visually-hidden">Run it with </span>
            {word}
          </button>
        ))}
    </p>
  );
}
