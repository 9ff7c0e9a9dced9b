import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** What the box tells of: when it is another one, the box comes into view. */
  readonly of: object;
  readonly children: ReactNode;
}

/** Where an outcome stands, brought into view when it is new. */
export function OutcomeBox({ of, children }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // Hints may have pushed it below the screen. The focus stays where it is.
  useEffect(() => {
    box.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [of]);

  return (
    <div className="app-outcome" ref={box}>
      {children}
    </div>
  );
}
