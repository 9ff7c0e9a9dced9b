import type { Explainer } from './explain-error.ts';
export const explainSyntax: Explainer = () => undefined;
