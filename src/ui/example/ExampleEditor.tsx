import { useEffect, useLayoutEffect } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** Take the focus when it appears: the person has just asked for it. */
  readonly isFocused: boolean;
  readonly onFocus: () => void;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** A text box for a query. The browser holds the text, so nothing that is typed before the scripts arrive is lost. */
export function ExampleEditor({ id, label, text, box, isFocused, ...on }: Props): ReactNode {
  useEffect(() => {
    if (isFocused) box.current?.focus();
  }, [isFocused, box]);

  // Long lines wrap: then the rows say too little.
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    node.style.height = 'auto';
    const frame = node.offsetHeight - node.clientHeight;
    if (node.scrollHeight > node.clientHeight) node.style.height = `${node.scrollHeight + frame}px`;
  }, [text, box]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    on.onRun();
  };
  return (
    <textarea
      id={id}
      ref={box}
      className="app-example-box__editor"
      aria-label={label}
      defaultValue={text}
      rows={text.split('\n').length}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      onFocus={on.onFocus}
      onChange={(event) => on.onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
