import { powerMonitor } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { systemBusAddress } from '../bus/bus-address.ts';
import { dialBus } from '../bus/bus-link.ts';
import { createSessionBus, type SessionBus } from '../bus/session-bus.ts';
import { dialX11 } from '../x11/dial-x11.ts';
import type { OwnDesktopWatch } from './desktop-watch.ts';
import { runLines } from './do-not-disturb/run-lines.ts';
import { watchDesktop } from './watch-desktop.ts';

export interface CreateSurroundingsParts {
  readonly sessionBus: SessionBus;
  readonly clock: Clock;
  readonly log: Log;
}

/** Follows what the desktop that this process runs on tells of itself. */
export function createSurroundings({
  sessionBus,
  clock,
  log,
}: CreateSurroundingsParts): OwnDesktopWatch {
  const { env, pid, platform } = process;
  const address = platform === 'linux' ? systemBusAddress(env) : null;
  const systemBus = createSessionBus({ dial: dialBus, address, clock, log });
  const watch = watchDesktop({
    platform,
    environment: env,
    sessionBus,
    systemBus,
    dialX11: () => dialX11(env),
    power: powerMonitor,
    run: runLines,
    clock,
    log,
    pid,
  });
  return {
    ...watch,
    get state() {
      return watch.state;
    },
    stop() {
      watch.stop();
      systemBus.stop();
    },
  };
}
