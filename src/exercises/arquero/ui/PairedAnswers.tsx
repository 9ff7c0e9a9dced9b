import { useId } from 'react';
import type { ReactNode } from 'react';
import { RichText } from '#src/ui/text/RichText.tsx';

interface Props {
  /** The model answer in JavaScript. */
  readonly pipeline: string;
  /** The model answer in SQL. */
  readonly query: string;
  /** What the two languages do differently here. */
  readonly differs: string | undefined;
}

/** The same question answered in both languages, for whoever has solved it or has seen the solution. */
export function PairedAnswers({ pipeline, query, differs }: Props): ReactNode {
  const id = useId();
  return (
    <section className="app-pair" aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        The same in SQL
      </h3>
      <div className="app-pair__sides">
        <Side title="A pipeline" code={pipeline} />
        <Side title="The query" code={query} />
      </div>
      {differs !== undefined && (
        <p className="govuk-body app-measure">
          <strong>What differs:</strong> <RichText text={differs} />
        </p>
      )}
    </section>
  );
}

function Side({ title, code }: { readonly title: string; readonly code: string }): ReactNode {
  return (
    <figure className="app-pair__side">
      <figcaption>{title}</figcaption>
      <pre className="app-code">
        <code>{code.trimEnd()}</code>
      </pre>
    </figure>
  );
}
