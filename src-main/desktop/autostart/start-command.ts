import { isAbsolute, sep } from 'node:path';
import type { StartChoice } from './autostart.ts';

/** This running program, as far as it matters for starting it again. */
export interface Program {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  /** The app's folder or archive. */
  readonly appPath: string;
  readonly isPackaged: boolean;
  /** The profile, absolute; null = the usual one. */
  readonly profile: string | null;
}

/** The program and its arguments that start this same Suzu again, as a login does. */
export function startCommand(
  program: Program,
  choice: Exclude<StartChoice, 'off'>,
): readonly [string, ...string[]] {
  return [
    programFile(program),
    // From source it is Electron that runs, and the app is its first argument.
    ...(program.isPackaged ? [] : [program.appPath]),
    ...(program.profile === null ? [] : [`--user-data-dir=${program.profile}`]),
    ...(choice === 'tray' ? ['--hidden'] : []),
  ];
}

/** The file that the user has: an AppImage and a portable program run from a folder that goes with them. */
function programFile({ platform, env, execPath }: Program): string {
  if (platform === 'win32') return env['PORTABLE_EXECUTABLE_FILE'] || execPath;
  const { APPIMAGE, APPDIR } = env;
  // A terminal that is an AppImage itself hands its own variables down to what is started from it.
  const isOurs =
    APPIMAGE !== undefined &&
    APPDIR !== undefined &&
    APPDIR !== '' &&
    isAbsolute(APPIMAGE) &&
    execPath.startsWith(`${APPDIR}${sep}`);
  return platform === 'linux' && isOurs ? APPIMAGE : execPath;
}
