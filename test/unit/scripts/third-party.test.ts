import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../../scripts/lib/project.mjs';
import { foldersOf, packageFolder, thirdPartyNotices } from '../../../scripts/lib/third-party.mjs';

test.each([
  ['/home/a/suzu/src-main/main.ts', null],
  ['/home/a/suzu/node_modules/ws/lib/sender.js', 'node_modules/ws'],
  ['\0/home/a/suzu/node_modules/ws/index.js?commonjs-module', 'node_modules/ws'],
  ['/home/a/suzu/node_modules/@scope/name/lib/x.js', 'node_modules/@scope/name'],
  ['/home/a/suzu/node_modules/conf/node_modules/ajv/x.js', 'node_modules/conf/node_modules/ajv'],
  ['C:\\suzu\\node_modules\\ws\\index.js', 'node_modules/ws'],
  ['virtual:unicode-emoji/en', null],
])('%j is of the package in %j', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test('every package is told once, by name, with its terms', () => {
  const text = thirdPartyNotices(['node_modules/ws', 'node_modules/valibot', 'node_modules/ws']);
  expect(text.match(/^\S+ [\d.]+ \(.+\)$/gm)?.map((title) => title.split(' ')[0])).toEqual([
    'valibot',
    'ws',
  ]);
  expect(text).toContain(readFileSync(inProject('node_modules/ws/LICENSE'), 'utf8').trim());
});

test('licences in the notations of old packages are read', () => {
  const text = thirdPartyNotices(['node_modules/@nornagon/put', 'node_modules/pause-stream']);
  expect(text).toContain('(MIT/X11)');
  expect(text).toContain('(MIT or Apache2)');
});

test('a package that comes without a file of its terms is told with its author', () => {
  expect(existsSync(inProject('node_modules/lazy-val/LICENSE'))).toBe(false);
  expect(thirdPartyNotices(['node_modules/lazy-val'])).toContain(
    'Licensed under MIT by Vladimir Krivosheev.',
  );
});

test('what a bundle noted down is read back, and nothing where it noted nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suzu-noted-'));
  try {
    const file = join(folder, 'packages-main.json');
    expect(foldersOf(file)).toEqual([]);
    writeFileSync(file, '["node_modules/ws"]');
    expect(foldersOf(file)).toEqual(['node_modules/ws']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
