import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tidyCrashDumps } from '../../../../src-main/desktop/crash/crash-dumps.ts';

const now = Date.UTC(2026, 10, 20);
const hour = 60 * 60 * 1_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-dumps-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function dump(path: string, at: number): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'dump');
  utimesSync(file, new Date(at), new Date(at));
}

test('the five newest stay, wherever they stand, with what belongs to them', async () => {
  for (let n = 1; n <= 4; n += 1) dump(`pending/${n}.dmp`, now - n * hour);
  for (let n = 5; n <= 8; n += 1) dump(`completed/${n}.dmp`, now - n * hour);
  dump('completed/8.meta', now);
  dump('settings.dat', now - 999 * hour);
  expect(await tidyCrashDumps(folder, now, now - 2.5 * hour)).toBe(2);
  expect(readdirSync(join(folder, 'pending')).sort()).toEqual(['1.dmp', '2.dmp', '3.dmp', '4.dmp']);
  expect(readdirSync(join(folder, 'completed'))).toEqual(['5.dmp']);
  expect(existsSync(join(folder, 'settings.dat'))).toBe(true);
});

test('what is older than a month goes', async () => {
  dump('new/old.dmp', now - 31 * 24 * hour);
  dump('new/young.dmp', now - 29 * 24 * hour);
  await tidyCrashDumps(folder, now, now);
  expect(readdirSync(join(folder, 'new'))).toEqual(['young.dmp']);
});

test('a folder that is not there holds none', async () => {
  expect(await tidyCrashDumps(join(folder, 'none'), now, 0)).toBe(0);
});
