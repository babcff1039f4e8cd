import type { UnsupportedUpdates } from '../../ipc/contract.ts';
import { ownAppImage, ownPortable, type RunningProgram } from '../own-program.ts';

/** How this Suzu was installed, as far as its process can tell. */
export interface Install extends RunningProgram {
  readonly isPackaged: boolean;
  /** Electron's `process.mas` and `process.windowsStore`. */
  readonly isFromStore: boolean;
  /** Whether the package says where newer ones are (`app-update.yml`). */
  readonly hasFeed: boolean;
}

/** Why an install cannot renew itself; null when it can. */
export function whyNoUpdates(install: Install): UnsupportedUpdates | null {
  const { platform, isPackaged, isFromStore, env, hasFeed } = install;
  if (!isPackaged) return 'source';
  if (isFromStore || isSandboxed(env)) return 'managed';
  if (ownPortable(install) !== null) return 'portable';
  // deb and rpm are renewed by the system, which knows who may change them.
  if (platform === 'linux' && ownAppImage(install) === null) return 'managed';
  return hasFeed ? null : 'source';
}

function isSandboxed(env: Install['env']): boolean {
  return env['SNAP'] !== undefined || env['FLATPAK_ID'] !== undefined;
}
