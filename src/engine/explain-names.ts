import type { Explainer } from './explain-error.ts';
export const explainNames: Explainer = () => undefined;
