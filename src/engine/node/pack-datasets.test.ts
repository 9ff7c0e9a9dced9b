import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DatasetAsset } from '#src/datasets/assets.ts';
import { packDatasets } from './pack-datasets.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pack-datasets-'));
  mkdirSync(join(root, 'public'));
});
afterEach(() => rmSync(root, { recursive: true }));

const pack = (assets: Record<string, DatasetAsset>) =>
  packDatasets({ publicDir: join(root, 'public'), cacheDir: join(root, '.cache') }, assets);

function publish(id: string, content: string): DatasetAsset {
  writeFileSync(join(root, 'public', `${id}.duckdb`), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    id,
    path: `/${id}.duckdb?sha256=${sha256.slice(0, 16)}`,
    bytes: content.length,
    sha256,
    tables: [],
  };
}
const contentOf = (asset: DatasetAsset | undefined) =>
  gunzipSync(readFileSync(join(root, 'public', asset?.packed?.path ?? ''))).toString();

test('packs each dataset under a name that its content decides, and removes what is outdated', async () => {
  const first = await pack({ waits: publish('waits', 'one '.repeat(1000)), fees: publish('fees', 'fee') });
  expect(contentOf(first['waits'])).toBe('one '.repeat(1000));
  expect(first['waits']?.packed?.bytes).toBeLessThan(100);

  const second = await pack({ waits: publish('waits', 'two '.repeat(1000)) });
  expect(second['waits']?.packed?.path).not.toBe(first['waits']?.packed?.path);
  expect(contentOf(second['waits'])).toBe('two '.repeat(1000));
  expect(readdirSync(join(root, 'public/engine-data'))).toHaveLength(1);
});

test('mends a copy that was cut short', async () => {
  const asset = publish('waits', 'one '.repeat(1000));
  const { waits } = await pack({ waits: asset });
  truncateSync(join(root, 'public', waits?.packed?.path ?? ''), 5);
  await pack({ waits: asset });
  expect(contentOf(waits)).toBe('one '.repeat(1000));
});
