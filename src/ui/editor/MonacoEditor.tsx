import { Editor } from '@monaco-editor/react';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { TextRange } from '#src/results/run-outcome.ts';
import { lineLimits } from './editor-props.ts';
import type { EditorProps } from './editor-props.ts';
import { monaco, setTables } from './load-monaco.ts';
import { measures, monacoOptions, toHeight } from './monaco-options.ts';
import { useEditorTheme } from './use-editor-theme.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

interface Props extends EditorProps {
  /** Whether it is the editor that stands there; before, the person may be typing in the plain one. */
  readonly active: boolean;
  /** Called once, when the editor can take text. */
  readonly onReady: () => void;
}

/** The editor that colours, completes and marks mistakes. Loaded on its own, after the page has been painted. */
export default function MonacoEditor(props: Props): ReactNode {
  const { id, language, text, revision, active, readOnly, tables, problem, handle } = props;
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const [height, setHeight] = useState(() => toHeight(lineLimits.fewest));
  const theme = useEditorTheme();
  // The editor keeps the functions it was given first: through this it finds the newest.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useImperativeHandle(handle, () => ({
    focus(range) {
      editor?.focus();
      if (editor && range) selectRange(editor, range);
    },
  }));

  const onMount = (mounted: CodeEditor) => {
    const { KeyMod, KeyCode } = monaco;
    // On Windows Monaco would write CRLF, and offsets would no longer be those of the text that is kept.
    mounted.getModel()?.setEOL(monaco.editor.EndOfLineSequence.LF);
    mounted.addAction({
      id: 'app-run',
      label: 'Run',
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      run: () => latest.current.onRun(),
    });
    mounted.onDidContentSizeChange(({ contentHeight }) =>
      setHeight(Math.min(Math.max(contentHeight, toHeight(lineLimits.fewest)), toHeight(lineLimits.most))),
    );
    // The learner may have typed in the plain editor while this one was loading.
    if (mounted.getValue() !== latest.current.text) mounted.setValue(latest.current.text);
    mounted.onDidChangeModelContent(() => latest.current.onChange(mounted.getValue()));
    // WCAG 2.1.2: Tab leaves while suggestions are open too, where Monaco would take one. Shift with Enter does, on purpose.
    mounted.getContainerDomNode().addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Tab') mounted.trigger('app', 'hideSuggestWidget', {});
      },
      { capture: true },
    );
    setEditor(mounted);
    latest.current.onReady();
  };

  useEffect(() => {
    const model = editor?.getModel();
    if (model) setTables(model, tables);
  }, [editor, tables]);

  // Texts from a button come in this way, and what was typed in the plain editor until the last moment. Text typed here is
  // here already, and may be newer than `text`.
  useLayoutEffect(() => {
    if (!editor || editor.getValue() === latest.current.text) return;
    const range = editor.getModel()?.getFullModelRange();
    if (!range) return;
    editor.pushUndoStop();
    editor.executeEdits('page', [{ range, text: latest.current.text }]);
    editor.pushUndoStop();
  }, [editor, revision, active]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) monaco.editor.setModelMarkers(model, 'app', problem ? [toMarker(model, problem)] : []);
  }, [editor, problem]);

  return (
    <Editor
      className="app-editor__monaco"
      height={height}
      language={language}
      path={`${id}.${language}`}
      defaultValue={text}
      theme={theme}
      loading={null}
      onMount={onMount}
      options={{ ...monacoOptions, readOnly, ariaLabel: props.label, ...measures() }}
    />
  );
}

function toMonacoRange(model: monaco.editor.ITextModel, { start, end }: TextRange): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

function toMarker(model: monaco.editor.ITextModel, { place, message }: NonNullable<EditorProps['problem']>) {
  const { start, end } = place;
  // A place between two characters would show no mark.
  const range = toMonacoRange(model, { start, end: Math.max(end, start + 1) });
  return { ...range, message, severity: monaco.MarkerSeverity.Error };
}

function selectRange(editor: CodeEditor, range: TextRange): void {
  const model = editor.getModel();
  if (!model) return;
  const found = toMonacoRange(model, range);
  editor.setSelection(found);
  editor.revealRangeInCenterIfOutsideViewport(found);
}
