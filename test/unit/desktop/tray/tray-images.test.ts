import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TrayIconState } from '../../../../src-main/desktop/tray/tray-icon.ts';
import { type Panel, trayImageFile } from '../../../../src-main/desktop/tray/tray-images.ts';

const linux: Panel = { platform: 'linux', dark: false, scale: 1 };
const states: readonly TrayIconState[] = [
  'idle',
  'online',
  'unread',
  'waiting',
  'refused',
  'paused',
];

test.each([
  [1, 'online-both.png'],
  [1.2, 'online-both@1.25x.png'],
  [1.5, 'online-both@1.5x.png'],
  [1.75, 'online-both@2x.png'],
  [3, 'online-both@3x.png'],
  [4, 'online-both@3x.png'],
])('on Linux a display of scale %d gets %s alone', (scale, file) => {
  expect(trayImageFile('online', { ...linux, scale })).toBe(file);
});

test('macOS gets a template picture, which it tints itself', () => {
  expect(trayImageFile('paused', { platform: 'darwin', dark: true, scale: 2 })).toBe(
    'pausedTemplate.png',
  );
});

test('Windows gets the picture for its panel', () => {
  expect(trayImageFile('unread', { platform: 'win32', dark: true, scale: 1 })).toBe(
    'unread-dark-16.png',
  );
  expect(trayImageFile('unread', { platform: 'win32', dark: false, scale: 1 })).toBe(
    'unread-light-16.png',
  );
});

test('every picture that can be asked for is there', () => {
  const panels: Panel[] = [
    { platform: 'darwin', dark: false, scale: 1 },
    { platform: 'win32', dark: false, scale: 1 },
    { platform: 'win32', dark: true, scale: 1 },
    ...[1, 1.25, 1.5, 2, 3].map((scale) => ({ ...linux, scale })),
  ];
  const files = states.flatMap((state) => panels.map((panel) => trayImageFile(state, panel)));
  const missing = files.filter((file) => !existsSync(join('assets/tray', file)));
  expect(missing).toEqual([]);
});
