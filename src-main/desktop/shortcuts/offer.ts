import { app } from 'electron';

/** Whether the session is one in which the desktop, and not the program, decides about shortcuts. */
export function isWayland(env: NodeJS.ProcessEnv): boolean {
  return env['XDG_SESSION_TYPE'] === 'wayland' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

const portal = 'GlobalShortcutsPortal';

/**
 * Must run before the app is ready: under Wayland shortcuts go through the desktop's portal, which
 * Chromium asks only when it is told to.
 * https://www.electronjs.org/docs/latest/api/global-shortcut
 */
export function offerGlobalShortcuts(env: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || !isWayland(env)) return;
  const given = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch(
    'enable-features',
    [given, portal].filter((part) => part !== '').join(','),
  );
}
