import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor/editor.api';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/editor/browser/coreCommands';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { conf, language } from 'monaco-editor/languages/definitions/sql/sql';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { addMonacoStyles } from './monaco-styles.ts';
import { defineThemes } from './monaco-themes.ts';
import { completionsAt } from './sql-completions.ts';
import type { Completion } from './sql-completions.ts';

// Without this the loader fetches the editor from another host.
loader.config({ monaco });
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const tablesOf = new WeakMap<monaco.editor.ITextModel, readonly TableDescriptor[]>();

monaco.languages.register({ id: 'sql' });
monaco.languages.setLanguageConfiguration('sql', conf);
monaco.languages.setMonarchTokensProvider('sql', language);
monaco.languages.registerCompletionItemProvider('sql', {
  triggerCharacters: ['.', ' '],
  provideCompletionItems(model, position) {
    const word = model.getWordUntilPosition(position);
    const range = new monaco.Range(
      position.lineNumber,
      word.startColumn,
      position.lineNumber,
      word.endColumn,
    );
    const found = completionsAt(model.getValue(), model.getOffsetAt(position), tablesOf.get(model) ?? []);
    return {
      suggestions: found.map((completion, index) => ({
        // Beside every name, so that a table is told from a column.
        label: { label: completion.label, description: completion.detail },
        kind: kinds[completion.kind],
        documentation: completion.documentation,
        insertText: completion.label,
        sortText: String(index).padStart(4, '0'),
        range,
      })),
    };
  },
});
addMonacoStyles();
defineThemes(monaco);

const kinds: Readonly<Record<Completion['kind'], monaco.languages.CompletionItemKind>> = {
  table: monaco.languages.CompletionItemKind.Struct,
  column: monaco.languages.CompletionItemKind.Field,
  function: monaco.languages.CompletionItemKind.Function,
  keyword: monaco.languages.CompletionItemKind.Keyword,
};

/** Say which tables the completions of one text may use. */
export function setTables(model: monaco.editor.ITextModel, tables: readonly TableDescriptor[]): void {
  tablesOf.set(model, tables);
}

export { monaco };
