import { programFile, type RunningProgram } from '../own-program.ts';
import type { StartChoice } from './autostart.ts';

/** This running program, with what its arguments depend on. */
export interface Program extends RunningProgram {
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
