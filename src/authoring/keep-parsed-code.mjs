// Preloaded by the commands that trainers run again and again: Node keeps what it made of our TypeScript, which takes
// more than half of their start.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'code'));
