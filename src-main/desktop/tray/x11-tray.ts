import type { Log } from '../../engine/log.ts';
import { openX11, type X11Server } from '../x11/x11-connection.ts';
import { getSelectionOwner, internAtom, watchWindow } from '../x11/x11-wire.ts';
import type { LegacyTray, TrayHostState } from './tray-host.ts';

/**
 * Watches an X server for a tray of the older kind (XEMBED): somebody who owns the selection
 * `_NET_SYSTEM_TRAY_S<screen>`. A tray that starts says so to all who watch the root window; one that
 * ends is seen by its window being destroyed. A server that cannot be reached has none.
 */
export function watchX11Tray(server: X11Server, log: Log): LegacyTray {
  let state: TrayHostState = 'unknown';
  let stopped = false;
  const atoms = { tray: 0, manager: 0 };
  let owner = 0;
  const listeners = new Set<() => void>();

  function setState(next: TrayHostState): void {
    if (next === state || stopped) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  const connection = openX11(server, log, {
    onReady(root) {
      connection.send(watchWindow(root));
      connection.ask(internAtom('MANAGER'), (reply) => {
        atoms.manager = reply?.value ?? 0;
      });
      connection.ask(internAtom(`_NET_SYSTEM_TRAY_S${server.screen}`), (reply) => {
        atoms.tray = reply?.value ?? 0;
        askOwner();
      });
    },
    onEvent(event) {
      const ended = event.kind === 'destroyed' && event.window === owner;
      const began =
        event.kind === 'message' && event.type === atoms.manager && event.data === atoms.tray;
      if (ended || began) askOwner();
    },
    // A tray that was gone again before it could be watched.
    onRefused() {
      if (atoms.tray !== 0) askOwner();
    },
    onEnd: () => setState('absent'),
  });

  function askOwner(): void {
    connection.ask(getSelectionOwner(atoms.tray), (reply) => {
      const window = reply?.value ?? 0;
      if (window !== 0 && window !== owner) connection.send(watchWindow(window));
      owner = window;
      setState(window === 0 ? 'absent' : 'present');
    });
  }

  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      listeners.clear();
      connection.close();
    },
  };
}
