import type { Log } from '../../../engine/log.ts';
import { openX11, type X11Server } from '../../x11/x11-connection.ts';
import {
  getProperty,
  internAtom,
  readNumbers,
  unwatch,
  watchProperties,
} from '../../x11/x11-wire.ts';
import type { Fact } from '../fact.ts';

/** Names by the Extended Window Manager Hints. */
const names = {
  activeWindow: '_NET_ACTIVE_WINDOW',
  state: '_NET_WM_STATE',
  fullScreen: '_NET_WM_STATE_FULLSCREEN',
  process: '_NET_WM_PID',
} as const;

/** More states than a window can have. */
const mostStates = 64;

/**
 * Whether the active window of an X server fills the screen; a window of this process does not count.
 * Without a window manager that tells which one is active, nothing is told.
 *
 * @param dial a connection of its own: whoever asks for the news of a window again loses what it asked
 *   for before.
 */
export function x11FullScreen(dial: () => X11Server | null, log: Log, ownPid: number): Fact {
  return (tell) => {
    const server = dial();
    if (server === null) return () => {};
    const atoms = { activeWindow: 0, state: 0, fullScreen: 0, process: 0 };
    let root = 0;
    let active = 0;

    const connection = openX11(server, log, {
      onReady(found) {
        root = found;
        connection.send(watchProperties(root));
        know('fullScreen');
        know('process');
        know('state');
        know('activeWindow', askActive);
      },
      onEvent(event) {
        if (event.kind !== 'property') return;
        if (event.window === root && event.property === atoms.activeWindow) askActive();
        if (event.window === active && event.property === atoms.state) askState(active);
      },
      // A window that was gone before it could be watched; which one is active then is told.
      onRefused() {},
      onEnd: () => tell(null),
    });

    function know(name: keyof typeof names, then = () => {}): void {
      connection.ask(internAtom(names[name]), (reply) => {
        atoms[name] = reply?.value ?? 0;
        then();
      });
    }

    function askActive(): void {
      connection.ask(getProperty(root, atoms.activeWindow, 1), (reply) => {
        setActive((reply && readNumbers(reply)?.[0]) ?? null);
      });
    }

    /** @param window 0: none is active; null: nobody tells. */
    function setActive(window: number | null): void {
      const next = window ?? 0;
      if (next !== active) {
        if (active !== 0) connection.send(unwatch(active));
        if (next !== 0) connection.send(watchProperties(next));
        active = next;
      }
      if (next === 0) tell(window === null ? null : false);
      else askState(next);
    }

    function askState(window: number): void {
      let isFullScreen = false;
      connection.ask(getProperty(window, atoms.state, mostStates), (reply) => {
        isFullScreen = reply !== null && (readNumbers(reply) ?? []).includes(atoms.fullScreen);
      });
      connection.ask(getProperty(window, atoms.process, 1), (reply) => {
        const [pid] = (reply && readNumbers(reply)) ?? [];
        if (window === active) tell(isFullScreen && pid !== ownPid);
      });
    }

    return () => connection.close();
  };
}
