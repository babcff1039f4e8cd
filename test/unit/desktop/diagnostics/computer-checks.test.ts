import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAbout, readLicences } from '../../../../src-main/desktop/diagnostics/about.ts';
import {
  type ComputerChecksOptions,
  computerChecks,
} from '../../../../src-main/desktop/diagnostics/computer-checks.ts';
import { logTail } from '../../../../src-main/desktop/diagnostics/log-tail.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';

const m = messagesIn('en');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-checks-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function found(id: string, given: Partial<ComputerChecksOptions> = {}) {
  const check = computerChecks({
    profileDir: folder,
    logDir: join(folder, 'logs'),
    safeMode: false,
    settingsHadProblem: () => false,
    historyIsReadable: () => true,
    historyExtent: async () => ({ count: 12_345, bytes: 2_500_000 }),
    lostLogLines: () => 0,
    lastRun: { kind: 'ended' },
    crashDumps: async () => 0,
    ...given,
  }).find((one) => one.id === id);
  const finding = await check?.run();
  return { state: finding?.state, text: finding?.say(m, 'en'), advice: finding?.advise?.(m, 'en') };
}

test('settings: not there yet, there, gone, put right, left alone', async () => {
  expect((await found('settings')).state).toBe('works');
  writeFileSync(join(folder, 'settings.json'), '{}');
  expect((await found('settings')).state).toBe('works');
  expect((await found('settings', { settingsHadProblem: () => true })).state).toBe('attention');
  expect((await found('settings', { safeMode: true })).text).toBe(m.diagnostics.settings.safe);
  const gone = await found('settings', { profileDir: join(folder, 'gone') });
  expect(gone).toMatchObject({ state: 'fails', advice: expect.stringContaining('gone') });
});

test('history: how much, or that it cannot be read', async () => {
  expect(await found('history')).toMatchObject({
    state: 'works',
    text: '12,345 notices, 2.5 MB on the disk.',
  });
  expect((await found('history', { historyIsReadable: () => false })).state).toBe('fails');
});

test('the log: whether all of it could be written', async () => {
  expect((await found('log')).state).toBe('works');
  expect(await found('log', { lostLogLines: () => 3 })).toMatchObject({
    state: 'attention',
    text: '3 lines could not be written.',
  });
});

test('the disk: how much is free', async () => {
  expect((await found('disk')).text).toMatch(/^(Only )?[\d.,]+ [kMGT]?B are free\.$/);
});

test('the last run: ended, went down with the computer, or died', async () => {
  expect((await found('last-run')).state).toBe('works');
  expect((await found('last-run', { lastRun: { kind: 'went-down' } })).state).toBe('works');
  const lastRun = { kind: 'died', startedAt: Date.UTC(2026, 10, 20) } as const;
  const died = await found('last-run', { lastRun, crashDumps: async () => 2 });
  expect(died.state).toBe('attention');
  expect(died.text).toContain('2026');
  expect(died.advice).toContain('2 crash records');
});

test('the end of the log: its newest warnings, whatever else stands there', async () => {
  const path = join(folder, 'suzu.log');
  expect(await logTail(path)).toEqual([]);
  const line = (level: string, n: number) => `2026-11-20T22:00:00.000Z ${level} ${n}`;
  const lines = Array.from({ length: 5_000 }, (_, n) => line(n % 2 === 0 ? 'info' : 'warn', n));
  writeFileSync(path, `${lines.join('\n')}\n\0\0\0\n2026-11-20T22:00:00.000Z err`);
  const tail = await logTail(path);
  expect(tail).toHaveLength(60);
  expect(tail.at(-1)).toBe(line('warn', 4_999));
});

test('what the package says of Suzu; an address that is reserved for nothing is none', async () => {
  const say = (about: unknown) =>
    writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  say({ version: '1.0.0', license: 'MIT', homepage: 'https://suzu.invalid/' });
  expect(await readAbout(folder)).toEqual({ version: '1.0.0', license: 'MIT', homepage: null });
  say({ version: '1.0.0', license: 'MIT', homepage: 'https://suzu.example/' });
  expect((await readAbout(folder)).homepage).toBe('https://suzu.example/');
  say({ version: '1.0.0', homepage: 'file:///etc/passwd' });
  expect(await readAbout(folder)).toEqual({ version: '1.0.0', license: '', homepage: null });
  say([]);
  await expect(readAbout(folder)).rejects.toThrow();
});

test('the licences, where they were built in', async () => {
  await expect(readLicences(folder)).rejects.toThrow();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', 'THIRD-PARTY-NOTICES.txt'), 'MIT');
  expect(await readLicences(folder)).toBe('MIT');
});
