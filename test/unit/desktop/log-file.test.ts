import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLog } from '../../../src-main/desktop/log-file.ts';

const now = () => Date.UTC(2026, 10, 20, 22);
const stamp = '2026-11-20T22:00:00.000Z';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-log-'));
  path = join(folder, 'logs', 'suzu.log');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('writes a line for each message, with its level and what stands beside it', () => {
  const told: string[] = [];
  const log = fileLog(path, now, (line) => told.push(line));
  log.info('began');
  log.warn('odd', { count: 2, why: 'a "reason"\nof two lines' });
  log.error('broken', {});
  expect(readFileSync(path, 'utf8')).toBe(
    `${stamp} info began\n` +
      `${stamp} warn odd {"count":2,"why":"a \\"reason\\"\\nof two lines"}\n` +
      `${stamp} error broken {}\n`,
  );
  expect(told.join('')).toBe(readFileSync(path, 'utf8'));
});

test('goes on where an earlier run ended', () => {
  fileLog(path, now, () => {}).info('one');
  fileLog(path, now, () => {}).info('two');
  expect(readFileSync(path, 'utf8')).toBe(`${stamp} info one\n${stamp} info two\n`);
});

test.runIf(process.platform !== 'win32')('only its owner may read it', () => {
  fileLog(path, now, () => {}).info('one');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
});

test('a file that has grown to a megabyte becomes the old one, in place of the one before', () => {
  mkdirSync(join(folder, 'logs'));
  writeFileSync(`${path}.old`, 'older still');
  writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
  const log = fileLog(path, now, () => {});
  log.info('one');
  log.info('two');
  expect(statSync(`${path}.old`).size).toBe(1024 * 1024 + 1);
  expect(readFileSync(path, 'utf8')).toBe(`${stamp} info one\n${stamp} info two\n`);
});

test('what it writes itself counts', () => {
  const log = fileLog(path, now, () => {});
  const text = 'y'.repeat(300_000);
  for (let n = 0; n < 5; n += 1) log.info(text);
  expect(statSync(`${path}.old`).size).toBeGreaterThan(1024 * 1024);
  expect(statSync(path).size).toBeLessThan(400_000);
});

test('a disk that takes nothing stops nobody, and the screen still tells', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  const told: string[] = [];
  fileLog(path, now, (line) => told.push(line)).error('broken');
  expect(told).toEqual([`${stamp} error broken\n`]);
});
