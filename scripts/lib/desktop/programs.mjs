// @ts-check
// The programs of the virtual desktop above the display and the bus, each with the settings that it
// reads. Settings live in the desktop's own temporary folders.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startPiece } from './piece.mjs';
import { dunstrc, gtkSettings, panelSettings, windowManagerSettings } from './settings.mjs';

/**
 * What a program needs of its desktop to start.
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} env
 * @property {string} configDir the desktop's XDG_CONFIG_HOME
 * @property {{ owned(name: string): Promise<void>, released(name: string): Promise<void> }} names
 */

/** @typedef {(surroundings: Surroundings) => Promise<import('./piece.mjs').Piece>} Start */

/**
 * Writes what programs read before they can be told anything.
 * @param {string} configDir
 */
export async function writeSettings(configDir) {
  const xfconf = 'xfce4/xfconf/xfce-perchannel-xml';
  const files = {
    'dunst/dunstrc': dunstrc,
    'gtk-3.0/settings.ini': gtkSettings,
    [`${xfconf}/xfce4-panel.xml`]: panelSettings,
    [`${xfconf}/xfwm4.xml`]: windowManagerSettings,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(configDir, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** The window manager, ready when it has told the X server so (EWMH). @type {Start} */
export async function startWindowManager({ env }) {
  const piece = startPiece({
    name: 'window manager',
    command: ['xfwm4', '--compositor=off', '--sm-client-disable'],
    env,
  });
  const property = startPiece({
    name: 'window manager',
    command: ['sh', '-c', 'exec xprop -root -spy >&3'],
    env,
  });
  const told = (async () => {
    for await (const chunk of property.extra) {
      if (String(chunk).includes('_NET_SUPPORTING_WM_CHECK(WINDOW)')) return;
    }
    await property.done;
  })();
  await piece.until(told).finally(property.stop);
  return piece;
}

/** The notification daemon: dunst, ready when it owns the notifications' name. @type {Start} */
export async function startNotifications({ env, configDir, names }) {
  const piece = startPiece({
    name: 'notification daemon',
    command: ['dunst', '-config', join(configDir, 'dunst/dunstrc')],
    env,
  });
  await piece.until(names.owned('org.freedesktop.Notifications'));
  return piece;
}

/** A keyring that is open with a throw-away password. @type {Start} */
export async function startKeyring({ env, names }) {
  const piece = startPiece({
    name: 'keyring',
    command: ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'],
    env,
    stdin: 'throw-away',
  });
  await piece.until(names.owned('org.freedesktop.secrets'));
  return piece;
}

/** The panel with the tray, ready when the tray takes icons. @type {Start} */
export async function startPanel({ env, names }) {
  const piece = startPiece({
    name: 'panel',
    command: ['xfce4-panel', '--disable-wm-check', '--sm-client-disable'],
    env,
  });
  await piece.until(names.owned('org.kde.StatusNotifierWatcher'));
  return piece;
}
