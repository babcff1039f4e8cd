import { app } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Messages } from '../../engine/messages/index.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { Banner } from '../../ipc/contract.ts';
import type { LogFile } from '../log-file.ts';
import { tellWindowGivenUp } from './ask.ts';
import { crashDumpsDir } from './begin-run.ts';
import { tidyCrashDumps } from './crash-dumps.ts';
import { defectBanner, diedBanner, safeModeBanner, windowHealedBanner } from './crash-words.ts';
import type { Defects } from './defects.ts';
import { startAgain } from './restart.ts';
import type { RunMarker } from './run-marker.ts';

export interface WatchCrashesOptions {
  readonly clock: Clock;
  readonly log: LogFile;
  readonly messages: () => Messages;
  readonly defects: Defects;
  readonly run: RunMarker;
  readonly safeMode: boolean;
  readonly setBanner: (banner: Banner) => void;
  readonly showWindow: () => void;
}

export interface CrashWatch {
  /** For `SuzuWindowOptions`. */
  onWindowHealed(): void;
  onWindowGivenUp(): void;
  /** Tells the user how the last run ended, and that this is safe mode. */
  tell(): void;
  /** How many records of crashes came since the last run began. */
  dumps(): Promise<number>;
}

/** Hears of everything that crashes while Suzu runs, and says so. */
export function watchCrashes(options: WatchCrashesOptions): CrashWatch {
  const { clock, log, messages, defects, run, safeMode, setBanner, showWindow } = options;
  const { lastRun } = run;
  const since = lastRun.kind === 'died' ? lastRun.startedAt : Number.POSITIVE_INFINITY;
  const dumps = () => tidyCrashDumps(crashDumpsDir(app.getPath('userData')), clock.now(), since);

  defects.listen({
    onDefect(words) {
      log.error('a defect', { stack: words });
      setBanner(defectBanner(messages()));
    },
    onTooMany() {
      log.error('too many defects: Suzu starts again');
      // Counts as a crash: three in a row, and the next start offers safe mode.
      run.giveUp();
      startAgain(safeMode);
      app.exit(1);
    },
  });
  logChildren(log);

  return {
    onWindowHealed: () => setBanner(windowHealedBanner(messages())),
    onWindowGivenUp: () => void tellWindowGivenUp(messages(), clock, showWindow),
    tell() {
      if (safeMode) setBanner(safeModeBanner(messages()));
      log.info('began', { version: app.getVersion(), safeMode, lastRun: lastRun.kind });
      void dumps().then((found) => {
        if (lastRun.kind !== 'died') return;
        log.warn('the last run did not end as it should', { dumps: found });
        // Windows ends programs without a word when its user logs out: only a record proves a crash there.
        if (process.platform !== 'win32' || found > 0) setBanner(diedBanner(messages()));
      });
    },
    dumps,
  };
}

/** Chromium starts its helpers (graphics, network) again by itself. */
function logChildren(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error('a helper process died', { type, reason, exitCode });
  });
}
