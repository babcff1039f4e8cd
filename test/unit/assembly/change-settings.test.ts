import { expect, test } from 'vitest';
import { changeSettings } from '../../../src-main/assembly/change-settings.ts';
import { type Profile, parseProfile } from '../../../src-main/desktop/settings-schema.ts';
import type { Settings } from '../../../src-main/engine/settings/settings.ts';

/** A profile in memory, and all that follow its settings. */
function bench(diskTakesIt = true) {
  let profile: Profile = parseProfile({});
  const calls: string[] = [];
  const entryTold: (readonly [Settings, Settings])[] = [];
  /** The text size that each one found when it was told. */
  const found = new Map<string, number>();
  const follow = (name: string) => () => {
    calls.push(name);
    found.set(name, profile.settings.textSize);
  };
  const change = (changes: Partial<Settings>) =>
    changeSettings(changes, {
      profile: {
        get: () => profile,
        change(changed) {
          profile = { ...profile, ...changed };
          return diskTakesIt;
        },
      },
      applyTheme: follow('theme'),
      window: { scaleChanged: follow('window') },
      bell: { surroundingsChanged: follow('bell') },
      network: { apply: async () => follow('network')() },
      saving: { look: follow('saving') },
      updates: { settingsChanged: follow('updates') },
      keeper: { tidy: async () => follow('keeper')() },
      feed: { settingsChanged: follow('feed') },
      tray: { update: follow('tray') },
      entry: { settingsChanged: (before, after) => void entryTold.push([before, after]) },
    });
  return { change, calls, found, entryTold, settings: () => profile.settings };
}

const others = ['theme', 'window', 'bell', 'network', 'saving', 'updates', 'feed', 'tray'];

test('only what was named changes', () => {
  const { change, settings } = bench();
  const before = settings();
  expect(change({ textSize: 150 })).toBe(true);
  expect(settings()).toEqual({ ...before, textSize: 150 });
});

test('all who follow the settings are told once, and find the new ones', () => {
  const { change, calls, found } = bench();
  change({ textSize: 150 });
  expect(calls).toEqual(others);
  expect([...found.values()]).toEqual(others.map(() => 150));
});

test('notices are only tidied away where it was about them', () => {
  const { change, calls, settings } = bench();
  change({ history: { ...settings().history, days: 30 } });
  expect(calls.toSorted()).toEqual([...others, 'keeper'].toSorted());
});

test('the ways in learn what it was before', () => {
  const { change, entryTold, settings } = bench();
  const before = settings();
  change({ startAtLogin: 'tray' });
  expect(entryTold).toEqual([[before, { ...before, startAtLogin: 'tray' }]]);
});

test('what the disk did not take is in effect all the same, and told', () => {
  const { change, calls, settings } = bench(false);
  expect(change({ textSize: 150 })).toBe(false);
  expect(settings().textSize).toBe(150);
  expect(calls).toEqual(others);
});
