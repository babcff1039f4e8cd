import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { homedir } from 'node:os';
import type { Log } from '../../engine/log.ts';
import type { LegacyTray } from './tray-host.ts';
import { cookieFile, findCookie, parseDisplay, type X11Cookie } from './x11-address.ts';
import { watchX11Tray } from './x11-tray.ts';

/**
 * The tray of the older kind on this desktop's X server; null where there is none to be asked: on
 * Wayland Electron shows no icon that way.
 */
export function legacyTray(
  environment: Readonly<Record<string, string | undefined>>,
  log: Log,
): LegacyTray | null {
  if ((environment['WAYLAND_DISPLAY'] ?? '') !== '') return null;
  const display = parseDisplay(environment['DISPLAY']);
  if (display === null) return null;
  return watchX11Tray({
    stream: createConnection(display.address),
    cookie: readCookie(cookieFile(environment, homedir()), display.display),
    screen: display.screen,
    log,
  });
}

function readCookie(path: string, display: number): X11Cookie | null {
  try {
    return findCookie(readFileSync(path), display);
  } catch {
    return null;
  }
}
