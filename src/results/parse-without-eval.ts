import { z } from 'zod';

// The content policy of the pages forbids making code from text. Zod tries it once to find out, and the browser reports
// that as a breach. This must run before the first schema is made.
z.config({ jitless: true });
