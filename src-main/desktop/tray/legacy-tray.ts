import type { Log } from '../../engine/log.ts';
import { dialX11 } from '../x11/dial-x11.ts';
import type { LegacyTray } from './tray-host.ts';
import { watchX11Tray } from './x11-tray.ts';

/**
 * The tray of the older kind on this desktop's X server; null where there is none to be asked: on
 * Wayland Electron shows no icon that way.
 */
export function legacyTray(
  environment: Readonly<Record<string, string | undefined>>,
  log: Log,
): LegacyTray | null {
  const server = dialX11(environment);
  return server && watchX11Tray(server, log);
}
