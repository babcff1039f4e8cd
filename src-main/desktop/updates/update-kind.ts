import { sep } from 'node:path';
import type { UnsupportedUpdates } from '../../ipc/contract.ts';

/** How this Suzu was installed, as far as its process can tell. */
export interface Install {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Electron's `process.mas` and `process.windowsStore`. */
  readonly isFromStore: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly execPath: string;
  /** Whether the package says where newer ones are (`app-update.yml`). */
  readonly hasFeed: boolean;
}

/** Why an install cannot renew itself; null when it can. */
export function whyNoUpdates(install: Install): UnsupportedUpdates | null {
  const { platform, isPackaged, isFromStore, env, hasFeed } = install;
  if (!isPackaged) return 'source';
  if (isFromStore || isSandboxed(env)) return 'managed';
  if (platform === 'win32' && env['PORTABLE_EXECUTABLE_FILE'] !== undefined) return 'portable';
  // deb and rpm are renewed by the system, which knows who may change them.
  if (platform === 'linux' && !isAppImage(install)) return 'managed';
  return hasFeed ? null : 'source';
}

function isSandboxed(env: NodeJS.ProcessEnv): boolean {
  return env['SNAP'] !== undefined || env['FLATPAK_ID'] !== undefined;
}

/**
 * The variables of an AppImage are handed down to whatever it starts, so that Suzu from a deb may find
 * those of another program. https://docs.appimage.org/packaging-guide/environment-variables.html
 */
function isAppImage({ env, execPath }: Install): boolean {
  const { APPIMAGE: file, APPDIR: mounted } = env;
  return file !== undefined && mounted !== undefined && execPath.startsWith(`${mounted}${sep}`);
}
