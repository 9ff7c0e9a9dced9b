import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareAssets } from './prepare-assets.ts';

/** Everything the pages are made of. Tests and the parts the build makes itself are left out. */
const inputs = [
  'src',
  'lessons',
  'datasets',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
];
const leftOutFiles = /\.test\.tsx?$/;

/**
 * Builds the site into `dist/`, unless `dist/` was made from exactly these files already.
 *
 * @returns whether a build was needed
 * @throws when Astro's build fails; its own words have been printed by then
 */
export async function buildSite(root: string): Promise<{ built: boolean }> {
  await prepareAssets(root, { drafts: false });
  const stampPath = join(root, 'dist', '.inputs');
  const stamp = hashFiles(root, [...inputs, '.cache/assets.json']);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return { built: false };

  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (build.status !== 0) throw new Error('The site could not be built. The lines above say why.');
  writeFileSync(stampPath, stamp);
  return { built: true };
}

function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => listInputs(root, path)).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listInputs(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  try {
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !leftOutFiles.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
