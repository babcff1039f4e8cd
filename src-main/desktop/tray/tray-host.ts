import type { Clock } from '../../engine/streaming/clock.ts';
import type { SessionBus } from '../bus/session-bus.ts';
import { watchStatusNotifier } from './status-notifier.ts';

/** Whether something on this desktop shows tray icons; `unknown` until it has been found out. */
export type TrayHostState = 'present' | 'absent' | 'unknown';

/** Tells whether a tray icon can be seen. */
export interface TrayHost {
  state(): TrayHostState;
  /**
   * Calls back on each change, and with `present` once more when another panel took over: each
   * `present` means that the tray icon is to be made anew. Electron registers its icon by itself
   * only with a panel that was there when the icon was made.
   */
  onChange(listener: (state: TrayHostState) => void): () => void;
  stop(): void;
}

/** Another way in which icons may be shown, besides StatusNotifier. */
export interface LegacyTray {
  state(): TrayHostState;
  onChange(listener: () => void): () => void;
  stop(): void;
}

/** macOS and Windows always show tray icons. */
export const steadyTrayHost: TrayHost = {
  state: () => 'present',
  onChange: () => () => {},
  stop: () => {},
};

/**
 * Watches a Linux desktop for a StatusNotifier host and, where there is an X server, for a tray of
 * the older kind, in which Electron shows its icon when there is no StatusNotifier host.
 */
export function watchTrayHost(bus: SessionBus, legacy: LegacyTray | null): TrayHost {
  const listeners = new Set<(state: TrayHostState) => void>();
  const notifier = watchStatusNotifier(bus, (state) => {
    if (state.kind === 'present') tell('present');
    else tellIfChanged();
  });
  const leaveLegacy = legacy?.onChange(tellIfChanged);

  function current(): TrayHostState {
    const { kind } = notifier.state();
    // An icon that an older tray took first would be made anew as soon as a StatusNotifier host is found.
    return kind === 'absent' ? (legacy?.state() ?? 'absent') : kind;
  }

  let told: TrayHostState = current();
  function tell(state: TrayHostState): void {
    told = state;
    for (const listener of [...listeners]) listener(state);
  }
  function tellIfChanged(): void {
    const state = current();
    if (state !== told) tell(state);
  }

  return {
    state: current,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      notifier.stop();
      leaveLegacy?.();
      legacy?.stop();
      listeners.clear();
    },
  };
}

/** How long (ms) to wait for the session bus to tell; without an answer nothing is known. */
const answerWithinMs = 1_000;

/** Resolves as soon as the state is no longer `unknown`, or the time for it is over. */
export function whenKnown(host: TrayHost, clock: Clock): Promise<void> {
  if (host.state() !== 'unknown') return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      timer.cancel();
      leave();
      resolve();
    };
    const timer = clock.setTimeout(done, answerWithinMs);
    const leave = host.onChange(done);
  });
}
