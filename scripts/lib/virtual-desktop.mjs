// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserError } from './cli.mjs';
import { startBus, watchNames } from './desktop/bus.mjs';
import { paintBackground, startDisplay } from './desktop/display.mjs';
import { ensurePackages } from './desktop/packages.mjs';
import {
  startKeyring,
  startNotifications,
  startPanel,
  startWindowManager,
  writeSettings,
} from './desktop/programs.mjs';
import { writeShims } from './desktop/shim.mjs';

/** @typedef {'panel' | 'keyring' | 'notifications'} OptionalPiece */

/** What owns what on the session bus while a piece runs. @type {Record<OptionalPiece, { start: import('./desktop/programs.mjs').Start, name: string }>} */
const OPTIONAL = {
  keyring: { start: startKeyring, name: 'org.freedesktop.secrets' },
  notifications: { start: startNotifications, name: 'org.freedesktop.Notifications' },
  panel: { start: startPanel, name: 'org.kde.StatusNotifierWatcher' },
};

/**
 * A running desktop session that nobody sees. Each start and stop returns when the session bus shows
 * the change; starting what runs and stopping what does not is harmless.
 * @typedef {object} VirtualDesktop
 * @property {NodeJS.ProcessEnv} env the environment for programs that run in it
 * @property {() => Promise<void>} startPanel
 * @property {() => Promise<void>} stopPanel
 * @property {() => Promise<void>} startNotifications
 * @property {() => Promise<void>} stopNotifications
 * @property {() => Promise<void>} startKeyring
 * @property {() => Promise<void>} stopKeyring
 * @property {() => Promise<void>} stop ends every program and removes every file of the session
 */

/**
 * Starts a desktop session on a screen in memory: X server, session bus, window manager, panel with
 * tray and clock, notification daemon and keyring, all with settings, data and runtime folders of
 * their own, so that nothing of the user's session is touched. Linux only. Installs missing programs
 * as root on Debian; see `ensurePackages`.
 * @param {{ size?: string, without?: readonly OptionalPiece[] }} [options] `size` in pixels, `1280x800`
 *   by default; `without` names what is not started at first
 * @returns {Promise<VirtualDesktop>}
 * @throws {UserError} when a program is missing or does not start
 */
export async function startVirtualDesktop({ size = '1280x800', without = [] } = {}) {
  if (process.platform !== 'linux') {
    throw new UserError('The virtual desktop exists on Linux only. Run this in a desktop session.');
  }
  if (!/^[1-9]\d{2,3}x[1-9]\d{2,3}$/.test(size)) {
    throw new UserError(`The size of the virtual desktop is written as 1280x800, not as ${size}.`);
  }
  await ensurePackages();
  const folder = await mkdtemp(join(tmpdir(), 'suzu-desktop-'));
  /** @type {(() => unknown)[]} */
  const undo = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  const stop = async () => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    const surroundings = await startGround(folder, size, undo);
    const windowManager = await startWindowManager(surroundings);
    undo.push(windowManager.stop);
    const { panel, keyring, notifications } = optionalPieces(surroundings);
    undo.push(() => Promise.all([panel.stop(), keyring.stop(), notifications.stop()]));
    const wanted = Object.entries({ panel, keyring, notifications }).filter(
      ([name]) => !without.some((unwanted) => unwanted === name),
    );
    await Promise.all(wanted.map(([, piece]) => piece.start()));
    return {
      env: surroundings.env,
      startPanel: panel.start,
      stopPanel: panel.stop,
      startNotifications: notifications.start,
      stopNotifications: notifications.stop,
      startKeyring: keyring.start,
      stopKeyring: keyring.stop,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Folders, display and bus: what every program stands on.
 * @param {string} folder
 * @param {string} size
 * @param {(() => unknown)[]} undo
 */
async function startGround(folder, size, undo) {
  const dirs = await makeFolders(folder);
  const shims = await writeShims(folder);
  await writeSettings(dirs.XDG_CONFIG_HOME);
  const { WAYLAND_DISPLAY: _, ...inherited } = process.env;
  const own = {
    ...inherited,
    ...dirs,
    PATH: [shims, process.env['PATH']].join(delimiter),
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'XFCE',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
  };
  const display = await startDisplay({ folder, size, env: own });
  undo.push(display.piece.stop);
  const onDisplay = { ...own, ...display.env };
  const painted = paintBackground(onDisplay);
  const bus = await startBus({ folder, runtimeDir: dirs.XDG_RUNTIME_DIR, env: onDisplay });
  undo.push(bus.piece.stop);
  await painted;
  const names = await watchNames(bus.address);
  undo.push(names.close);
  const env = { ...onDisplay, DBUS_SESSION_BUS_ADDRESS: bus.address };
  return { env, configDir: dirs.XDG_CONFIG_HOME, names };
}

/** @param {string} folder */
async function makeFolders(folder) {
  const dirs = {
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_STATE_HOME: join(folder, 'state'),
  };
  for (const dir of Object.values(dirs)) await mkdir(dir, { mode: 0o700 });
  return dirs;
}

/** @param {import('./desktop/programs.mjs').Surroundings} surroundings */
function optionalPieces(surroundings) {
  /** @param {OptionalPiece} which */
  const optional = (which) => {
    /** @type {import('./desktop/piece.mjs').Piece | undefined} */
    let running;
    return {
      async start() {
        running ??= await OPTIONAL[which].start(surroundings);
      },
      async stop() {
        if (running === undefined) return;
        await running.stop();
        running = undefined;
        await surroundings.names.released(OPTIONAL[which].name);
      },
    };
  };
  return {
    panel: optional('panel'),
    keyring: optional('keyring'),
    notifications: optional('notifications'),
  };
}
