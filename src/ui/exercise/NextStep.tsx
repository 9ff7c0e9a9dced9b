import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** The way on from a finished exercise: the next one in the page, else the lesson's takeaway. */
export function NextStep(): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  const [heading, setHeading] = useState<HTMLElement>();

  useEffect(() => {
    const here = place.current;
    if (!here) return;
    const headings = document.querySelectorAll<HTMLElement>('.app-task h2[id], #takeaway');
    setHeading(
      [...headings].find((each) => here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
  }, []);

  return (
    <p ref={place}>
      {heading && (
        <a className="govuk-link" href={`#${heading.id}`}>
          {heading.id === 'takeaway' ? 'See what to take from this' : `Go on: ${toTitle(heading)}`}
        </a>
      )}
    </p>
  );
}

/** "Exercise 2: Counting", where the number stands in an element of its own. */
function toTitle(heading: HTMLElement): string {
  const parts = [...heading.childNodes].map(({ textContent }) => textContent?.trim() ?? '');
  return parts.filter((part) => part !== '').join(': ');
}
