import { Component, lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { TextRange } from '#src/results/run-outcome.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import type { EditorProps } from './editor-props.ts';
import type MonacoEditor from './MonacoEditor.tsx';
import { PlainEditor } from './PlainEditor.tsx';

// Pages are rendered without the code editor; and were it part of that build, Astro would take its styles for page styles and
// drop the file that the browser loads with it.
const codeEditors: Readonly<Record<CodeLanguage, typeof MonacoEditor>> = {
  sql: lazy(() => (import.meta.env.SSR ? refuse() : import('./MonacoEditor.tsx'))),
  javascript: lazy(async () => {
    if (import.meta.env.SSR) return refuse();
    const [editor] = await Promise.all([import('./MonacoEditor.tsx'), import('./load-javascript.ts')]);
    return editor;
  }),
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('The code editor needs a browser.'));
}

interface Props extends Omit<EditorProps, 'describedBy'> {
  /** The editor to show; undefined before the choice is known. */
  readonly choice: 'code' | 'plain' | undefined;
  readonly onChoose: (choice: 'code' | 'plain') => void;
}

/** So long after the plain editor was left the code editor may take its place: a click that is under way must not miss. */
const pauseMs = 400;

/**
 * The editor of an exercise. The plain one stands there from the first paint and stays until the code editor is ready and
 * nobody is in it, so nothing waits and no key is lost on however slow a machine; it also takes over when the code editor
 * cannot be loaded.
 */
export function AnswerEditor({ choice, onChoose, ...props }: Props): ReactNode {
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState('');
  const carried = useRef<TextRange | null>(null);
  const { id, handle, language } = props;
  const { answer } = codeWords[language];
  const CodeEditor = codeEditors[language];
  const keysId = `${id}-keys`;
  const wantsCode = choice === 'code' && !failed;
  const frame = useRef<HTMLDivElement>(null);
  const taken = useTakeover(frame, wantsCode && ready);
  const showsCode = wantsCode && ready && taken;

  useEffect(() => {
    if (!wantsCode) setReady(false);
  }, [wantsCode]);

  // At once, before the browser takes another key: it would go nowhere.
  useLayoutEffect(() => {
    if (!carried.current) return;
    handle.current?.focus(carried.current);
    carried.current = null;
  }, [showsCode, handle]);

  return (
    <div className="app-editor">
      <div className="app-editor__head">
        <label className="app-editor__label" htmlFor={id}>
          Your {answer}
        </label>
        {choice && !failed && (
          <button
            type="button"
            className="app-link-button"
            onClick={() => {
              onChoose(wantsCode ? 'plain' : 'code');
              setSaid(
                wantsCode ? 'This is the plain editor now.' : 'The code editor comes when it is ready.',
              );
            }}
          >
            {wantsCode ? 'Use the plain editor' : 'Use the code editor'}
          </button>
        )}
      </div>
      <div className="app-editor__frame" ref={frame}>
        {!showsCode && (
          <PlainEditor
            {...props}
            describedBy={keysId}
            onLeave={(selection) => (carried.current = selection)}
          />
        )}
        {wantsCode && (
          <Fence onFailure={() => setFailed(true)}>
            <Suspense fallback={null}>
              <div className={showsCode ? undefined : 'app-editor__loading'} inert={!showsCode}>
                <CodeEditor
                  {...props}
                  active={showsCode}
                  handle={showsCode ? handle : unused}
                  describedBy={keysId}
                  onReady={() => setReady(true)}
                />
              </div>
            </Suspense>
          </Fence>
        )}
      </div>
      <p id={keysId} className="app-editor__keys">
        <kbd>Ctrl</kbd> or <kbd>⌘</kbd> with <kbd>Enter</kbd> runs the {answer}. <kbd>Tab</kbd> leaves the
        editor.{' '}
        {choice !== 'plain' && (
          // Its place is kept from the start: the page must not jump when the code editor comes.
          <span className={showsCode ? undefined : 'app-editor__later'}>
            <kbd>Shift</kbd> with <kbd>Enter</kbd> takes a suggestion.
          </span>
        )}
      </p>
      <p role="status" className="govuk-visually-hidden">
        {said}
      </p>
      {failed && (
        <p role="status" className="app-editor__note">
          The code editor could not be loaded, so this is the plain one. Everything else works as usual.
        </p>
      )}
    </div>
  );
}

const unused = { current: null };

/** Whether the code editor may stand in the frame: from when it is ready and nobody is in the plain one. It then stays. */
function useTakeover(frame: RefObject<HTMLElement | null>, isReady: boolean): boolean {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!isReady) {
      setTaken(false);
      return;
    }
    const box = frame.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const takeUnlessInUse = () => {
      if (!box?.contains(document.activeElement)) setTaken(true);
    };
    const onLeft = () => {
      clearTimeout(timer);
      timer = setTimeout(takeUnlessInUse, pauseMs);
    };
    takeUnlessInUse();
    box?.addEventListener('focusout', onLeft);
    return () => {
      clearTimeout(timer);
      box?.removeEventListener('focusout', onLeft);
    };
  }, [frame, isReady]);
  return taken;
}

/** Stops a failed download of the code editor from taking the exercise with it. */
class Fence extends Component<
  { readonly children: ReactNode; readonly onFailure: () => void },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
