import { createHash } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { openContentCache } from '#src/cache/node/content-cache.ts';

const packedName = 'packed.bin';

/**
 * Packs a file for `DecompressionStream`, or takes what was packed before from the cache. Gzip at its hardest is what every
 * browser unpacks; Brotli would save a third more, and no browser that we test with unpacks it for a script.
 *
 * Publish it under a name that does not end in `.gz`: many hosts then say that it is a compressed text, and the browser
 * unpacks it before the page does.
 *
 * @param options.name what people call it, for the cache
 */
export async function packFile(options: {
  readonly cacheDir: string;
  readonly name: string;
  readonly content: Buffer;
}): Promise<{ readonly path: string; readonly bytes: number }> {
  const { cacheDir, name, content } = options;
  const cache = await openContentCache({ cacheDir, kind: 'packed', code: import.meta.filename });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { folder } = await cache.getFiles({ name, texts: [sha256] }, async (to) => {
    // Of all sizes of its memory this one packs the engine tightest.
    const packed = await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION, memLevel: 7 });
    await writeFile(join(to, packedName), packed);
  });
  const path = join(folder, packedName);
  return { path, bytes: (await stat(path)).size };
}
