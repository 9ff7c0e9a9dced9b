import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** Names that the query may need, such as those of tables. */
  readonly names: readonly string[];
  readonly onKey: (text: string) => void;
  readonly onRun: () => void;
}

const signs = ["'", ',', '>', '=', '(', ')', '*'];
const words = ['SELECT', 'FROM', 'WHERE', 'ORDER BY', 'LIMIT'];

/**
 * The signs of SQL that phones hide on a second page of keys, and Run, above the phone's own keyboard. It is shown to fingers
 * and on small screens by the styles. No key of it is a Tab stop: whoever has a Tab key has these too.
 */
export function KeyBar({ names, onKey, onRun }: Props): ReactNode {
  const bottom = useKeyboardHeight();
  const key = (text: string, label: string) => (
    <button
      key={text}
      type="button"
      tabIndex={-1}
      className="app-keys__key"
      aria-label={label}
      onClick={() => onKey(text)}
    >
      {text}
    </button>
  );
  return (
    <div
      className={bottom > 0 ? 'app-keys app-keys--floating' : 'app-keys'}
      role="group"
      aria-label="Keys for your query"
      style={bottom > 0 ? { bottom } : undefined}
      // A press would take the focus from the text, and the phone's keyboard would go.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        tabIndex={-1}
        className="app-keys__key app-keys__key--run"
        aria-label="Run this query"
        onClick={onRun}
      >
        Run
      </button>
      <div className="app-keys__more">
        {signs.map((sign) => key(sign, `Type ${sign}`))}
        {[...words, ...names].map((word) => key(word, `Type ${word}`))}
      </div>
    </div>
  );
}

/** How much of the page a phone's keyboard covers while somebody types here, in CSS pixels; 0 when there is none. */
function useKeyboardHeight(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const measure = () => {
      const isTyping = document.activeElement instanceof HTMLTextAreaElement;
      // Zooming in makes the seen part smaller too, and is no keyboard.
      const covered = seen.scale > 1.01 ? 0 : window.innerHeight - seen.height - seen.offsetTop;
      setHeight(isTyping && covered > 100 ? Math.round(covered) : 0);
    };
    seen.addEventListener('resize', measure);
    seen.addEventListener('scroll', measure);
    return () => {
      seen.removeEventListener('resize', measure);
      seen.removeEventListener('scroll', measure);
    };
  }, []);
  return height;
}
