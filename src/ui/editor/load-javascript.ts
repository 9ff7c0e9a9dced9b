import { conf, language } from 'monaco-editor/languages/definitions/javascript/javascript';
import { monaco, offerCompletions } from './load-monaco.ts';
import { pipelineCompletionsAt } from './pipeline-completions.ts';

// Its colours alone: the worker that knows all of JavaScript would weigh more than the rest of the page.
monaco.languages.register({ id: 'javascript' });
monaco.languages.setLanguageConfiguration('javascript', conf);
monaco.languages.setMonarchTokensProvider('javascript', language);
offerCompletions('javascript', ['.', "'", '"'], pipelineCompletionsAt);
