import { expect, test } from 'vitest';
import {
  profileFor,
  restartArguments,
  safeSettings,
} from '../../../../src-main/desktop/crash/safe-mode.ts';
import { type Profile, parseProfile } from '../../../../src-main/desktop/settings-schema.ts';
import { defaultSettings, type Settings } from '../../../../src-main/engine/settings/settings.ts';

const changed: Settings = {
  language: 'ja',
  theme: 'dark',
  textSize: 200,
  clickOpens: 'window',
  startAtLogin: 'tray',
  rules: { ...defaultSettings.rules, onlyFollowed: true },
  sound: { general: { kind: 'file', path: '/a.wav' }, volume: 10 },
  privacy: { level: 'something', levelWhileLocked: 'something' },
  shortcuts: { toggleWindow: 'F1', snooze: 'F2' },
  network: { proxy: { mode: 'pac', url: 'http://a/' }, certificates: ['/a.pem'] },
  saving: { onBattery: true, onMetered: false },
  history: { days: null, megabytes: 1_000 },
  updates: 'off',
};

test('everything is as at first, but for what keeps the user safe', () => {
  expect(safeSettings(changed)).toEqual({
    ...defaultSettings,
    language: 'ja',
    startAtLogin: 'tray',
    privacy: changed.privacy,
    network: changed.network,
    history: changed.history,
    updates: 'off',
  });
});

test('settings that change live in memory; all else reaches the file', () => {
  let stored: Profile = { ...parseProfile({}), settings: changed };
  const writes: Partial<Profile>[] = [];
  const store = {
    get: () => stored,
    backUp: () => undefined,
    change: (changes: Partial<Profile>) => {
      writes.push(changes);
      stored = { ...stored, ...changes };
      return false;
    },
  };
  expect(profileFor(store, false)).toBe(store);
  const profile = profileFor(store, true);
  expect(profile.change({ settings: { ...profile.get().settings, theme: 'light' } })).toBe(true);
  expect(profile.get().settings.theme).toBe('light');
  expect(profile.change({ pausedUntil: 5 })).toBe(false);
  expect(profile.get().pausedUntil).toBe(5);
  expect(writes).toEqual([{ pausedUntil: 5 }]);
  expect(stored.settings).toBe(changed);
});

test('starting again changes the mode alone, and shows the window', () => {
  const given = [
    '/app',
    '--hidden',
    '--user-data-dir=/p',
    '--safe-mode',
    '--snooze=1h',
    'suzu://x',
  ];
  expect(restartArguments(given, false)).toEqual(['/app', '--user-data-dir=/p']);
  expect(restartArguments(given, true)).toEqual(['/app', '--user-data-dir=/p', '--safe-mode']);
});
