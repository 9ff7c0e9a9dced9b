/**
 * Monaco's styles as text. Astro's build drops the style sheet of a script that is fetched later, because it stands on
 * no page; as text they come with the editor and nothing on the page waits for them.
 */
const sheets = import.meta.glob<string>(
  [
    '/node_modules/monaco-editor/esm/vs/{base,editor,platform}/**/*.css',
    '!**/{diffEditor,diffEditorBreadcrumbs,multiDiffEditor,inlineCompletions,colorPicker,peekView,peek}/**',
    '!**/{quickinput,quickInput,iPadShowKeyboard,stickyScroll,floatingMenu,gotoSymbol,find,rename,minimap,inspectTokens}/**',
  ],
  { query: '?inline', import: 'default', eager: true },
);

export function addMonacoStyles(): void {
  const style = document.createElement('style');
  style.textContent = Object.values(sheets).join('\n');
  document.head.append(style);
}
