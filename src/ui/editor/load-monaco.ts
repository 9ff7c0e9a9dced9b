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
import type { CodeLanguage } from '#src/words/code-words.ts';
import { addMonacoStyles } from './monaco-styles.ts';
import { defineThemes } from './monaco-themes.ts';
import type { Completion } from './completion.ts';
import { completionsAt } from './sql-completions.ts';

// Without this the loader fetches the editor from another host.
loader.config({ monaco });
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const tablesOf = new WeakMap<monaco.editor.ITextModel, readonly TableDescriptor[]>();

monaco.languages.register({ id: 'sql' });
monaco.languages.setLanguageConfiguration('sql', conf);
monaco.languages.setMonarchTokensProvider('sql', language);
offerCompletions('sql', ['.', ' '], completionsAt);
addMonacoStyles();
defineThemes(monaco);

const kinds: Readonly<Record<Completion['kind'], monaco.languages.CompletionItemKind>> = {
  table: monaco.languages.CompletionItemKind.Struct,
  column: monaco.languages.CompletionItemKind.Field,
  function: monaco.languages.CompletionItemKind.Function,
  keyword: monaco.languages.CompletionItemKind.Keyword,
};

/**
 * Offers in each text of a language what `find` finds for a place in it, best first.
 *
 * @param triggers - Signs after which it is offered unasked.
 */
export function offerCompletions(
  language: CodeLanguage,
  triggers: string[],
  find: (text: string, offset: number, tables: readonly TableDescriptor[]) => readonly Completion[],
): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: triggers,
    provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(
        position.lineNumber,
        word.startColumn,
        position.lineNumber,
        word.endColumn,
      );
      const found = find(model.getValue(), model.getOffsetAt(position), tablesOf.get(model) ?? []);
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
}

/** Say which tables the completions of one text may use. */
export function setTables(model: monaco.editor.ITextModel, tables: readonly TableDescriptor[]): void {
  tablesOf.set(model, tables);
}

export { monaco };
