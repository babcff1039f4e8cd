import { describe, expect, test } from 'vitest';
import type { AutostartState } from '../../../../src-main/desktop/autostart/autostart.ts';
import { BusError, type SessionBus } from '../../../../src-main/desktop/bus/session-bus.ts';
import {
  type DesktopChecksOptions,
  desktopChecks,
} from '../../../../src-main/desktop/diagnostics/desktop-checks.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';

const m = messagesIn('en');

/** A bus on which each method answers so; one that is not named is refused. */
function bus(answers: Readonly<Record<string, readonly unknown[] | Error>>): SessionBus {
  return {
    state: () => 'up',
    call: async ({ member }) => {
      const answer = answers[member] ?? new BusError('refused', 'ServiceUnknown');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onSignal: () => () => {},
    onState: () => () => {},
    stop: () => {},
  };
}

async function found(id: string, given: Partial<DesktopChecksOptions>) {
  const [check] = desktopChecks({
    secrets: () => ({ storage: 'keyring', consentNeeded: false }),
    backend: 'gnome_libsecret',
    bus: null,
    toastBus: null,
    systemToasts: { name: 'Windows', supported: true },
    trayHost: () => 'present',
    autostart: () => ({ kind: 'off' }),
    startAtLogin: () => 'off',
    desktop: () => ({
      doNotDisturb: null,
      fullScreen: null,
      locked: null,
      windowFocused: false,
      onBattery: null,
      metered: null,
    }),
    ...given,
  }).filter((one) => one.id === id);
  const finding = await check?.run();
  return {
    state: finding?.state,
    text: finding?.say(m, 'en'),
    advised: finding?.advise !== undefined,
  };
}

const dunst = { GetServerInformation: ['dunst', 'knopwob', '1.11', '1.2'] };

describe('notifications', () => {
  test.each([
    [
      'with buttons',
      { ...dunst, GetCapabilities: [['actions', 'body']] },
      'works',
      'dunst 1.11 shows them (actions, body).',
    ],
    [
      'without',
      { ...dunst, GetCapabilities: [['body']] },
      'attention',
      'dunst 1.11 shows them, without buttons (body).',
    ],
    ['nobody there', {}, 'fails', m.diagnostics.toasts.none],
    [
      'hanging',
      { GetServerInformation: new BusError('timeout') },
      'fails',
      m.diagnostics.toasts.silent,
    ],
    ['nonsense', { GetServerInformation: [7] }, 'fails', m.diagnostics.toasts.silent],
    [
      'far too much',
      { GetServerInformation: ['x'.repeat(9_999), '', ''] },
      'fails',
      m.diagnostics.toasts.silent,
    ],
  ])('on Linux, %s', async (_what, answers, state, text) => {
    expect(await found('toasts', { toastBus: bus(answers) })).toMatchObject({ state, text });
  });

  test('without a session bus', async () => {
    const down: SessionBus = { ...bus({}), state: () => 'down' };
    expect(await found('toasts', { toastBus: down })).toMatchObject({
      state: 'fails',
      text: m.diagnostics.toasts.noBus,
    });
  });

  test.each([
    [true, 'works'],
    [false, 'fails'],
  ])('shown by the system itself: %s', async (supported, state) => {
    const systemToasts = { name: 'Windows', supported };
    expect((await found('toasts', { systemToasts })).state).toBe(state);
  });
});

describe('the keyring', () => {
  test.each([
    ['keyring', { NameHasOwner: [true] }, 'works'],
    [
      'keyring',
      { NameHasOwner: [false], ListActivatableNames: [['org.freedesktop.secrets']] },
      'works',
    ],
    ['keyring', { NameHasOwner: [false], ListActivatableNames: [['other']] }, 'fails'],
    ['weak', {}, 'attention'],
    ['session', {}, 'fails'],
  ] as const)('tokens in %s, bus %j: %s', async (storage, answers, state) => {
    const given = { secrets: () => ({ storage, consentNeeded: false }), bus: bus(answers) };
    expect((await found('keyring', given)).state).toBe(state);
  });
});

test.each([
  ['present', 'works'],
  ['absent', 'fails'],
  ['unknown', 'attention'],
] as const)('a tray that is %s: %s', async (host, state) => {
  expect((await found('tray', { trayHost: () => host })).state).toBe(state);
});

test.each<[AutostartState, 'off' | 'tray', string]>([
  [{ kind: 'off' }, 'off', 'works'],
  [{ kind: 'off' }, 'tray', 'attention'],
  [{ kind: 'on', choice: 'tray' }, 'tray', 'works'],
  [{ kind: 'disabled' }, 'tray', 'attention'],
  [{ kind: 'other-profile' }, 'off', 'attention'],
  [{ kind: 'foreign', file: '/x' }, 'tray', 'attention'],
  [{ kind: 'needs-approval' }, 'tray', 'attention'],
])('start at login %j, wanted %s: %s', async (state, wanted, expected) => {
  const given = { autostart: () => state, startAtLogin: () => wanted };
  expect(await found('autostart', given)).toMatchObject({
    state: expected,
    advised: expected === 'attention',
  });
});

test.each([
  [null, 'absent'],
  [true, 'works'],
  [false, 'works'],
])('do-not-disturb %s: %s', async (doNotDisturb, state) => {
  const desktop = () => ({
    doNotDisturb,
    fullScreen: null,
    locked: null,
    windowFocused: false,
    onBattery: null,
    metered: null,
  });
  expect((await found('do-not-disturb', { desktop })).state).toBe(state);
});
