import Store from 'electron-store';
import type { SettingsFile } from './settings.ts';

/** Opens `settings.json` in a folder; only its owner may read it. See `ProfileStoreOptions.openFile`. */
export function openSettingsFile(folder: string): SettingsFile {
  return new Store<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
}
