import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { SessionBus } from '../bus/session-bus.ts';
import type { X11Server } from '../x11/x11-connection.ts';
import { type BusQuestion, busFact } from './bus-fact.ts';
import { type DesktopFacts, type OwnDesktopWatch, watchFacts } from './desktop-watch.ts';
import { quietSettingOf, settingFact } from './do-not-disturb/gsettings.ts';
import type { RunLines } from './do-not-disturb/run-lines.ts';
import { quietServices } from './do-not-disturb/services.ts';
import { anyTold, type Fact, firstTold } from './fact.ts';
import { presentationMode, screenKeepers } from './full-screen/presentations.ts';
import { x11FullScreen } from './full-screen/x11-full-screen.ts';
import { loginSession, screenSavers } from './lock/screen-savers.ts';
import { electronBattery, electronLock, type PowerMonitor } from './power/electron-power.ts';
import { networkManager, networkPortal, upower } from './power/supplies.ts';

export interface SurroundingsParts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly sessionBus: SessionBus;
  readonly systemBus: SessionBus;
  /** Dials this desktop's X server; null where there is none that knows the windows. */
  readonly dialX11: () => X11Server | null;
  readonly power: PowerMonitor;
  readonly run: RunLines;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process. */
  readonly pid: number;
}

const notTold: Fact = () => () => {};

/** Follows what this desktop tells of itself. */
export function watchDesktop(parts: SurroundingsParts): OwnDesktopWatch {
  return watchFacts(parts.platform === 'linux' ? linuxFacts(parts) : otherFacts(parts));
}

/** macOS and Windows hold toasts back themselves, and tell no program without special rights why. */
function otherFacts({ power }: SurroundingsParts): DesktopFacts {
  return {
    doNotDisturb: notTold,
    fullScreen: notTold,
    locked: electronLock(power),
    onBattery: electronBattery(power),
    metered: notTold,
  };
}

function linuxFacts(parts: SurroundingsParts): DesktopFacts {
  const { environment, sessionBus, systemBus, clock, log, run, dialX11, pid } = parts;
  const session = (question: BusQuestion) => busFact(sessionBus, clock, question);
  const system = (question: BusQuestion) => busFact(systemBus, clock, question);
  const setting = quietSettingOf(environment['XDG_CURRENT_DESKTOP']);
  const isWayland = (environment['WAYLAND_DISPLAY'] ?? '') !== '';
  return {
    doNotDisturb: firstTold([
      ...quietServices.map(session),
      ...(setting === null ? [] : [settingFact(run, clock, setting)]),
    ]),
    fullScreen: anyTold([
      session(presentationMode),
      ...(isWayland ? screenKeepers.map(session) : [x11FullScreen(dialX11, log, pid)]),
    ]),
    locked: anyTold([...screenSavers.map(session), system(loginSession)]),
    onBattery: system(upower),
    metered: firstTold([system(networkManager), session(networkPortal)]),
  };
}
