import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from '../../engine/log.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { proxyConfig } from './proxy-config.ts';
import { whyNoUpdates } from './update-kind.ts';
import { Updates } from './updates.ts';

export interface CreateUpdatesOptions {
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** Updates of the running install. */
export function createUpdates(options: CreateUpdatesOptions): Updates {
  const { settings, clock, log, onChange } = options;
  return new Updates({
    unsupported: whyNoUpdates({
      platform: process.platform,
      isPackaged: app.isPackaged,
      isFromStore: process.mas || process.windowsStore,
      env: process.env,
      execPath: process.execPath,
      hasFeed: existsSync(join(process.resourcesPath, 'app-update.yml')),
    }),
    loadUpdater: async () => {
      const { createElectronUpdater } = await import('./electron-updater.ts');
      const proxy = () => proxyConfig(settings().network.proxy);
      return createElectronUpdater({ platform: process.platform, log, proxy });
    },
    isOn: () => settings().updates === 'automatic',
    clock,
    random: Math.random,
    log,
    onChange,
  });
}
