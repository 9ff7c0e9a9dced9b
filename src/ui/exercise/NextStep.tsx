import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** The way on from a finished exercise: what comes next in the page, be it text, an exercise or the lesson's takeaway. */
export function NextStep(): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  const [next, setNext] = useState<HTMLElement>();

  useEffect(() => {
    const here = place.current;
    if (!here) return;
    const places = document.querySelectorAll<HTMLElement>('.app-prose[id], .app-task h2[id], #takeaway');
    setNext(
      [...places].find((each) => here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
  }, []);

  return (
    <p ref={place}>
      {next && (
        <a className="govuk-link" href={`#${toHeading(next)?.id ?? next.id}`}>
          {next.id === 'takeaway' ? 'See what to take from this' : toWords(toHeading(next))}
        </a>
      )}
    </p>
  );
}

/** The heading that a place is or begins with. */
function toHeading(place: HTMLElement): Element | undefined {
  const first = place.matches('h2') ? place : place.firstElementChild;
  return first?.matches('h2[id], h3[id]') ? first : undefined;
}

/** "Go on: Exercise 2: Counting", where the number stands in an element of its own. */
function toWords(heading: Element | undefined): string {
  const parts = [...(heading?.childNodes ?? [])].map(({ textContent }) => textContent?.trim() ?? '');
  const title = parts.filter((part) => part !== '').join(': ');
  return title === '' ? 'Go on reading' : `Go on: ${title}`;
}
