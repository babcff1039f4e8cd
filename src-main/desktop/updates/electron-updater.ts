// A bundle of its own (vite.config.ts): it is loaded only where an install can renew itself.
import { app, type ProxyConfig } from 'electron';
import {
  AppImageUpdater,
  type AppUpdater,
  MacUpdater,
  NsisUpdater,
  type UpdateCheckResult,
} from 'electron-updater';
import type { Log } from '../../engine/log.ts';
import type { Updater } from './updates.ts';

export interface ElectronUpdaterOptions {
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  /** The proxy to fetch through, asked for before each look; null: there is to be one, and it is not known. */
  readonly proxy: () => ProxyConfig | null;
}

/**
 * Fetches and puts in new versions with electron-updater, from where the package's `app-update.yml`
 * says. It checks the hash of what it downloads, on Windows and macOS the signature too, takes part in
 * staged rollouts, and fetches through a session of its own.
 */
export function createElectronUpdater(options: ElectronUpdaterOptions): Updater {
  const updater = updaterOf(options.platform);
  updater.logger = loggerOf(options.log);
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.disableWebInstaller = true;
  let found: UpdateCheckResult | null = null;
  return {
    async check() {
      const proxy = options.proxy();
      if (proxy === null) throw new Error('the proxy in the settings names no server');
      await updater.netSession.setProxy(proxy);
      found = await updater.checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null;
    },
    async download(onPercent) {
      const onProgress = ({ percent }: { readonly percent: number }) => onPercent(percent);
      updater.on('download-progress', onProgress);
      updater.autoInstallOnAppQuit = true;
      try {
        await updater.downloadUpdate(found?.cancellationToken);
      } finally {
        updater.off('download-progress', onProgress);
      }
    },
    cancel() {
      updater.autoInstallOnAppQuit = false;
      found?.cancellationToken?.cancel();
    },
    restart() {
      // The new Suzu may be up before this one is gone, and would take itself for a second one.
      app.releaseSingleInstanceLock();
      updater.quitAndInstall(true, true);
    },
  };
}

function updaterOf(platform: NodeJS.Platform): AppUpdater {
  if (platform === 'win32') return new NsisUpdater();
  return platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
}

/** It is talkative: only what went wrong is of use. */
function loggerOf(log: Log) {
  return {
    info: () => {},
    warn: (message: unknown) => log.info('updater', { message: String(message) }),
    error: (message: unknown) => log.warn('updater', { message: String(message) }),
  };
}
