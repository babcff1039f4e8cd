import { join } from 'node:path';
import { app, Notification, nativeTheme, net } from 'electron';
import type { Settings } from '../engine/settings/settings.ts';
import type { ElectronBackendParts } from './toasts/electron-backend.ts';

/** What Suzu is put together with needs of Electron itself, so that nothing else there imports it. */
export interface ElectronHost {
  /** The version of Suzu. */
  readonly version: string;
  /** False when run from source. */
  readonly isPackaged: boolean;
  /** The folder (or archive) that Suzu's own files are in. */
  readonly appDir: string;
  readonly profileDir: string;
  /** The newest file of the log. */
  readonly logPath: string;
  readonly notifications: ElectronBackendParts['notifications'];
  /** The path of a file below `assets/`. */
  asset(path: string): string;
  /** The path of a file below `out/`. */
  built(path: string): string;
  /** BCP 47 tags, the one that the user likes best first. */
  languages(): readonly string[];
  /** What the system believes; true proves little. */
  isOnline(): boolean;
  /** The look of the window and of dialogs. */
  setTheme(theme: Settings['theme']): void;
  /** Ends Suzu, after `onBeforeQuit`. */
  quit(): void;
  /** macOS: the user clicked Suzu in the dock. */
  onActivate(listener: () => void): void;
  /** Suzu is asked to end. */
  onBeforeQuit(listener: () => void): void;
  /** The very end: what takes longer than this call is lost. */
  onQuit(listener: () => void): void;
}

/** Electron as it runs here. To be called once the profile is known. */
export function electronHost(): ElectronHost {
  const appDir = app.getAppPath();
  return {
    version: app.getVersion(),
    isPackaged: app.isPackaged,
    appDir,
    profileDir: app.getPath('userData'),
    logPath: join(app.getPath('logs'), 'suzu.log'),
    notifications: {
      isSupported: () => Notification.isSupported(),
      make: (options) => new Notification(options),
    },
    asset: (path) => join(appDir, 'assets', path),
    built: (path) => join(appDir, 'out', path),
    languages: () => app.getPreferredSystemLanguages(),
    isOnline: () => net.isOnline(),
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    quit: () => app.quit(),
    onActivate: (listener) => app.on('activate', listener),
    onBeforeQuit: (listener) => app.on('before-quit', listener),
    onQuit: (listener) => app.on('quit', listener),
  };
}
