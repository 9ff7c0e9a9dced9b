import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { TextRange } from '#src/results/run-outcome.ts';
import { lineLimits } from './editor-props.ts';
import { insertText } from './insert-text.ts';
import { KeyBar } from './KeyBar.tsx';
import type { EditorProps } from './editor-props.ts';

interface Props extends EditorProps {
  /** Called when the box goes away, with what is selected in it; null when the person is elsewhere. */
  readonly onLeave: (selection: TextRange | null) => void;
}

/** A text box that grows with its text: for small screens, for fingers, and for whoever prefers it. */
export function PlainEditor(props: Props): ReactNode {
  const { id, language, text, readOnly, problem, handle, onChange, onRun } = props;
  const box = useRef<HTMLTextAreaElement>(null);

  useImperativeHandle(handle, () => ({
    focus(range) {
      box.current?.focus();
      if (range) box.current?.setSelectionRange(range.start, range.end);
    },
  }));

  useState(() => watchEarlyText(id));
  useLayoutEffect(() => {
    const node = box.current;
    const early = node && earlyTexts.get(node);
    if (!early) return;
    node.removeEventListener('input', keepEarlyText);
    const isChanged = early.text !== node.value;
    if (isChanged) node.value = early.text;
    if (document.activeElement === node) node.setSelectionRange(early.start, early.end);
    if (early.text !== text) onChange(early.text);
  }, []);

  // From here on the page keeps what is typed by itself: see `keep-early-text.ts`.
  useEffect(() => box.current?.setAttribute('data-listening', ''), []);

  const leave = useRef(props.onLeave);
  useLayoutEffect(() => {
    const node = box.current;
    // Not a moment earlier: the person may be typing.
    return () => leave.current(node && readSelection(node));
  }, []);

  // Rows count typed lines only; long lines that wrap need the measured height.
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    node.style.height = 'auto';
    const frame = node.offsetHeight - node.clientHeight;
    if (node.scrollHeight > node.clientHeight) node.style.height = `${node.scrollHeight + frame}px`;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };

  const onKey = (inserted: string) => {
    const node = box.current;
    if (!node) return;
    const next = insertText(
      node.value,
      { start: node.selectionStart, end: node.selectionEnd },
      inserted,
      language,
    );
    // At once, before it is drawn: drawn first, the cursor would go to the end.
    node.value = next.text;
    node.focus();
    node.setSelectionRange(next.cursor, next.cursor);
    onChange(next.text);
  };

  return (
    <>
      <textarea
        ref={box}
        id={id}
        className="app-editor__plain"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={problem ? true : undefined}
        value={text}
        rows={Math.min(Math.max(text.split('\n').length, lineLimits.fewest), lineLimits.most)}
        readOnly={readOnly}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {!readOnly && <KeyBar language={language} words={props.keys} onKey={onKey} onRun={onRun} />}
    </>
  );
}

interface EarlyText extends TextRange {
  readonly text: string;
}

const earlyTexts = new WeakMap<EventTarget, EarlyText>();

/**
 * Keeps what stands in the box that the server drew, and what is typed there until this page's scripts listen. React puts its
 * own text there while it draws, and may draw twice: what was there first counts, and what is typed after it.
 */
function watchEarlyText(id: string): void {
  // While the server draws there is no box yet.
  if (typeof document === 'undefined') return;
  const node = document.getElementById(id);
  if (!(node instanceof HTMLTextAreaElement) || earlyTexts.has(node)) return;
  earlyTexts.set(node, readBox(node));
  node.addEventListener('input', keepEarlyText);
}

function keepEarlyText({ currentTarget: node }: Event): void {
  if (node instanceof HTMLTextAreaElement) earlyTexts.set(node, readBox(node));
}

function readBox({ value: text, selectionStart: start, selectionEnd: end }: HTMLTextAreaElement): EarlyText {
  return { text, start, end };
}

function readSelection(node: HTMLTextAreaElement): TextRange | null {
  return document.activeElement === node ? { start: node.selectionStart, end: node.selectionEnd } : null;
}
