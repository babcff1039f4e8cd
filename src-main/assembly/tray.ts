import { noTrayBanner } from '../desktop/banners.ts';
import { safeModeLook } from '../desktop/crash/crash-words.ts';
import { restart } from '../desktop/crash/restart.ts';
import { legacyTray } from '../desktop/tray/legacy-tray.ts';
import { patientHost } from '../desktop/tray/patient-host.ts';
import { SuzuTray } from '../desktop/tray/suzu-tray.ts';
import { steadyTrayHost, type TrayHost, watchTrayHost } from '../desktop/tray/tray-host.ts';
import { trayLook } from '../desktop/tray/tray-look.ts';
import type { Parts } from './parts.ts';
import { carryOutTrayCommand } from './tray-commands.ts';

/** Suzu's icon, and whether this desktop shows it. */
export interface TrayParts {
  readonly tray: SuzuTray;
  readonly host: TrayHost;
  /** Whether this run begins without a window. */
  readonly startsHidden: boolean;
  /** Takes the icon away. */
  readonly stop: () => void;
}

/** Makes the tray icon, which shows once it is started. */
export function buildTray(
  parts: Pick<
    Parts,
    'foundation' | 'notices' | 'system' | 'desktop' | 'window' | 'entry' | 'commands'
  >,
): TrayParts {
  const { clock, commandLine, log, locale, messages, safeMode } = parts.foundation;
  const { bell } = parts.notices;
  const { bus } = parts.system;
  const { updates } = parts.desktop;
  const { window, feed } = parts.window;
  const { commands } = parts.commands;

  const host =
    process.platform === 'linux'
      ? watchTrayHost(bus, legacyTray(process.env, log))
      : steadyTrayHost;
  const startsHidden = parts.entry.entry.startsHidden(commandLine);
  const hostNews = patientHost(clock, startsHidden, (isPresent) => {
    if (isPresent) {
      feed.removeBanner('no-tray');
    } else {
      feed.setBanner(noTrayBanner(messages()));
      window.show();
    }
  });
  const tray = new SuzuTray({
    host,
    clock,
    log,
    picturesDir: parts.foundation.host.asset('tray'),
    look: () => {
      const { state } = updates;
      const updateReady = state.name === 'ready' ? state.version : null;
      const model = {
        accounts: feed.accountViews(),
        feeds: feed.feedViews(),
        pausedUntil: bell.pausedUntil,
        updateReady,
      };
      const look = trayLook(model, messages(), locale(), clock.now());
      return safeMode ? safeModeLook(look, messages()) : look;
    },
    onClick: () => window.toggle(),
    onCommand: (command) =>
      carryOutTrayCommand(command, {
        window,
        feed,
        commands,
        updates,
        leaveSafeMode: () => restart(false),
        quit: () => parts.foundation.host.quit(),
      }),
    onHost: hostNews.onHost,
  });
  return {
    tray,
    host,
    startsHidden,
    stop: () => {
      hostNews.stop();
      tray.stop();
    },
  };
}
