import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { RunLines } from '../../../../src-main/desktop/surroundings/do-not-disturb/run-lines.ts';
import { watchDesktop } from '../../../../src-main/desktop/surroundings/watch-desktop.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import type { DesktopState } from '../../../../src-main/engine/notices/desktop-state.ts';
import { busUp } from '../support/bus-up.ts';
import { settle } from '../support/settle.ts';

/** Plays Electron's powerMonitor. */
class PlayedPower extends EventEmitter {
  isOnBatteryPower = () => true;
  getSystemIdleState = () => 'active' as const;
}

async function setUp(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string>> = {},
) {
  const session = await busUp();
  const system = await busUp();
  const power = new PlayedPower();
  const programs: string[] = [];
  const run: RunLines = (program) => {
    programs.push(program);
    return () => {};
  };
  let dialled = 0;
  const watch = watchDesktop({
    platform,
    environment,
    sessionBus: session.bus,
    systemBus: system.bus,
    dialX11() {
      dialled += 1;
      return null;
    },
    power,
    run,
    clock: session.clock,
    log: silentLog,
    pid: 1,
  });
  const states: DesktopState[] = [];
  watch.onChange((state) => states.push(state));
  await settle();
  return { watch, states, session, system, power, programs, dialled: () => dialled };
}

/** The services that are looked for on a bus. */
const wantedOn = ({ last }: Awaited<ReturnType<typeof busUp>>) =>
  last()
    .calls.filter(({ member }) => member === 'GetNameOwner')
    .map(({ body }) => body[0]);

test.each(['darwin', 'win32'] as const)('on %s the power monitor tells', async (platform) => {
  const { watch, states, power, session, dialled } = await setUp(platform);
  expect(watch.state).toMatchObject({ locked: false, onBattery: true, doNotDisturb: null });
  power.emit('lock-screen');
  power.emit('lock-screen');
  power.emit('on-ac');
  power.emit('unlock-screen');
  expect(states.map(({ locked, onBattery }) => [locked, onBattery])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  expect(wantedOn(session)).toEqual([]);
  expect(dialled()).toBe(0);
  watch.stop();
  expect(power.eventNames().flatMap((name) => power.listeners(name))).toEqual([]);
});

test('on Linux with X11 the windows are asked, and the two buses', async () => {
  const { session, system, dialled, programs } = await setUp('linux', { DISPLAY: ':0' });
  expect(dialled()).toBe(1);
  expect(wantedOn(session)).not.toContain('org.gnome.SessionManager');
  expect(wantedOn(system)).toEqual([
    'org.freedesktop.login1',
    'org.freedesktop.UPower',
    'org.freedesktop.NetworkManager',
  ]);
  expect(programs).toEqual([]);
});

test('on Wayland those who keep the screen lit stand in for full-screen windows', async () => {
  const { session, dialled } = await setUp('linux', { WAYLAND_DISPLAY: 'wayland-0' });
  expect(dialled()).toBe(0);
  expect(wantedOn(session)).toContain('org.gnome.SessionManager');
  expect(wantedOn(session)).toContain('org.kde.Solid.PowerManagement.PolicyAgent');
});

test('GNOME’s do-not-disturb is a setting', async () => {
  const { programs } = await setUp('linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
  expect(programs).toEqual(['gsettings', 'gsettings']);
});

test('the focus of Suzu’s window is told as well, and after the stop nothing is', async () => {
  const { watch, states } = await setUp('linux');
  watch.setWindowFocused(true);
  watch.setWindowFocused(true);
  expect(states.map(({ windowFocused }) => windowFocused)).toEqual([true]);
  watch.stop();
  watch.setWindowFocused(false);
  expect(states).toHaveLength(1);
});
