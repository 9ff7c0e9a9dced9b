import { config } from 'zod/v4/core';

// The content policy of the pages forbids making code from text. Zod tries it once to find out, and the browser reports
// that as a breach. This must run before the first schema is made.
config({ jitless: true });
