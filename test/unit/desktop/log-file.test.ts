import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRedactor } from '../../../src-main/desktop/diagnostics/redact.ts';
import { openLogFile } from '../../../src-main/desktop/log-file.ts';

const now = () => Date.UTC(2026, 10, 20, 22);
const stamp = '2026-11-20T22:00:00.000Z';

let folder: string;
let path: string;
let echoed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-log-'));
  path = join(folder, 'logs', 'suzu.log');
  echoed = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function open(given: { readonly mostBytes?: number; readonly keep?: number } = {}) {
  const echo = (line: string) => void echoed.push(line);
  return openLogFile({ path, now, redactor: createRedactor(), echo, ...given });
}

const written = (file = path) => readFileSync(file, 'utf8');

test('writes a line for each message, in order, with its level and what stands beside it', async () => {
  const log = open();
  log.info('began');
  log.warn('odd', { count: 2, why: 'a "reason"', ok: false, none: null });
  await log.flush();
  log.error('broken', {});
  await log.flush();
  expect(written()).toBe(
    `${stamp} info began\n` +
      `${stamp} warn odd {"count":2,"why":"a \\"reason\\"","ok":false,"none":null}\n` +
      `${stamp} error broken {}\n`,
  );
  expect(echoed.join('')).toBe(written());
  expect(log.lost).toBe(0);
});

test('a hostile message stays one bounded line, without its secrets', async () => {
  const log = open();
  const token = 'SECRETSECRETSECRET1';
  log.error(`a\nb\r\n${stamp} info forged \u001b[2J`, {
    stack: `Error: i=${token}\n    at x`,
    huge: '😀'.repeat(5_000_000),
    token,
    [`k\n${'k'.repeat(10_000)}`]: 1,
    ...Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`field${n}`, 'f'.repeat(1_000)])),
  });
  await log.flush();
  expect(written().split('\n')).toHaveLength(2);
  expect(written().length).toBeLessThan(50_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(written()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(written()).not.toContain(token);
  expect(written()).toContain('(10000000 characters)');
});

test('goes on where an earlier run ended', async () => {
  for (const word of ['one', 'two']) {
    const log = open();
    log.info(word);
    await log.flush();
  }
  expect(written()).toBe(`${stamp} info one\n${stamp} info two\n`);
});

test.runIf(process.platform !== 'win32')('only its owner may read it', async () => {
  const log = open();
  log.info('one');
  await log.flush();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
});

test('full files move on by one place, and so many are kept', async () => {
  const log = open({ mostBytes: 100, keep: 2 });
  const line = (n: number) => `${stamp} info ${n}${'.'.repeat(60)}\n`;
  for (let n = 1; n <= 5; n += 1) {
    log.info(`${n}${'.'.repeat(60)}`);
    await log.flush();
  }
  expect([written(), written(`${path}.1`), written(`${path}.2`)]).toEqual([5, 4, 3].map(line));
  expect(existsSync(`${path}.3`)).toBe(false);
});

test('what an earlier run left counts', async () => {
  mkdirSync(join(folder, 'logs'));
  writeFileSync(path, 'x'.repeat(1024 * 1024));
  const log = open();
  log.info('one');
  await log.flush();
  expect(statSync(`${path}.1`).size).toBe(1024 * 1024);
  expect(written()).toBe(`${stamp} info one\n`);
});

test('a folder that cannot be written stops nobody; what was lost is told once it can', async () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  const log = open();
  log.error('broken');
  log.error('still broken');
  await log.flush();
  expect(echoed).toEqual([`${stamp} error broken\n`, `${stamp} error still broken\n`]);
  expect(log.lost).toBe(2);
  unlinkSync(join(folder, 'logs'));
  log.info('mended');
  await log.flush();
  expect(written().trim().split('\n')).toEqual([
    `${stamp} warn log: lines could not be written {"count":2}`,
    `${stamp} info mended`,
  ]);
});

test.runIf(existsSync('/dev/full'))('a full disk stops nobody', async () => {
  mkdirSync(join(folder, 'logs'));
  symlinkSync('/dev/full', path);
  const log = open();
  log.info('one');
  await log.flush();
  log.info('two');
  log.flushNow();
  await log.flush();
  expect(log.lost).toBeGreaterThan(0);
  expect(echoed).toHaveLength(2);
});

test('more than memory should hold is counted, and all that was taken is written', async () => {
  const log = open();
  for (let n = 0; n < 1_000; n += 1) log.info(`${n} ${'z'.repeat(2_000)}`);
  await log.flush();
  const lines = written().trim().split('\n');
  expect(log.lost).toBeGreaterThan(700);
  expect(lines).toHaveLength(1 + 1_000 - log.lost);
  expect(lines[0]).toBe(`${stamp} warn log: lines could not be written {"count":${log.lost}}`);
});

test('what waits at the very end is written before the call returns', () => {
  const log = open();
  log.error('the last words');
  log.flushNow();
  expect(written()).toBe(`${stamp} error the last words\n`);
  log.flushNow();
  expect(written()).toBe(`${stamp} error the last words\n`);
});
