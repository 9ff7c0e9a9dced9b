/**
 * Monaco's styles as text. Astro's build drops the style sheet of a script that is fetched later, because it stands on
 * no page; as text they come with the editor and nothing on the page waits for them.
 */
const sheets = import.meta.glob<string>(
  [
    '/node_modules/monaco-editor/esm/vs/{base,editor,platform}/**/*.css',
    '!**/{diffEditor,diffEditorBreadcrumbs,multiDiffEditor,inlineCompletions,colorPicker,peekView,peek}/**',
    // The font of signs weighs 150 kB, for three signs: plain characters stand for them below.
    '!**/codicons/**',
    '!**/{quickinput,quickInput,iPadShowKeyboard,stickyScroll,floatingMenu,gotoSymbol,find,rename,minimap,inspectTokens}/**',
  ],
  { query: '?inline', import: 'default', eager: true },
);

const signs = `
.codicon[class*='codicon-'] { display: inline-block; font: inherit; text-align: center; user-select: none; }
.codicon[class*='codicon-']::before { content: none !important; }
.codicon.codicon-suggest-more-info::before { content: '…' !important; }
.codicon.codicon-close::before { content: '×' !important; }
`;

export function addMonacoStyles(): void {
  const style = document.createElement('style');
  style.textContent = [...Object.values(sheets), signs].join('\n');
  document.head.append(style);
}
