import { createRoot } from 'solid-js';
import { createStore } from 'solid-js/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../../../src-main/engine/settings/settings.ts';
import type { CallResult } from '../../../../src-main/ipc/contract.ts';
import {
  createSettingsChanges,
  type SettingsChanges,
} from '../../../../src-renderer/settings/changes.ts';

let sent: { changes: Partial<Settings>; answer: (result: CallResult) => void }[];
let told: (settings: Settings) => void;
let changes: SettingsChanges;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const [state, setState] = createStore({ settings: defaultSettings });
  told = (settings) => setState({ settings });
  changes = createRoot(() =>
    createSettingsChanges(
      state,
      (asked) =>
        new Promise((answer) => {
          sent.push({ changes: asked, answer });
        }),
    ),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test('what is asked for is shown at once, and stays when it was told', async () => {
  const done = changes.change({ theme: 'dark' });
  expect(changes.settings().theme).toBe('dark');
  sent[0]?.answer({ ok: true });
  await done;
  // The main process tells of it after it has answered.
  expect(changes.settings().theme).toBe('dark');
  told({ ...defaultSettings, theme: 'dark' });
  vi.runAllTimers();
  expect(changes.settings().theme).toBe('dark');
});

test('what is refused is put back', async () => {
  const done = changes.change({ theme: 'dark' });
  sent[0]?.answer({ ok: false, error: 'No.' });
  expect(await done).toEqual({ ok: false, error: 'No.' });
  expect(changes.settings().theme).toBe('system');
});

test('a second change builds on the first, which is not answered yet', () => {
  const { rules } = changes.settings();
  void changes.change({ rules: { ...rules, onlyFollowed: true } });
  const next = changes.settings().rules;
  void changes.change({ rules: { ...next, mutedWords: ['lottery'] } });
  expect(sent[1]?.changes.rules).toMatchObject({ onlyFollowed: true, mutedWords: ['lottery'] });
});
