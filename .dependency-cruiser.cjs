/** What `npm run lint` asks of the imports, beside the table of who may import whom in eslint.config.js. */

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types count too: move what both files need to one that both import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'testing-for-tests-only',
      comment: 'What learners and trainers run uses nothing of src/testing.',
      severity: 'error',
      from: { pathNot: ['^src/testing/', '^e2e/', '\\.test\\.tsx?$'] },
      to: { path: '^src/testing/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that cannot be followed could hide a circle.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^(\\.|#src/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(public|\\.cache|\\.astro)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.astro', '.json'] },
  },
};
