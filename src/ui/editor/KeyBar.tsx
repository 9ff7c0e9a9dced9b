import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';

interface Props {
  readonly language: CodeLanguage;
  /** Words that the answer may need, the most useful first. */
  readonly words: readonly string[];
  readonly onKey: (text: string) => void;
  readonly onRun: () => void;
}

const signs: Readonly<Record<CodeLanguage, readonly string[]>> = {
  sql: ["'", ',', '>', '=', '(', ')', '*'],
  javascript: ['.', '(', ')', "'", '=>', 'd.', 'op.', ',', '{', '}', ':', '>', '==='],
};

/**
 * The signs of the language that phones hide on a second page of keys, words, and Run, above the phone's own keyboard. It is shown to
 * fingers and on small screens by the styles. No key of it is a Tab stop: whoever has a Tab key has these too.
 */
export function KeyBar({ language, words, onKey, onRun }: Props): ReactNode {
  const { answer } = codeWords[language];
  const bar = useRef<HTMLDivElement>(null);
  const bottom = useKeyboardEdge();
  useSightOfTyping(bar, bottom);
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
      ref={bar}
      className={bottom === undefined ? 'app-keys' : 'app-keys app-keys--floating'}
      role="group"
      aria-label={`Keys for your ${answer}`}
      style={bottom === undefined ? undefined : { bottom }}
      // A press would take the focus from the text, and the phone's keyboard would go.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        tabIndex={-1}
        className="app-keys__key app-keys__key--run"
        aria-label={`Run this ${answer}`}
        onClick={onRun}
      >
        Run
      </button>
      <div className="app-keys__rows">
        {[signs[language], words].map((row, index) => (
          <div key={index} className="app-keys__row">
            {row.map((text) => key(text, `Type ${text}`))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A phone's keyboard is higher than this, and the bars that a browser shows and hides are lower: in CSS pixels. */
const keyboardAtLeast = 150;

/**
 * How far above the bottom of the window a phone's keyboard ends while somebody types here, in CSS pixels; undefined when there
 * is none. Some browsers lay the keyboard over the page, others make the window smaller: then it is 0.
 */
function useKeyboardEdge(): number | undefined {
  const [edge, setEdge] = useState<number>();
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    let full = { width: window.innerWidth, height: window.innerHeight };
    const measure = () => {
      const { innerWidth: width, innerHeight: height } = window;
      full = full.width === width ? { width, height: Math.max(full.height, height) } : { width, height };
      const isTyping = document.activeElement instanceof HTMLTextAreaElement;
      // Zooming in makes the seen part smaller too, and is no keyboard.
      const isOpen = isTyping && seen.scale <= 1.01 && full.height - seen.height > keyboardAtLeast;
      setEdge(isOpen ? Math.max(0, Math.round(height - seen.height - seen.offsetTop)) : undefined);
    };
    seen.addEventListener('resize', measure);
    seen.addEventListener('scroll', measure);
    return () => {
      seen.removeEventListener('resize', measure);
      seen.removeEventListener('scroll', measure);
    };
  }, []);
  return edge;
}

/** Keeps what is typed from going on under the keys and the keyboard. `edge` is where the keys stand. */
function useSightOfTyping(bar: RefObject<HTMLElement | null>, edge: number | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    if (edge === undefined || !bar.current) return;
    style.scrollPaddingBottom = `${edge + bar.current.offsetHeight + 8}px`;
    document.activeElement?.scrollIntoView({ block: 'nearest' });
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, [bar, edge]);
}
