import type { Explainer } from './explain-error.ts';
export const explainRules: Explainer = () => undefined;
