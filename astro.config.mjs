import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { leaveOutUnusedEditors } from './src/authoring/node/leave-out-unused-editors.ts';
import { thirdPartyNotices } from './src/authoring/node/notices/third-party-notices.ts';
import { previewApi } from './src/api/node/preview-api.ts';

/** Teaches Astro `client:near` and `client:known`. */
const directives = {
  name: 'directives',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) => {
      addClientDirective({ name: 'near', entrypoint: './src/ui/example/near-directive.ts' });
      addClientDirective({ name: 'known', entrypoint: './src/ui/lesson/known-directive.ts' });
    },
  },
};

export default defineConfig({
  integrations: [react(), directives, thirdPartyNotices(import.meta.dirname)],
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  // Lessons bring their own Markdown; Astro's highlighter would need inline styles.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      // DuckDB compiles WebAssembly; that needs no leave to run text as script.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // Monaco writes its themes and line positions as inline styles.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
  vite: {
    plugins: [leaveOutUnusedEditors()],
    // Small scripts stay files of their own: inline ones would each need a hash in the policy.
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
    // GOV.UK Frontend carries media queries for Internet Explorer that are not valid CSS.
    css: { lightningcss: { errorRecovery: true } },
    worker: { format: 'es' },
    preview: { proxy: previewApi('dist') },
  },
});
