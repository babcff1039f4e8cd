import { isAbsolute, sep } from 'node:path';

/** This running program, as far as it matters for starting it again. */
export interface RunningProgram {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
}

/**
 * The AppImage that this program runs from; null when it runs from none. The variables of an AppImage are
 * handed down to whatever it starts, so that they may be those of a terminal that Suzu was started in.
 * https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function ownAppImage({ platform, env, execPath }: RunningProgram): string | null {
  const { APPIMAGE: file, APPDIR: mount } = env;
  if (platform !== 'linux' || !file || !mount || !isAbsolute(file)) return null;
  return execPath.startsWith(`${mount}${sep}`) ? file : null;
}

/** The portable program for Windows that this one was unpacked from; null when there is none. */
export function ownPortable({ platform, env }: RunningProgram): string | null {
  return (platform === 'win32' && env['PORTABLE_EXECUTABLE_FILE']) || null;
}

/**
 * The file that starts this program again: an AppImage and a portable program run from a folder that goes
 * when they end.
 */
export function programFile(program: RunningProgram): string {
  return ownAppImage(program) ?? ownPortable(program) ?? program.execPath;
}
