import { app } from 'electron';
import { programFile } from '../own-program.ts';
import { restartArguments } from './safe-mode.ts';

/** Ends Suzu as the menu does, and starts it again. */
export function restart(safe: boolean): void {
  startAgain(safe);
  app.quit();
}

/** Starts Suzu again once this process has ended, however it does. */
export function startAgain(safe: boolean): void {
  const args = [...restartArguments(process.argv.slice(1), safe)];
  app.relaunch({ args, execPath: programFile(process) });
}
