import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** See near-directive.ts. */
    'client:near'?: boolean;
    /** See known-directive.ts. */
    'client:known'?: boolean;
  }
}
