import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { homedir } from 'node:os';
import { cookieFile, findCookie, parseDisplay, type X11Cookie } from './x11-address.ts';
import type { X11Server } from './x11-connection.ts';

/**
 * Dials the X server of this desktop; null where there is none to be asked. On Wayland there is one
 * for older programs only, which knows neither the panel nor most windows.
 */
export function dialX11(
  environment: Readonly<Record<string, string | undefined>>,
): X11Server | null {
  if ((environment['WAYLAND_DISPLAY'] ?? '') !== '') return null;
  const display = parseDisplay(environment['DISPLAY']);
  if (display === null) return null;
  return {
    stream: createConnection(display.address),
    cookie: readCookie(cookieFile(environment, homedir()), display.display),
    screen: display.screen,
  };
}

function readCookie(path: string, display: number): X11Cookie | null {
  try {
    return findCookie(readFileSync(path), display);
  } catch {
    return null;
  }
}
