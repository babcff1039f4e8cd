import { expect, test } from 'vitest';
import type { BusQuestion } from '../../../../src-main/desktop/surroundings/bus-fact.ts';
import { quietServices } from '../../../../src-main/desktop/surroundings/do-not-disturb/services.ts';
import type { Told } from '../../../../src-main/desktop/surroundings/fact.ts';
import {
  presentationMode,
  screenKeepers,
} from '../../../../src-main/desktop/surroundings/full-screen/presentations.ts';
import {
  loginSession,
  screenSavers,
} from '../../../../src-main/desktop/surroundings/lock/screen-savers.ts';
import {
  networkManager,
  networkPortal,
  upower,
} from '../../../../src-main/desktop/surroundings/power/supplies.ts';

const value = (signature: string, held: unknown) => [{ signature, value: held }];

const [plasma, dunst, mako, swaync, xfce] = quietServices;
const [policyAgent, sessionManager] = screenKeepers;
const [freedesktopSaver] = screenSavers;

/** What each service answers, and what is read from it. */
const answers: readonly (readonly [
  string,
  BusQuestion | undefined,
  readonly unknown[],
  readonly unknown[],
  Told,
])[] = [
  ['KDE Plasma', plasma, ['org.freedesktop.Notifications', 'Inhibited'], value('b', true), true],
  ['dunst', dunst, ['org.dunstproject.cmd0', 'paused'], value('b', false), false],
  ['mako', mako, ['fr.emersion.Mako', 'Modes'], value('as', ['default', 'dnd']), true],
  ['mako in no such mode', mako, ['fr.emersion.Mako', 'Modes'], value('as', ['default']), false],
  ['swaync', swaync, [], [true], true],
  ['xfce4-notifyd', xfce, ['xfce4-notifyd', '/do-not-disturb'], value('b', true), true],
  [
    'xfce4-power-manager',
    presentationMode,
    ['xfce4-power-manager', '/xfce4-power-manager/presentation-mode'],
    value('b', true),
    true,
  ],
  ['KDE’s policy agent', policyAgent, [4], [true], true],
  [
    'GNOME’s session manager, with somebody who inhibits idle and suspend',
    sessionManager,
    ['org.gnome.SessionManager', 'InhibitedActions'],
    value('u', 12),
    true,
  ],
  [
    'GNOME’s session manager, with somebody who inhibits suspend',
    sessionManager,
    ['org.gnome.SessionManager', 'InhibitedActions'],
    value('u', 4),
    false,
  ],
  ['a screen saver', freedesktopSaver, [], [true], true],
  [
    'the log-in manager',
    loginSession,
    ['org.freedesktop.login1.Session', 'LockedHint'],
    value('b', true),
    true,
  ],
  ['UPower', upower, ['org.freedesktop.UPower', 'OnBattery'], value('b', true), true],
  ...([null, true, false, true, false] as const).map(
    (told, state) =>
      [
        `NetworkManager in state ${state}`,
        networkManager,
        ['org.freedesktop.NetworkManager', 'Metered'],
        value('u', state),
        told,
      ] as const,
  ),
  ['the network portal', networkPortal, [], [false], false],
];

test.each(answers)('%s', (_name, question, asked, answer, told) => {
  expect(question?.body ?? []).toEqual(asked);
  expect(question?.read(answer)).toBe(told);
});

/** What each tells by itself. */
const news: readonly (readonly [string, BusQuestion | undefined, readonly unknown[], unknown])[] = [
  ['swaync', swaync, [3, true, false, false], true],
  ['xfce4-notifyd', xfce, ['xfce4-notifyd', '/do-not-disturb', ...value('b', true)], true],
  [
    'xfce4-notifyd, of another key',
    xfce,
    ['xfce4-notifyd', '/theme', ...value('s', 'x')],
    'unchanged',
  ],
  ['a screen saver', freedesktopSaver, [true], true],
];

test.each(news)('what %s tells by itself is read', (_name, question, body, told) => {
  expect(question?.signals[0]?.read?.(body)).toBe(told);
});

test('a setting of XFCE that is removed is as one that was never set', () => {
  const removed = xfce?.signals.find(({ member }) => member === 'PropertyRemoved');
  expect(removed?.read?.(['xfce4-notifyd', '/do-not-disturb'])).toBeNull();
  expect(removed?.read?.(['xfce4-notifyd', '/theme'])).toBe('unchanged');
});
